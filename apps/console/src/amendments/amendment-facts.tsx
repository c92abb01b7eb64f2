/** What an amendment is, and what has happened to it. */
import { Link } from '@tanstack/react-router';
import type { Amendment, AmendmentSelection } from '@lien-thong/client';
import blocks from '../parts/blocks.module.css';
import { nameWords } from '../parts/name-words.js';
import { useAgencyNames } from '../parts/agency-names.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useActLines } from './act-lines.js';
import style from './amendments.module.css';
import { StateBadge } from './state-badge.js';
import { amendmentWords } from './words.js';

export function AmendmentFacts({ amendment }: { readonly amendment: Amendment }) {
  const words = useWords(amendmentWords);
  const lines = useActLines(amendment);
  const { procedure, policy, legalBasis, reason, revertDays, state, selection, revert } = amendment;
  return (
    <div className={`card ${style['columns']}`}>
      <dl className={blocks['facts']}>
        <dt>{words.state}</dt>
        <dd aria-live="polite">
          <StateBadge state={state} />
        </dd>
        <dt>{words.what}</dt>
        <dd>
          <Link to="/procedures/$code" params={{ code: procedure }}>
            {procedure}
          </Link>
        </dd>
        <dt>{words.policy}</dt>
        <dd>
          {words.policies[policy]}. <span className="soft">{words.consequences[policy]}</span>
        </dd>
        <dt>{words.legalBasis}</dt>
        <dd>{legalBasis}</dd>
        <dt>{words.reason}</dt>
        <dd>{reason}</dd>
        <dt>{words.selection}</dt>
        <dd>
          <Selection selection={selection} />
        </dd>
        <dt>{words.revertDays}</dt>
        <dd>
          {words.revertDaysOf(String(revertDays))}
          {revert !== null && `. ${revert.reason}`}
        </dd>
      </dl>
      <ul className={blocks['lines']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function Selection({ selection }: { readonly selection: AmendmentSelection }) {
  const words = useWords(amendmentWords);
  const phase = useWords(nameWords).phase;
  const { receivingAgencies = [], phases = [], receivedFrom, receivedBefore } = selection;
  const name = useAgencyNames(receivingAgencies.length > 0);
  const parts = [
    ...(receivingAgencies.length === 0
      ? []
      : [`${words.receivingAgencies}: ${receivingAgencies.map(name).join(', ')}`]),
    ...(phases.length === 0 ? [] : [`${words.phases}: ${phases.map((each) => phase[each]).join(', ')}`]),
    ...(receivedFrom === undefined ? [] : [words.receivedFrom(instantText(receivedFrom))]),
    ...(receivedBefore === undefined ? [] : [words.receivedBefore(instantText(receivedBefore))]),
  ];
  return <>{parts.length === 0 ? words.everything : parts.join('; ')}</>;
}
