/** Whose a dossier's lateness is: every minute after the granule of its limit in exactly one class of one owner (ADR 0026). */
import type { DossierFile, Rules } from '../../dossier/file.js';
import { instantOf, minuteOf, plusMinutes } from '../../time/instant.js';
import type { Instant, Minute } from '../../time/instant.js';
import { segmentsUntil } from '../attribution.js';
import type { Clock, Stretch } from '../clock.js';
import { OUTSIDE, asked } from '../outside.js';
import type { Owner } from '../owner.js';
import { sameOwner } from '../owner.js';
import { countedBetween, countedStretches } from './counted-time.js';
import { countedPieces } from './excess.js';
import type { LateRun, LatenessClass } from './late-minutes.js';
import { lateRuns } from './late-minutes.js';

/** Late minutes that are alike, [from, to). */
export interface LateStretch extends Stretch {
  readonly minutes: number;
  /** Who held the dossier. */
  readonly owner: Owner;
  readonly leg: string;
  readonly kind: LatenessClass;
  /** Whose excess made it late; the holder himself for his own, null where it is nobody's. */
  readonly dueTo: Owner | null;
}

/** The late minutes one owner held, by class; and beside them those that others held because of him. */
export interface LateShare extends Readonly<Record<LatenessClass, number>> {
  readonly owner: Owner;
  readonly passedOn: number;
}

export type LatenessReason = 'calendar-does-not-reach';

export type Lateness =
  /** No limit runs or ran: not received, or not yet with the agency at whose receipt it begins. */
  | { readonly state: 'noLimit' }
  | { readonly state: 'unknown'; readonly reason: LatenessReason }
  | { readonly state: 'inTime'; readonly ended: boolean }
  | {
      readonly state: 'late';
      /** Whether the limit has stopped: otherwise the account is open. */
      readonly ended: boolean;
      /** Beginning of the first late minute. */
      readonly since: Minute;
      readonly until: Minute;
      readonly minutes: number;
      /** It rests on days that are only expected. */
      readonly provisional: boolean;
      readonly stretches: readonly LateStretch[];
      readonly shares: readonly LateShare[];
    };

const UNKNOWN: Lateness = { state: 'unknown', reason: 'calendar-does-not-reach' };

function stretchOf({ piece, skip, minutes, kind, dueTo }: LateRun, { legal }: Rules): LateStretch {
  const instantAfter = (count: number): Minute => (count === 0 ? piece.from : legal.addWork(piece.from, count));
  const end = skip + minutes;
  return {
    from: instantAfter(skip),
    to: end === piece.minutes ? piece.to : instantAfter(end),
    ...{ minutes, owner: piece.holder, leg: piece.leg, kind, dueTo },
  };
}

const NOTHING = { ownExcess: 0, inherited: 0, structural: 0, outside: 0, passedOn: 0 };

/** Late minutes by owner, in the order in which the owners first appear. Sums over the first four columns are all late minutes. Pure. */
export function lateShares(stretches: readonly LateStretch[]): readonly LateShare[] {
  const shares: LateShare[] = [];
  const add = (owner: Owner, column: LatenessClass | 'passedOn', minutes: number): void => {
    const place = shares.findIndex((share) => sameOwner(share.owner, owner));
    const share = shares[place] ?? { owner, ...NOTHING };
    shares[place === -1 ? shares.length : place] = { ...share, [column]: share[column] + minutes };
  };
  for (const { owner, kind, dueTo, minutes } of stretches) {
    add(owner, kind, minutes);
    if (kind === 'inherited' && dueTo !== null) add(dueTo, 'passedOn', minutes);
  }
  return shares;
}

interface Overrun {
  readonly limit: Clock;
  readonly since: Minute;
  readonly until: Minute;
}

/** Throws OutsideCalendar. */
function lateAccount(file: DossierFile, rules: Rules, { limit, since, until }: Overrun): Lateness {
  const counted = countedStretches(limit, until);
  const inTime = countedBetween(counted, { from: limit.startedAt, to: since }, rules.legal);
  const late = countedBetween(counted, { from: since, to: until }, rules.legal);
  const segments = segmentsUntil(file.segments, instantOf(until), rules);
  const question = { rules, limit: inTime };
  const pieces = countedPieces({ file, counted, question }, segments);
  const stretches = lateRuns(pieces, inTime).map((run) => stretchOf(run, rules));
  return {
    state: 'late',
    ended: limit.status === 'stopped',
    ...{ since, until, minutes: late, stretches, shares: lateShares(stretches) },
    provisional: rules.legal.provisional(limit.startedAt, until),
  };
}

/**
 * The lateness of a dossier by the limit as it stands (after a restart: the one that began anew), looked at `at` a moment; segments must
 * all be there. Minutes of the legal calendar in which the limit ran. Unknown where the calendar does not reach (law 8). Pure.
 */
export function lateness(file: DossierFile, rules: Rules, at: Instant): Lateness {
  const limit = file.clocks.find(({ id }) => id === 'legal');
  if (limit === undefined) return { state: 'noLimit' };
  if (limit.certainty === 'notComputable') return UNKNOWN;
  const ended = limit.status === 'stopped';
  const now = minuteOf(at);
  const until = limit.stoppedAt ?? (now < limit.startedAt ? limit.startedAt : now);
  const { breachFiresAt } = limit;
  if (ended && limit.outcome === null && limit.budget.unit !== 'none') return UNKNOWN;
  if (breachFiresAt === null || breachFiresAt > until) return { state: 'inTime', ended };
  // The breach fires at the end of the first late minute.
  const since = plusMinutes(breachFiresAt, -1);
  const account = asked(() => lateAccount(file, rules, { limit, since, until }));
  return account === OUTSIDE ? UNKNOWN : account;
}
