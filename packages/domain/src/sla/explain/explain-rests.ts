/** When a clock rested and why, noted down fact by fact: beside its stretches the other half of its life. */
import type { Dossier } from '../../dossier/dossier.js';
import type { DossierEvent, EventType } from '../../dossier/events.js';
import type { Rules } from '../../dossier/file.js';
import { minuteOf } from '../../time/instant.js';
import type { Instant, Minute } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import type { RestGround } from '../rest-grounds.js';
import { restGrounds } from '../rest-grounds.js';

/** A fact of the journal that is a reason. */
export interface Reason {
  readonly seq: number;
  readonly type: EventType;
  readonly at: Instant;
}

/** A time in which it rested; `to` is null while it does. */
export interface ExplainedRest {
  readonly from: Minute;
  readonly to: Minute | null;
  readonly because: Reason;
  readonly grounds: readonly RestGround[];
}

/** A fact with the dossier after it. */
export interface Read {
  readonly event: DossierEvent;
  readonly dossier: Dossier;
  readonly rules: Rules;
}

export const reasonOf = ({ seq, type, occurredAt }: DossierEvent): Reason => ({ seq, type, at: occurredAt });

function sameGround(a: RestGround, b: RestGround): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The open rest ends at `to`; one that lasted no minute was none. */
export function closedRests(rests: readonly ExplainedRest[], to: Minute | null): readonly ExplainedRest[] {
  const open = rests.at(-1);
  if (open === undefined || open.to !== null || to === null) return rests;
  const before = rests.slice(0, -1);
  return open.from < to ? [...before, { ...open, to }] : before;
}

/**
 * The rest a clock may open with: a held dossier whose receiver proves competent has had its limit since reception, resting while
 * nobody was known where the procedure leaves the way out of it.
 */
export function restsAtStart(
  { startedAt, stretches, runningSince }: Clock,
  event: DossierEvent,
): readonly ExplainedRest[] {
  if (stretches.length > 0 || runningSince === null || runningSince <= startedAt) return [];
  return [{ from: startedAt, to: runningSince, because: reasonOf(event), grounds: [{ code: 'transferExcluded' }] }];
}

/** The rests of a clock after one more fact. A further ground joins the rest under way. */
export function restsAfter(
  rests: readonly ExplainedRest[],
  clock: Clock,
  { event, dossier, rules }: Read,
): readonly ExplainedRest[] {
  if (clock.status !== 'paused') return closedRests(rests, clock.runningSince ?? clock.stoppedAt);
  const grounds = restGrounds(clock, dossier, rules.procedure);
  const last = rests.at(-1);
  if (last === undefined || last.to !== null) {
    const since = clock.pausedSince ?? minuteOf(event.occurredAt);
    // Two rests without a minute between them stay two: each has its own reason.
    const ended = last?.to ?? since;
    return [...rests, { from: since < ended ? ended : since, to: null, because: reasonOf(event), grounds }];
  }
  const more = grounds.filter((ground) => !last.grounds.some((known) => sameGround(known, ground)));
  return more.length === 0 ? rests : [...rests.slice(0, -1), { ...last, grounds: [...last.grounds, ...more] }];
}

/** Without what lies before the first minute that counts: there the clock neither ran nor rested. */
export function restsFrom(first: Minute, rests: readonly ExplainedRest[]): readonly ExplainedRest[] {
  return rests
    .filter(({ to }) => to === null || to > first)
    .map((rest) => (rest.from < first ? { ...rest, from: first } : rest));
}
