/** Open dossiers brought under another version of their procedure: what was done, and a new one. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Amendment } from '@lien-thong/client';
import { Columns } from '../parts/columns.js';
import { Instant } from '../parts/instant.js';
import { More } from '../parts/pages.js';
import { Screen } from '../parts/screen.js';
import { FaultOf } from '../parts/trouble.js';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { amendmentsQuery } from './asked.js';
import { AmendmentDraft } from './amendment-draft.js';
import { StateBadge } from './state-badge.js';
import { amendmentWords } from './words.js';

const route = getRouteApi('/frame/amendments');

export function AmendmentsScreen() {
  const words = useWords(amendmentWords);
  const { write } = route.useSearch();
  return (
    <Screen title={words.title} only="admin">
      <p>{words.lead}</p>
      {write === 'new' ? (
        <AmendmentDraft saved={null} />
      ) : (
        <p className="no-print">
          <Link to="/amendments" search={{ write: 'new' }}>
            {words.write}
          </Link>
        </p>
      )}
      <AmendmentList />
    </Screen>
  );
}

function AmendmentList() {
  const words = useWords(amendmentWords);
  const parts = useWords(partWords);
  const found = useInfiniteQuery({
    queryKey: amendmentsQuery(undefined).queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => amendmentsQuery(pageParam).queryFn(),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const amendments = found.data?.pages.flatMap((page) => page.amendments) ?? [];
  if (found.error !== null) return <FaultOf fault={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined) return <p role="status">{parts.loading}</p>;
  if (amendments.length === 0) return <p role="status">{words.none}</p>;
  return (
    <>
      <table>
        <caption>{words.list}</caption>
        <Columns
          of={[
            words.what,
            words.policy,
            words.state,
            { number: words.dossiers },
            { number: words.becomeOverdue },
            words.when,
          ]}
        />
        <tbody>
          {amendments.map((amendment) => (
            <Row key={amendment.id} amendment={amendment} />
          ))}
        </tbody>
      </table>
      <More of={found} />
    </>
  );
}

function Row({ amendment }: { readonly amendment: Amendment }) {
  const words = useWords(amendmentWords);
  const { language } = useLanguage();
  const { id, procedure, fromVersions, toVersion, policy, state, counts, drafted } = amendment;
  const sum = (of: (count: Amendment['counts'][number]) => number) => counts.reduce((all, each) => all + of(each), 0);
  const dossiers = sum((count) => count.dossiers);
  const overdue = sum((count) => count.becomeOverdue);
  return (
    <tr>
      <th scope="row">
        <Link to="/amendments/$amendment" params={{ amendment: id }}>
          {words.one(procedure, fromVersions.join(', '), String(toVersion))}
        </Link>
      </th>
      <td>{words.policies[policy]}</td>
      <td>
        <StateBadge state={state} />
      </td>
      <td className="number">{counts.length === 0 ? '–' : numberText(dossiers, language)}</td>
      <td className="number">
        {overdue === 0 ? (
          counts.length === 0 ? (
            '–'
          ) : (
            numberText(0, language)
          )
        ) : (
          <Link to="/amendments/$amendment" params={{ amendment: id }} search={{ overdue: 'true' }}>
            {numberText(overdue, language)}
          </Link>
        )}
      </td>
      <td>
        <Instant at={drafted.at} />
      </td>
    </tr>
  );
}
