/** One alert of the list: how grave, what, whose, since when, who has it; and what a supervisor does with it. */
import type { Alert } from '@lien-thong/client';
import { useId, useState } from 'react';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { instantText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { actWords, reasonText } from './act-words.js';
import { AlertActDialog } from './alert-act-dialog.js';
import { AlertDetails } from './alert-details.js';
import { useDecisionName } from './decision-name.js';
import { LevelMark } from './level-mark.js';
import { useOfficerName } from './officer-names.js';
import type { AlertActKind } from './send-alert-act.js';
import style from './supervision.module.css';
import { supervisionWords } from './words.js';

interface Properties {
  readonly alert: Alert;
  readonly at: string;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
}

export function AlertRow({ alert, at, isOpen, onOpen }: Properties) {
  const words = useWords(supervisionWords);
  const say = useSay();
  const me = useMe();
  const id = useId();
  return (
    <article className={`${style['alert']} ${style[`edge-${alert.level}`]}`} aria-labelledby={id}>
      <div className={style['alertHead']}>
        <LevelMark level={alert.level} />
        <h3 id={id}>{say(alert.sentence, alert.sentenceEn)}</h3>
      </div>
      <Facts alert={alert} />
      <div className={`${style['alertFoot']} no-print`}>
        <button type="button" aria-expanded={isOpen} aria-describedby={id} onClick={() => onOpen(!isOpen)}>
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> {words.details}
        </button>
        {has(me, 'supervisor') && alert.closedAt === null && <Acts {...{ alert, at }} about={id} />}
      </div>
      {isOpen && <AlertDetails alert={alert} />}
    </article>
  );
}

function Facts({ alert }: { readonly alert: Alert }) {
  const words = useWords(supervisionWords);
  const { reasons } = useWords(actWords);
  const { language } = useLanguage();
  const say = useSay();
  const nameOf = useDecisionName();
  const { owner, decision, members, closedAt, closeReason, openedAt } = alert;
  const count = numberText(members.dossiers, language);
  // Once it is over its sentence keeps the figures it had, and none of them is under it any more.
  const isOver = alert.state === 'resolved' || alert.state === 'withdrawn';
  const left = members.dossiers === 0 ? words.overNone : words.overSome(count);
  return (
    <dl className={style['facts']}>
      <Fact name={words.owner.label}>
        {owner.agency === null ? words.owner[owner.kind] : say(owner.agency.name, owner.agency.nameEn)}
      </Fact>
      <Fact name={words.decision}>{nameOf(decision)}</Fact>
      <Fact name={words.since}>{instantText(openedAt)}</Fact>
      <Fact name={words.under}>{isOver ? left : words.still(count)}</Fact>
      {closedAt === null ? (
        <Stands alert={alert} />
      ) : (
        <Fact name={words.closed}>
          {instantText(closedAt)}
          {closeReason !== null && ` · ${reasonText(closeReason, reasons)}`}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How far up the chain it has come, and who has it. */
function Stands({ alert }: { readonly alert: Alert }) {
  const words = useWords(supervisionWords);
  const say = useSay();
  const nameOf = useOfficerName();
  const { stage, escalatesAt, acknowledgedBy, acknowledgedAt, assignedTo, snoozedUntil, state } = alert;
  const has = [
    ...(acknowledgedBy === null || acknowledgedAt === null
      ? []
      : [words.acknowledgedBy(nameOf(acknowledgedBy), instantText(acknowledgedAt))]),
    ...(assignedTo === null ? [] : [words.assignedTo(nameOf(assignedTo))]),
    ...(snoozedUntil === null ? [] : [words.snoozedUntil(instantText(snoozedUntil))]),
  ];
  return (
    <>
      {stage !== null && (
        <Fact name={words.stage}>
          {say(stage.name, stage.nameEn)}
          {escalatesAt !== null && ` · ${words.climbs(instantText(escalatesAt))}`}
        </Fact>
      )}
      <Fact name={words.standing}>{[words.state[state], ...has].join(' · ')}</Fact>
    </>
  );
}

interface ActsProperties {
  readonly alert: Alert;
  readonly at: string;
  /** Id of the sentence they are about. */
  readonly about: string;
}

function Acts({ alert, at, about }: ActsProperties) {
  const words = useWords(actWords);
  const [kind, setKind] = useState<AlertActKind | null>(null);
  const isSnoozed = alert.state === 'snoozed';
  const kinds: readonly AlertActKind[] = [
    ...(alert.state === 'open' ? (['acknowledge'] as const) : []),
    isSnoozed ? 'unsnooze' : 'snooze',
    'assign',
    'resolve',
  ];
  return (
    <div className={`${style['acts']} no-print`}>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          className={each === 'acknowledge' ? 'primary' : ''}
          onClick={() => setKind(each)}
        >
          {words.acts[each]}
        </button>
      ))}
      {kind !== null && <AlertActDialog {...{ alert, kind, at }} onClose={() => setKind(null)} />}
    </div>
  );
}
