/**
 * Messages of the bus are never applied: they say that there is something to read, and the feed is read. Each is held against the
 * feed afterwards, so that a forged, foreign or replayed one is seen by the operator and by nobody else.
 */
import type { CloudEvent } from '../api/schemas.generated.js';
import { placeOf } from './cursor.js';
import type { FeedPlace } from './cursor.js';

export type BusFault =
  /** No JSON, or not an array of CloudEvents of dossiers. */
  | 'bus-unreadable'
  /** Numbers of another line than the feed's: from before a backup was restored, or from elsewhere. */
  | 'bus-other-epoch'
  /** The feed has no such number: not from this service, or of another agency. */
  | 'bus-not-in-feed'
  /** The feed says something else under this number. */
  | 'bus-differs-from-feed';

/** A message of the bus: the text of an array of CloudEvents, and a way to be rid of it. */
export interface BusMessage {
  readonly text: string;
  readonly ack: () => void;
}

export interface BusNotice extends FeedPlace {
  /** What must be the same in the feed, as text. */
  readonly content: string;
}

/** Entries of the feed that are remembered for comparing; older messages are repeats, which harm nobody. */
const REMEMBERED = 4_096;

/** The notices in a message, one an event; null for a message that cannot be read, be it because of a single event. */
export function noticesIn(text: string): readonly BusNotice[] | null {
  try {
    const events = JSON.parse(text) as readonly CloudEvent[];
    return Array.isArray(events) && events.length > 0 ? events.map(noticeOf) : null;
  } catch {
    return null;
  }
}

function noticeOf(event: CloudEvent): BusNotice {
  const { epoch, n } = placeOf(event.cursor);
  if (epoch === '' || !Number.isSafeInteger(n) || n !== event.n || n < 1) throw new RangeError('no place in a feed');
  return { epoch, n, content: contentOf(event) };
}

/** The last entries read, by number. */
export class FeedWindow {
  private epoch: string | null = null;
  private last = 0;
  private readonly contents = new Map<number, string>();

  add(event: CloudEvent): void {
    const { epoch } = placeOf(event.cursor);
    if (epoch !== this.epoch) this.contents.clear();
    this.epoch = epoch;
    this.last = event.n;
    this.contents.set(event.n, contentOf(event));
    this.contents.delete(event.n - REMEMBERED);
  }

  /** Where the feed ended when it was read; also when nothing was in it. */
  endsAt(cursor: string): void {
    const { epoch, n } = placeOf(cursor);
    this.epoch = epoch;
    this.last = Math.max(n, 0);
  }

  /** True when the feed was read as far as the message goes. */
  covers({ epoch, n }: BusNotice): boolean {
    return epoch === this.epoch && n <= this.last;
  }

  /** What is wrong with a message, after the feed was read; null for a true one, and for a repeat from long ago. */
  faultOf(notice: BusNotice): BusFault | null {
    if (this.epoch !== notice.epoch) return 'bus-other-epoch';
    if (notice.n > this.last) return 'bus-not-in-feed';
    const content = this.contents.get(notice.n);
    return content === undefined || content === notice.content ? null : 'bus-differs-from-feed';
  }
}

/** Everything but the history, which a message leaves out; members in a fixed order. */
function contentOf({ id, type, subject, time, view, data }: CloudEvent): string {
  const { history: _left, ...rest } = data;
  return JSON.stringify(sorted({ id, type, subject, time, view, ...rest }));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
