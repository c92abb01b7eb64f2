/** What can be done with a dossier now, and what cannot and why. */
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import type { Dossier } from '@lien-thong/client';
import type { PendingAct } from '../outbox/outbox.js';
import { usePendingActs } from '../outbox/use-outbox.js';
import { Answered } from '../parts/answered.js';
import { useTell } from '../parts/toast.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { actWords } from './act-words.js';
import style from './acts.module.css';
import type { CommandType } from './form.js';
import { actOfKey, standingOf } from './shortcuts.js';
import type { Standing } from './shortcuts.js';
import { UnsentAct } from './unsent-act.js';
import { formWords } from './words.js';

const ActDialog = lazy(() => import('./act-dialog.js').then(({ ActDialog: screen }) => ({ default: screen })));

export interface ActsProperties {
  readonly code: string;
  /** An act whose form a key or a button elsewhere asks for. */
  readonly press?: CommandType | null;
  /** That form is closed again, or could not be opened. */
  readonly onPressed?: () => void;
  readonly onDone?: (act: PendingAct) => void;
}

export function Acts({ code, press = null, ...properties }: ActsProperties) {
  const question = useQuery({
    queryKey: [ABOUT.dossier, code],
    queryFn: () => valueFrom(service.readDossier({ code })),
  });
  // What was kept from before may allow what is over, or not yet what one was sent here for. Asked again later, it is no new press.
  const [isKnown, know] = useState(false);
  if (!isKnown && (question.isFetchedAfterMount || !question.isFetching)) know(true);
  return (
    <Answered question={question}>
      {(dossier) => <ActsOf dossier={dossier} press={isKnown ? press : null} {...properties} />}
    </Answered>
  );
}

interface Properties extends Omit<ActsProperties, 'code'> {
  readonly dossier: Dossier;
}

function ActsOf({ dossier, press = null, onPressed, onDone }: Properties) {
  const words = useWords(formWords);
  const standing = standingOf(dossier);
  const acts = usePendingActs().filter((act) => act.code === dossier.code);
  const unsent = acts.find((act) => act.state.kind !== 'received');
  // What is shown is older than one's own last act: its buttons would offer that act again.
  const isBehind = acts.some(({ state }) => state.kind === 'received' && state.answer.version > dossier.version);
  const isBusy = unsent !== undefined || isBehind;
  const { open, missed, show, hide } = useOpen({ standing, press, isBusy, onPressed });
  if (dossier.commands === null) return <p className="soft">{words.former}</p>;
  return (
    <section className={`${style['acts']} no-print`} aria-label={words.acts}>
      {unsent !== undefined && open === null && <UnsentAct act={unsent} />}
      {missed !== null && <Missed type={missed} standing={standing} />}
      <Buttons dossier={dossier} standing={standing} isBusy={isBusy} onPress={show} />
      <NotYet standing={standing} />
      {open !== null && (
        <Suspense>
          <ActDialog key={open} type={open} dossier={dossier} onClose={hide} onDone={onDone} />
        </Suspense>
      )}
    </section>
  );
}

interface Opening {
  readonly onPressed: (() => void) | undefined;
  readonly standing: Standing;
  readonly press: CommandType | null;
  readonly isBusy: boolean;
}

/** Which form is open: by its own buttons, or pressed from outside. */
function useOpen({ standing, press, isBusy, onPressed }: Opening) {
  const [open, setOpen] = useState<CommandType | null>(null);
  const [missed, setMissed] = useState<CommandType | null>(null);
  const tell = useTell();
  const say = useSay();
  const words = useWords(actWords);
  const before = useRef<CommandType | null>(null);
  useEffect(() => {
    // One press opens one form: that the dossier moves on and the same key means the next act is no press.
    const isHeld = before.current !== null;
    before.current = press;
    if (press === null || isHeld) return;
    const isAllowed = standing.allowed.includes(press);
    setMissed(isAllowed ? null : press);
    if (isAllowed && !isBusy) return setOpen(press);
    const why = standing.refused.find(({ command }) => command === press);
    if (why !== undefined) tell(`${words[press].name}: ${say(why.reason, why.reasonEn)}`);
    onPressed?.();
  }, [press]);
  const hide = useCallback(() => {
    setOpen(null);
    onPressed?.();
  }, [onPressed]);
  return { open, missed, show: setOpen, hide };
}

/** The act that was asked for cannot be done; said as long as that is so. */
function Missed({ type, standing: { refused } }: { readonly type: CommandType; readonly standing: Standing }) {
  const words = useWords(formWords);
  const names = useWords(actWords);
  const say = useSay();
  const why = refused.find(({ command }) => command === type);
  if (why === undefined) return null;
  return (
    <p className={style['waiting']}>
      <span aria-hidden="true">▲ </span>
      <strong>{words.notNow(names[type].name)}</strong> {say(why.reason, why.reasonEn)}
    </p>
  );
}

interface ButtonsProperties {
  readonly dossier: Dossier;
  readonly standing: Standing;
  readonly isBusy: boolean;
  readonly onPress: (type: CommandType) => void;
}

function Buttons({ dossier, standing, isBusy, onPress }: ButtonsProperties) {
  const words = useWords(formWords);
  const names = useWords(actWords);
  const primary = actOfKey(dossier, '1');
  if (standing.allowed.length === 0) return <p className="soft">{words.none}</p>;
  const ordered = [...standing.allowed].sort((a, b) => Number(b === primary) - Number(a === primary));
  return (
    <p className="row">
      {ordered.map((type) => (
        <button
          key={type}
          type="button"
          className={type === primary ? 'primary' : undefined}
          disabled={isBusy}
          title={names[type].does}
          onClick={() => onPress(type)}
        >
          {names[type].name}
        </button>
      ))}
    </p>
  );
}

function NotYet({ standing: { refused } }: { readonly standing: Standing }) {
  const words = useWords(formWords);
  const names = useWords(actWords);
  const say = useSay();
  const { language } = useLanguage();
  if (refused.length === 0) return null;
  return (
    <details className={style['notYet']}>
      <summary>{words.notYet(numberText(refused.length, language))}</summary>
      <dl>
        {refused.map(({ command, reason, reasonEn }) => (
          <div key={command} className={style['because']}>
            <dt>{names[command].name}</dt>
            <dd>{say(reason, reasonEn)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
