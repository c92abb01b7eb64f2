/** What a letter of apology and reappointment says: "nêu rõ lý do chậm trả kết quả và thời gian hẹn trả kết quả". */
import type { Calendar } from '../calendar/calendar.js';
import type { Actor } from '../kernel/actor.js';
import { askedOrNull } from '../sla/outside.js';
import { minuteOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import type { Dossier } from './dossier.js';
import type { DossierEvent, EventData } from './events.js';
import { evolve } from './evolve.js';
import { effectiveHistory } from './fold.js';

export interface ApologyLetter {
  readonly seq: number;
  readonly issuedAt: Instant;
  readonly issuedBy: Actor;
  readonly reason: string;
  /** The date it takes the place of; null where the correction of a reception left none. */
  readonly promisedBefore: Instant | null;
  readonly newPromise: Instant;
  /** Working minutes of the legal calendar by which the new date lies behind the former; null where the calendar does not reach. */
  readonly laterByMinutes: number | null;
  /** When and how the receiving agency handed it over; null until then. */
  readonly delivered: { readonly at: Instant; readonly by: Actor; readonly means: string } | null;
}

type Open = Omit<ApologyLetter, 'delivered'> & { delivered: ApologyLetter['delivered'] };

function laterBy(legal: Calendar, from: Instant | null, to: Instant): number | null {
  return from === null ? null : askedOrNull(() => legal.workBetween(minuteOf(from), minuteOf(to)));
}

function handOver(
  letters: readonly Open[],
  event: DossierEvent,
  { means }: EventData<'dossier.apologyDelivered.v1'>,
): void {
  const letter = letters.find(({ delivered }) => delivered === null);
  if (letter !== undefined) letter.delivered = { at: event.occurredAt, by: event.actor, means };
}

/** Every letter of a journal in the order they were issued; each handing-over belongs to the first that was not handed over yet. Pure. */
export function apologyLetters(history: readonly DossierEvent[], legal: Calendar): readonly ApologyLetter[] {
  const letters: Open[] = [];
  let before: Dossier | null = null;
  for (const event of effectiveHistory(history)) {
    if (event.type === 'dossier.apologyIssued.v1') {
      const { reason, newPromise } = event.data;
      const promisedBefore = before?.promise?.at ?? null;
      const laterByMinutes = laterBy(legal, promisedBefore, newPromise);
      const issued = { seq: event.seq, issuedAt: event.occurredAt, issuedBy: event.actor };
      letters.push({ ...issued, reason, promisedBefore, newPromise, laterByMinutes, delivered: null });
    }
    if (event.type === 'dossier.apologyDelivered.v1') handOver(letters, event, event.data);
    before = evolve(before, event);
  }
  return letters;
}
