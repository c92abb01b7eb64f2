import type { AmendedDossier } from '@lien-thong/client';
import { actWords } from '../acts/act-words.js';
import { durationText } from '../dossier/duration.js';
import { journalWords } from '../dossier/journal-words.js';
import { nameWords } from '../parts/name-words.js';
import { Badge } from '../parts/badge.js';
import { DossierLink } from '../parts/dossier-link.js';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { useLanguage, useSay } from '../words/language.js';
import { runWords } from './run-words.js';

interface Properties {
  readonly dossier: AmendedDossier;
  /** Admins see codes only; a dossier is read by those who work on it or watch over it. */
  readonly mayRead: boolean;
}

/** One dossier of an amendment. */
export function DossierRow({ dossier: row, mayRead }: Properties) {
  const words = useWords(runWords);
  const journal = useWords(journalWords);
  const phase = useWords(nameWords).phase;
  const { language } = useLanguage();
  const { dossier, state, limitBefore, limitAfter, limitBy, dueBefore, dueAfter, named } = row;
  const limit = (text: string) => durationText(text, journal, language);
  return (
    <tr>
      <th scope="row">
        {mayRead ? <DossierLink code={dossier} /> : dossier}
        <div className="soft">{phase[row.phase]}</div>
      </th>
      <td>
        {words.dossierStates[state]}
        {named && <div className="soft">{words.named}</div>}
      </td>
      <td>
        {limit(limitBefore)}
        {limitAfter !== null && ` → ${limit(limitAfter)}`}
        {limitBy !== null && <div className="soft">{words.limitBy[limitBy]}</div>}
      </td>
      <td>
        <Instant at={dueBefore} />
        {dueAfter !== null && (
          <>
            {' → '}
            <Instant at={dueAfter} />
          </>
        )}
        <Overdue clocks={row.becomesOverdue} />
      </td>
      <td>
        <Why row={row} />
      </td>
    </tr>
  );
}

function Overdue({ clocks }: { readonly clocks: readonly string[] }) {
  const words = useWords(runWords);
  const names: Readonly<Record<string, string>> = useWords(nameWords).clock;
  if (clocks.length === 0) return null;
  // `step:appraisal`, `delivery:2`, `legal`.
  const said = [...new Set(clocks.map((clock) => names[clock.split(':')[0] ?? ''] ?? clock))];
  return (
    <div>
      <Badge level="overdue">{words.overdue}</Badge> <span className="soft">{words.clocks(said.join(', '))}</span>
    </div>
  );
}

function Why({ row: { stays, result, loses } }: { readonly row: AmendedDossier }) {
  const words = useWords(runWords);
  const acts: Readonly<Partial<Record<string, { readonly name: string }>>> = useWords(actWords);
  const say = useSay();
  const why = result ?? stays;
  return (
    <>
      {why !== null && <div>{say(why.sentence, why.sentenceEn)}</div>}
      {loses.length > 0 && (
        <div className="soft">{words.loses(loses.map((act) => acts[act]?.name ?? act).join(', '))}</div>
      )}
      {why === null && loses.length === 0 && <span aria-hidden="true">–</span>}
    </>
  );
}
