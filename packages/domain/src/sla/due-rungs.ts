/** Warnings and breaches whose time has come: the facts the sweep, and the ledger before each act, put into the journal. */
import { fact } from '../dossier/act.js';
import type { Dossier } from '../dossier/dossier.js';
import type { Fact } from '../dossier/events.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import type { Clock } from './clock.js';
import { askedOrNull } from './outside.js';
import { warningInstant } from './reckoning.js';

/** One rung of one epoch of a clock. `percent` is null for the breach. */
interface Rung {
  readonly clock: Clock;
  readonly at: Minute;
  readonly percent: number | null;
}

function warningsOf(clock: Clock, until: Minute, { procedure, legal }: Rules): readonly Rung[] {
  if (clock.warnAt === null || clock.warnAt > until) return [];
  return procedure.warnPercents
    .filter((percent) => !clock.warned.includes(percent))
    .flatMap((percent) => {
      const at = askedOrNull(() => warningInstant(clock, percent, legal));
      return at === null || at > until ? [] : [{ clock, percent, at }];
    });
}

function breachOf(clock: Clock, until: Minute): readonly Rung[] {
  const at = clock.breachFiresAt;
  return clock.breached || at === null || at > until ? [] : [{ clock, percent: null, at }];
}

function inOrder(a: Rung, b: Rung): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.clock.id !== b.clock.id) return a.clock.id < b.clock.id ? -1 : 1;
  return (a.percent ?? Infinity) - (b.percent ?? Infinity);
}

/** The attempt whose delivery or acceptance the clock measures, while that transfer still waits for it; null for other clocks. */
function lapsingAttempt({ kind, status, id }: Clock, { transfer }: Dossier): number | null {
  if (status !== 'running' || transfer === null || (kind !== 'delivery' && kind !== 'acceptance')) return null;
  return id === `${kind}:${transfer.attempt}` ? transfer.attempt : null;
}

/** Up to which instant rungs are looked for, and when that is done. */
export interface Looked {
  readonly until: Instant;
  readonly now: Instant;
}

/**
 * Facts for the rungs whose instant is not after `until` and that the journal lacks, in order of that instant, then of clock id.
 * A fact happened, as a fact, at `now`, when it was found out; `rungAt` is the true instant. The breach of a delivery or
 * acceptance clock comes with the lapse of its transfer, which opens it to a supervisor. Each rung once per (clock, rung, epoch),
 * provided the facts are folded in before the next question. Pure.
 */
export function dueRungs(file: DossierFile, { until, now }: Looked, rules: Rules): readonly Fact[] {
  const last = minuteOf(until);
  const by = { at: now, phase: file.dossier.phase };
  return file.clocks
    .flatMap((clock) => [...warningsOf(clock, last, rules), ...breachOf(clock, last)])
    .sort(inOrder)
    .flatMap(({ clock, at, percent }): readonly Fact[] => {
      const rung = { clockId: clock.id, epoch: clock.epoch, rungAt: instantOf(at) };
      if (percent !== null) return [fact('dossier.clockWarned.v1', by, { ...rung, percent })];
      const breach = fact('dossier.clockBreached.v1', by, rung);
      const attempt = lapsingAttempt(clock, file.dossier);
      return attempt === null ? [breach] : [breach, fact('dossier.transferLapsed.v1', by, { ...rung, attempt })];
    });
}
