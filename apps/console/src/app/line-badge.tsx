import { usePendingActs } from '../outbox/use-outbox.js';
import { Link } from '@tanstack/react-router';
import { useLine } from '../service/line.js';
import { useWords } from '../words/catalogue.js';
import { numberText, timeText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './frame.module.css';
import { frameWords } from './words.js';

const MARK = { online: '●', slow: '◐', offline: '○' } as const;

/** How the line is, and what waits for it. Always in sight. */
export function LineBadge() {
  const words = useWords(frameWords);
  const { language } = useLanguage();
  const { state, heardAt } = useLine();
  const acts = usePendingActs();
  const waiting = acts.filter((act) => act.state.kind === 'kept' || act.state.kind === 'sending').length;
  const refused = acts.filter((act) => act.state.kind === 'refused').length;
  return (
    <span className={style['line']} role="status">
      <span aria-hidden="true">{MARK[state]}</span>
      <span>
        {words.line[state]}
        {state === 'offline' && heardAt !== null && ` – ${words.heard(timeText(new Date(heardAt).toISOString()))}`}
      </span>
      {waiting > 0 && <Link to="/outbox">{words.outbox(numberText(waiting, language))}</Link>}
      {refused > 0 && <Link to="/outbox">{words.refused(numberText(refused, language))}</Link>}
    </span>
  );
}
