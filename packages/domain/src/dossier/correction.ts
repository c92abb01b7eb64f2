/** When a reception time may be corrected, and by whom (DESIGN 4.1, 4.8). */
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import type { Instant } from '../time/instant.js';
import type { Act } from './act.js';
import { CORRECTION_ALONE_MINUTES } from './commands.js';
import type { DossierEvent } from './events.js';
import { isDetected } from './events.js';
import { minutesBetween, notAhead } from './times.js';

export interface Correction {
  readonly from: Instant;
  readonly to: Instant;
}

type Correct = Act<'correctReception'>;

/** The whole journal; a correction cannot be judged by the state alone. Throws when it was not gathered. */
function gatheredHistory({ facts }: Correct): readonly DossierEvent[] {
  if (facts.history === null) throw new Error('the journal was not gathered');
  return facts.history;
}

/** Declared times around the reception, which the corrected one must lie between. Corrections themselves are no neighbours. */
function neighbours(history: readonly DossierEvent[]): {
  readonly before: Instant | null;
  readonly after: Instant | null;
} {
  const declared = history.filter(({ type }) => !isDetected(type) && type !== 'dossier.receptionCorrected.v1');
  const place = declared.findIndex(({ type }) => type === 'dossier.received.v1');
  const later = declared.slice(place + 1).map(({ occurredAt }) => occurredAt);
  return {
    before: declared[place - 1]?.occurredAt ?? null,
    after: later.reduce<Instant | null>((least, at) => (least === null || at < least ? at : least), null),
  };
}

/** The time two persons stand for: of the last approved correction, else the one first typed in. */
function vouchedFor(history: readonly DossierEvent[], from: Instant): Instant {
  const approved = history
    .flatMap((event) => (event.type === 'dossier.receptionCorrected.v1' ? [event.data] : []))
    .findLast(({ approvedBy }) => approvedBy !== null);
  return approved?.to ?? history.find(({ type }) => type === 'dossier.received.v1')?.occurredAt ?? from;
}

/** Several small corrections by one person do not add up to a large one: the bound counts from the time vouched for. */
function secondPersonRefusal({ command, facts }: Correct, minutes: number): Refusal | null {
  const { approvedBy } = command;
  const approved = approvedBy !== undefined && approvedBy !== facts.party.officerId;
  if (minutes <= CORRECTION_ALONE_MINUTES || approved) return null;
  return refuse('second-person-required', { minutes: Math.ceil(minutes), bound: CORRECTION_ALONE_MINUTES });
}

/**
 * The corrected time, or `occurred-in-future`, `reception-correction-illegal` when it does not lie between the facts around
 * it, `second-person-required` beyond `CORRECTION_ALONE_MINUTES` of the clock on the wall.
 */
export function correctionOf(act: Correct): Correction | Refusal {
  const { command, file, facts } = act;
  const from = file.dossier.receivedAt;
  if (from === null) return refuse('reception-correction-illegal', { receivedAt: null });
  const to = notAhead(command.receivedAt, facts.now);
  if (typeof to !== 'string') return to;
  const history = gatheredHistory(act);
  const { before, after } = neighbours(history);
  if ((before !== null && to < before) || (after !== null && to > after)) {
    return refuse('reception-correction-illegal', { receivedAt: to, earliest: before, latest: after });
  }
  const minutes = Math.abs(minutesBetween(vouchedFor(history, from), to));
  return secondPersonRefusal(act, minutes) ?? { from, to };
}
