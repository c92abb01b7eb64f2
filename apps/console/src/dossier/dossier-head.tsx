import type { Clock, Dossier } from '@lien-thong/client';
import { Link } from '@tanstack/react-router';
import { DataOf } from '../parts/data-of.js';
import { Fact } from '../parts/fact.js';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { budgetText } from './budget.js';
import { ClockState } from './clock-state.js';
import style from './dossier.module.css';
import { useNames } from './names.js';
import { dossierWords } from './words.js';

interface Properties {
  readonly dossier: Dossier;
  readonly isPast: boolean;
  /** False for who sees only his own part of it. */
  readonly isWhole: boolean;
}

export function DossierHead({ dossier, isPast, isWhole }: Properties) {
  const words = useWords(dossierWords);
  const say = useSay();
  const { code, codeProvisional, aliases, phaseName, phaseNameEn, at } = dossier;
  return (
    <header className="card stack">
      <div className="spread">
        <h1>{words.title(code)}</h1>
        <span className="row">
          <DataOf at={at} />
          {!isPast && (
            <Link className="no-print" to="/dossiers/$code/slip" params={{ code }}>
              {words.slip}
            </Link>
          )}
        </span>
      </div>
      <Procedure dossier={dossier} />
      <p>
        <strong className={style['phase']}>{say(phaseName, phaseNameEn)}</strong>
        {codeProvisional && <span className={style['note']}>{words.codeProvisional}</span>}
        {aliases.length > 0 && <span className={style['note']}>{words.aliases(aliases.join(', '))}</span>}
      </p>
      <dl className={style['head']}>
        <Time dossier={dossier} isWhole={isWhole} />
        <Parties dossier={dossier} />
      </dl>
    </header>
  );
}

function Procedure({ dossier: { procedure } }: Pick<Properties, 'dossier'>) {
  const words = useWords(dossierWords);
  const say = useSay();
  const { code, version, name, nameEn, illustration, channel } = procedure;
  return (
    <div>
      <Link to="/procedures/$code/versions/$version" params={{ code, version: String(version) }}>
        {say(name, nameEn)}
      </Link>{' '}
      {illustration !== null && <span className={style['mark']}>{words.illustration}</span>}
      <span className={style['note']}>
        {code} · {say(procedure.case.name, procedure.case.nameEn)} · {words.channel[channel]}
      </span>
      {illustration !== null && (
        <details className={style['note']}>
          <summary>{words.whyIllustration}</summary>
          {say(illustration.why, illustration.whyEn)}
        </details>
      )}
    </div>
  );
}

function Time({ dossier, isWhole }: Pick<Properties, 'dossier' | 'isWhole'>) {
  const { promise, clocks, receivedAt, submittedAt, endedAt } = dossier;
  const words = useWords(dossierWords);
  const legal = clocks.find(({ kind }) => kind === 'legal') ?? null;
  return (
    <>
      <Fact name={words.legal}>
        {legal === null ? isWhole ? words.notBegun : words.notYours : <Legal clock={legal} />}
      </Fact>
      <Fact name={words.promise}>
        {promise === null ? words.noPromise : <Instant at={promise.at} />}
        {promise?.estimate === true && <span className={style['note']}>{words.estimate}</span>}
        {promise?.provisional === true && <span className={style['note']}>{words.provisional}</span>}
      </Fact>
      <Fact name={receivedAt === null ? words.submittedAt : words.receivedAt}>
        <Instant at={receivedAt ?? submittedAt} />
      </Fact>
      {endedAt !== null && (
        <Fact name={words.endedAt}>
          <Instant at={endedAt} />
        </Fact>
      )}
    </>
  );
}

function Legal({ clock }: { readonly clock: Clock }) {
  const words = useWords(dossierWords);
  const { language } = useLanguage();
  const { dueAt, certainty } = clock;
  return (
    <>
      <ClockState clock={clock} />
      <span className={style['note']}>
        {budgetText(clock, words, language)}
        {dueAt !== null && `; ${words.dueAt(instantText(dueAt))}`}
        {certainty === 'provisional' && ` (${words.list.provisional})`}
      </span>
    </>
  );
}

function Parties({ dossier }: Pick<Properties, 'dossier'>) {
  const words = useWords(dossierWords);
  const names = useNames();
  const { receivingAgency, competentAgency, holder, assignee, endedAt } = dossier;
  return (
    <>
      <Fact name={endedAt === null ? words.holder : words.holderEnded}>
        {names.agency(holder.id)}
        {endedAt === null && (
          <span className={style['note']}>
            {words.assignee}: {assignee === null ? words.nobody : names.officer(assignee)}
          </span>
        )}
      </Fact>
      <Fact name={words.receiving}>{names.agency(receivingAgency.id)}</Fact>
      <Fact name={words.competent}>
        {competentAgency === null ? words.notResolved : names.agency(competentAgency.id)}
      </Fact>
    </>
  );
}
