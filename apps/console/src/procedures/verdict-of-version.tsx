/** The verdict of a version: as it was published, and, when somebody wants it, on the calendars of today. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FaultOf } from '../parts/trouble.js';
import { useWords } from '../words/catalogue.js';
import { versionVerdictQuery } from './proof/ask.js';
import { VerdictMark } from './proof/verdict-mark.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly version: VersionRow;
  /** Asked for without being told to. */
  readonly atOnce: boolean;
}

export function VerdictOfVersion({ code, version, atOnce }: Properties) {
  const words = useWords(procedureWords);
  const [wanted, want] = useState(atOnce);
  const { data, error, isFetching, refetch } = useQuery({
    ...versionVerdictQuery({ code, version: version.version, revision: version.revision }),
    enabled: wanted,
  });
  return (
    <>
      {version.state !== 'draft' && version.verdict !== null && (
        <div>
          <VerdictMark verdict={version.verdict} /> <span className="soft">{words.atPublication}</span>
        </div>
      )}
      {data !== undefined && (
        <div>
          <VerdictMark verdict={data.current.verdict} /> <span className="soft">{words.today}</span>
        </div>
      )}
      {isFetching && (
        <span role="status" className="soft">
          {words.computing}
        </span>
      )}
      {error !== null && !isFetching && <FaultOf fault={error} again={() => void refetch()} />}
      {!wanted && (
        <button type="button" onClick={() => want(true)}>
          {words.compute}
        </button>
      )}
    </>
  );
}
