/** Under the form: what lint finds in the saved draft, what differs from the version in force, and the verdict on the whole. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { OperationShapes } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { useWords } from '../words/catalogue.js';
import { DiffView } from './diff-view.js';
import { FindingList } from './proof/live-proof.js';
import { proofWords } from './proof/proof-words.js';
import { VersionVerdict } from './proof/version-verdict.js';
import type { Route } from './proof/ask.js';
import type { Writing } from './use-draft.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly row: VersionRow;
  readonly draft: Writing;
  readonly inForce: number | null;
  readonly lint: UseQueryResult<OperationShapes['lintVersion']['value']>;
  readonly choose: (route: Route) => void;
  readonly considered: Route | null;
}

export function DraftChecks({ code, row, draft, inForce, lint, choose, considered }: Properties) {
  const words = useWords(procedureWords);
  const proof = useWords(proofWords);
  const { etag } = draft.base;
  return (
    <div className="stack">
      <section className="card" aria-labelledby="lint">
        <h2 id="lint">{words.lint}</h2>
        <Answered question={lint}>
          {({ findings }) => {
            const errors = findings.filter(({ severity }) => severity === 'error');
            const warnings = findings.filter(({ severity }) => severity === 'warning');
            const { definition } = draft;
            return (
              <>
                {findings.length === 0 && <p>{words.lintClean}</p>}
                {errors.length > 0 && (
                  <FindingList title={words.lintErrors} findings={errors} definition={definition} />
                )}
                {warnings.length > 0 && (
                  <FindingList title={words.lintWarnings} findings={warnings} definition={definition} />
                )}
              </>
            );
          }}
        </Answered>
      </section>
      <section className="card" aria-labelledby="against">
        <h2 id="against">{inForce === null ? words.againstNone : words.against(String(inForce))}</h2>
        {inForce !== null && (
          <>
            {draft.changes.length > 0 && <p className="soft">{words.againstSaved}</p>}
            <DiffView code={code} version={row.version} against={inForce} etag={etag} />
          </>
        )}
      </section>
      <section className="card" aria-labelledby="whole">
        <h2 id="whole">{proof.whole}</h2>
        <VersionVerdict
          key={etag}
          {...{ code, version: row.version, revision: row.revision, consider: choose }}
          {...(considered === null ? {} : { considered })}
        />
      </section>
    </div>
  );
}
