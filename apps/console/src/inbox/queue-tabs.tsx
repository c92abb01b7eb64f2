import { Link } from '@tanstack/react-router';
import { usePendingActs } from '../outbox/use-outbox.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import style from './inbox.module.css';
import { QUEUES, countOf } from './queues.js';
import type { Counts, Queue } from './queues.js';
import { inboxWords } from './words.js';

interface Properties {
  readonly current: Queue | undefined;
  /** Null until they are known: a queue is not shown as empty before. */
  readonly counts: Counts | null;
}

/** The queues with how many stand in each, from the same look as the list. */
export function QueueTabs({ current, counts }: Properties) {
  const words = useWords(inboxWords);
  const { language } = useLanguage();
  const countText = (queue: Queue | undefined) =>
    counts === null ? '…' : numberText(countOf(counts, queue), language);
  return (
    <nav aria-label={words.queues} className="no-print">
      <ul className={style['tabs']}>
        {[undefined, ...QUEUES].map((queue) => (
          <li key={queue ?? ''}>
            <Link
              to="/inbox"
              search={({ assignee, q }) => ({ queue, assignee, q })}
              preload={false}
              activeOptions={{ exact: true }}
              activeProps={NOT_BY_ADDRESS}
              aria-current={queue === current ? 'page' : undefined}
            >
              {queue === undefined ? words.toAct : words.queue[queue]}
              <span className={`${style['count']} ${isAlarming(queue, counts) ? style['alarm'] : ''}`}>
                {countText(queue)}
              </span>
            </Link>
          </li>
        ))}
        <ToSend />
      </ul>
    </nav>
  );
}

/** The address also names the chosen dossier: the queue alone says which tab is the current one. */
const NOT_BY_ADDRESS = { className: '' };

function isAlarming(queue: Queue | undefined, counts: Counts | null): boolean {
  return queue === 'overdue' && counts !== null && counts.overdue > 0;
}

function ToSend() {
  const words = useWords(inboxWords);
  const { language } = useLanguage();
  const waiting = usePendingActs().filter(({ state }) => state.kind !== 'received').length;
  return (
    <li>
      <Link to="/outbox">
        {words.toSend} <span className={style['count']}>{numberText(waiting, language)}</span>
      </Link>
    </li>
  );
}
