/** What threatens the dossier, in the service's own sentences, with who can act and what would help. */
import type { Dossier, Risk } from '@lien-thong/client';
import { actWords } from '../acts/act-words.js';
import { Badge } from '../parts/badge.js';
import type { TimeLevel } from '../parts/badge.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import style from './dossier.module.css';
import { useNames } from './names.js';
import { dossierWords } from './words.js';

const LEVEL: Readonly<Record<Risk['level'], TimeLevel>> = {
  ...{ info: 'resting', warning: 'low', high: 'low', breached: 'overdue', unknown: 'unknown' },
};
const GRAVITY: readonly Risk['level'][] = ['breached', 'high', 'unknown', 'warning', 'info'];

interface Properties {
  readonly dossier: Dossier;
  /** False for who sees only his own part of it. */
  readonly isWhole: boolean;
}

export function Risks({ dossier: { risks, tasks, openConflicts, endedAt }, isWhole }: Properties) {
  const words = useWords(dossierWords);
  const names = useNames();
  const say = useSay();
  const { language } = useLanguage();
  if (endedAt !== null && risks.length + tasks.length + openConflicts.length === 0) return null;
  // A risk of its own says more of them, with who can settle them.
  const isToldOf = risks.some(({ rule }) => rule === 'openConflict');
  const gravest = [...risks].sort((a, b) => GRAVITY.indexOf(a.level) - GRAVITY.indexOf(b.level));
  return (
    <section className="card" aria-labelledby="risks">
      <h2 id="risks">{words.risks}</h2>
      {risks.length === 0 && <p>{isWhole ? words.noRisks : words.noRisksOfPart}</p>}
      <ul className={style['risks']}>
        {gravest.map((risk) => (
          <RiskItem key={`${risk.rule} ${risk.evidence.join(' ')} ${risk.level}`} risk={risk} />
        ))}
        {tasks.map(({ task, agency, sentence, sentenceEn }) => (
          <li key={task}>
            <span>
              <Badge level="low">{words.tasks}</Badge>
            </span>
            <p>
              {agency === null
                ? say(sentence, sentenceEn)
                : words.task(say(sentence, sentenceEn), names.agency(agency.id))}
            </p>
          </li>
        ))}
        {openConflicts.length > 0 && !isToldOf && (
          <li>
            <span>
              <Badge level={LEVEL.high}>{words.riskLevel.high}</Badge>
            </span>
            <p>{words.conflicts(numberText(openConflicts.length, language))}</p>
          </li>
        )}
      </ul>
    </section>
  );
}

function RiskItem({ risk: { level, sentence, sentenceEn, owner, decision } }: { readonly risk: Risk }) {
  const words = useWords(dossierWords);
  const acts = useWords(actWords);
  const names = useNames();
  const say = useSay();
  const more = [
    ...(owner === null ? [] : [words.whoCan(names.owner(owner))]),
    ...(decision === null || decision === 'submit' ? [] : [words.helps(acts[decision].name)]),
  ];
  return (
    <li>
      <span>
        <Badge level={LEVEL[level]}>{words.riskLevel[level]}</Badge>
      </span>
      <div>
        <p>{say(sentence, sentenceEn)}</p>
        {more.length > 0 && <p className="soft">{more.join(' · ')}</p>}
      </div>
    </li>
  );
}
