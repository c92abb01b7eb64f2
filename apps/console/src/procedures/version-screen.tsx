/** One version: read by everybody; a draft is written by an admin. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Answered } from '../parts/answered.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { versionQuery, versionsQuery } from './asked.js';
import { DraftEditor } from './draft-editor.js';
import { valueAt } from './form/json.js';
import { VersionRead } from './version-read.js';
import { dayOfInstant, inForceOn } from './versions.js';
import { procedureWords } from './words.js';

const route = getRouteApi('/frame/procedures/$code/versions/$version');

export function VersionScreen() {
  const words = useWords(procedureWords);
  const say = useSay();
  const me = useMe();
  const { code, version: text } = route.useParams();
  const version = Number(text);
  const read = useQuery(versionQuery(code, version));
  const versions = useQuery(versionsQuery(code));
  const definition = read.data?.definition ?? null;
  const name = say(String(valueAt(definition, 'name') ?? code), String(valueAt(definition, 'nameEn') ?? code));
  const row = versions.data?.versions.find((one) => one.version === version);
  return (
    <div className="stack">
      <div>
        <h1>{`${name} · ${words.version(text)}`}</h1>
        <p className="row">
          <Link to="/procedures/$code" params={{ code }}>
            {words.versionsOf}
          </Link>
          <span className="code">{code}</span>
          {row !== undefined && <span>{words.states[row.state]}</span>}
        </p>
      </div>
      <Answered question={versions}>
        {({ versions: rows }) => {
          const published = rows.filter(({ state }) => state !== 'draft');
          const now = inForceOn(published, dayOfInstant(me.at))?.version ?? null;
          return (
            <Answered question={read}>
              {(saved) =>
                row?.state === 'draft' && has(me, 'admin') ? (
                  <DraftEditor key={`${code} ${version}`} {...{ code, row, saved, inForce: now }} />
                ) : (
                  <VersionRead {...{ code, version, row, inForce: now }} definition={saved.definition} />
                )
              }
            </Answered>
          );
        }}
      </Answered>
    </div>
  );
}
