/** One procedure: its versions, who made them, whether they can be kept, and how they differ. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Answered } from '../parts/answered.js';
import { DataOf } from '../parts/data-of.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { procedureQuery, versionsQuery } from './asked.js';
import { CompareVersions } from './compare-versions.js';
import { ImportDraft } from './import-draft.js';
import { LimitOf } from './limit-of.js';
import style from './procedures.module.css';
import { VersionTable } from './version-table.js';
import { procedureWords } from './words.js';

const route = getRouteApi('/frame/procedures/$code');

export function ProcedureScreen() {
  const words = useWords(procedureWords);
  const { code } = route.useParams();
  const me = useMe();
  const procedure = useQuery(procedureQuery(code));
  const versions = useQuery(versionsQuery(code));
  return (
    <div className="stack">
      <div>
        <h1>{procedure.data?.name ?? code}</h1>
        <div className="spread">
          <p className="row">
            <Link to="/procedures">{words.back}</Link> <span className="code">{code}</span>
            <span className="soft">{procedure.data?.field}</span>
          </p>
          <DataOf at={me.at} />
        </div>
        <Answered question={procedure}>
          {({ limit }) => (
            <div>
              <strong>{words.limit}:</strong> <LimitOf limit={limit} long />
            </div>
          )}
        </Answered>
      </div>
      <Answered question={versions}>
        {({ versions: rows }) => (
          <>
            {rows.length === 0 ? <p>{words.noVersions}</p> : <VersionTable code={code} versions={rows} />}
            <p className="row">
              <Link to="/amendments">{words.amend}</Link>
            </p>
            {rows.length > 1 && <CompareVersions key={rows.length} code={code} versions={rows} />}
          </>
        )}
      </Answered>
      {has(me, 'admin') && (
        <section className={`card no-print ${style['file']}`} aria-labelledby="draft">
          <h2 id="draft">{words.draftTitle}</h2>
          <ImportDraft code={code} />
        </section>
      )}
    </div>
  );
}
