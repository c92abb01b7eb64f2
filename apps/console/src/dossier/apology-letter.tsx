/** What the letter of apology (form 04) is filled with, on a page of its own for printing. */
import type { Apologies, Dossier } from '@lien-thong/client';
import { Link } from '@tanstack/react-router';
import { listWords } from '../acts/list-words.js';
import { Answered } from '../parts/answered.js';
import { useWords } from '../words/catalogue.js';
import { instantText, minutesText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import style from './dossier.module.css';
import { moreWords } from './more-words.js';
import { useApologies } from './more-section.js';

interface Properties {
  readonly dossier: Dossier;
  readonly seq: number;
  readonly asOf: string | null;
}

type Letter = Apologies['letters'][number];

export function ApologyLetter({ dossier, seq, asOf }: Properties) {
  const words = useWords(moreWords);
  const say = useSay();
  const apologies = useApologies(dossier.code, asOf);
  return (
    <article className="card stack">
      <Answered question={apologies}>
        {(known) => {
          const letter = known.letters.find((each) => each.seq === seq);
          return (
            <>
              <h1>{words.form(known.form.number, say(known.form.name, known.form.nameEn))}</h1>
              {letter === undefined ? (
                <p>{words.noLetter}</p>
              ) : (
                <LetterFacts dossier={dossier} apologies={known} letter={letter} />
              )}
            </>
          );
        }}
      </Answered>
      <p className="row no-print">
        <button type="button" className="primary" onClick={() => window.print()}>
          {words.print}
        </button>
        <Link to="/dossiers/$code" params={{ code: dossier.code }} search={asOf === null ? {} : { asOf }}>
          {words.back}
        </Link>
      </p>
    </article>
  );
}

interface Facts {
  readonly dossier: Dossier;
  readonly apologies: Apologies;
  readonly letter: Letter;
}

function LetterFacts({ dossier: { procedure }, apologies, letter }: Facts) {
  const words = useWords(moreWords);
  const lists = useWords(listWords);
  const say = useSay();
  const { language } = useLanguage();
  const instant = (at: string | null) => (at === null ? words.none : instantText(at));
  const minutes = (value: number | null) => (value === null ? words.none : minutesText(value, language));
  const { agency } = letter.issuedBy;
  const facts: readonly (readonly [string, string])[] = [
    [words.dossier, apologies.dossier],
    [words.procedure, say(procedure.name, procedure.nameEn)],
    [words.issuedBy, agency === null ? words.none : say(agency.name, agency.nameEn)],
    [words.issuedAt, instantText(letter.issuedAt)],
    [words.receivedAt, instant(apologies.receivedAt)],
    [words.limitDueAt, instant(apologies.limitDueAt)],
    [words.promisedBefore, instant(letter.promisedBefore)],
    [words.newPromise, instantText(letter.newPromise)],
    [words.later, minutes(letter.laterByMinutes)],
    [words.pastLimit, minutes(letter.pastLimitMinutes)],
    [words.reason, lists.apologise[letter.reason as keyof typeof lists.apologise] ?? letter.reason],
    [words.receiving, say(apologies.receivingAgency.name, apologies.receivingAgency.nameEn)],
    [words.legalBasis, apologies.legalBasis.join('; ')],
  ];
  return (
    <>
      <dl className={style['head']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{words.letterWhy}</p>
    </>
  );
}
