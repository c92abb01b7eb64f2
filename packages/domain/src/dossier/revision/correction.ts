/** When a reception time may be corrected, and by whom (DESIGN 4.1, 4.8). */
import { refuse } from '../../kernel/refusal.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { Instant } from '../../time/instant.js';
import type { Act } from '../act.js';
import { asItHappened, correctedTimes, factKey } from './as-it-happened.js';
import { CORRECTION_ALONE_MINUTES } from '../commands.js';
import type { DossierEvent } from '../events.js';
import { isDeclared } from '../events.js';
import { gatheredHistory, secondPersonRefusal } from './revised.js';
import { minutesBetween, notAhead } from '../times.js';

export interface Correction {
  readonly from: Instant;
  readonly to: Instant;
}

type Correct = Act<'correctReception'>;

/** Declared times around the reception, as they read today, which the corrected one must lie between. */
function neighbours(history: readonly DossierEvent[]): {
  readonly before: Instant | null;
  readonly after: Instant | null;
} {
  const declared = asItHappened(history).filter(({ type }) => isDeclared(type));
  const place = declared.findIndex(({ type }) => type === 'dossier.received.v1');
  const later = declared.slice(place + 1).map(({ occurredAt }) => occurredAt);
  return {
    before: declared[place - 1]?.occurredAt ?? null,
    after: later.reduce<Instant | null>((least, at) => (least === null || at < least ? at : least), null),
  };
}

/** The time two persons stand for: of the last approved correction, else the one first typed in. */
function vouchedFor(history: readonly DossierEvent[], from: Instant): Instant {
  const reception = history.find(({ type }) => type === 'dossier.received.v1');
  if (reception === undefined) return from;
  return correctedTimes(history).get(factKey(reception.seq))?.vouchedFor ?? reception.occurredAt;
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
  const history = gatheredHistory(facts);
  const { before, after } = neighbours(history);
  if ((before !== null && to < before) || (after !== null && to > after)) {
    return refuse('reception-correction-illegal', { receivedAt: to, earliest: before, latest: after });
  }
  // Several small corrections by one person do not add up to a large one: the bound counts from the time vouched for.
  const minutes = Math.abs(minutesBetween(vouchedFor(history, from), to));
  return secondPersonRefusal(minutes, command.approvedBy, facts) ?? { from, to };
}
