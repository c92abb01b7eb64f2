/** The verdict on a saved version: of every route at all hours. Asked for when somebody wants it, for it takes long. */
import { useQuery } from '@tanstack/react-query';
import type { VersionFeasibility } from '@lien-thong/client';
import { useState } from 'react';
import { FaultOf } from '../../parts/trouble.js';
import { useWords } from '../../words/catalogue.js';
import { dayText, numberText } from '../../words/format.js';
import { useLanguage, useSay } from '../../words/language.js';
import { versionVerdictQuery } from './ask.js';
import type { AskedVersion, Route } from './ask.js';
import { proofWords } from './proof-words.js';
import { RouteTable } from './route-table.js';
import { VerdictMark } from './verdict-mark.js';

interface Properties extends AskedVersion {
  /** Chooses a route to be looked at, where there is something that looks at one. */
  readonly consider?: (route: Route) => void;
  readonly considered?: Route;
  readonly atOnce?: boolean;
}

export function VersionVerdict({ consider, considered, atOnce = false, ...asked }: Properties) {
  const words = useWords(proofWords);
  const [wanted, want] = useState(atOnce);
  const { data, error, isFetching, refetch } = useQuery({ ...versionVerdictQuery(asked), enabled: wanted });
  return (
    <>
      <p className="soft">{words.wholeHint}</p>
      {!wanted && (
        <button type="button" onClick={() => want(true)}>
          {words.look}
        </button>
      )}
      <p role="status">{isFetching ? words.wholeAsking : ''}</p>
      {error !== null && !isFetching && <FaultOf fault={error} again={() => void refetch()} />}
      {data !== undefined && (
        <>
          {data.published !== null && <Whole title={words.ofPublication} verdict={data.published} />}
          <Whole title={data.published === null ? null : words.now} verdict={data.current} />
          <RouteTable routes={data.current.routes} {...(consider === undefined ? {} : { consider, considered })} />
        </>
      )}
    </>
  );
}

export function Whole({
  title,
  verdict,
}: {
  readonly title: string | null;
  readonly verdict: VersionFeasibility['current'];
}) {
  const words = useWords(proofWords);
  const say = useSay();
  const { language } = useLanguage();
  const { range, routes, sentence, sentenceEn } = verdict;
  return (
    <div>
      <p>
        {title !== null && <strong>{title}: </strong>}
        <VerdictMark verdict={verdict.verdict} /> {say(sentence, sentenceEn)}
      </p>
      <p className="soft">
        {words.year(dayText(range.from), dayText(range.to))} · {words.routesOf(numberText(routes.length, language))}
      </p>
    </div>
  );
}
