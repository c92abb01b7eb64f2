/** Warnings and breaches whose time has come: the facts the sweep, and the ledger before each act, put into the journal. */
import { fact } from '../../dossier/act.js';
import type { Dossier } from '../../dossier/dossier.js';
import type { Fact } from '../../dossier/events.js';
import type { DossierFile, Rules } from '../../dossier/file.js';
import { instantOf, minuteOf } from '../../time/instant.js';
import type { Instant, Minute } from '../../time/instant.js';
import type { Clock } from '../clock.js';
import { openLevels, openMinutes, openPercents } from './configured-rungs.js';
import type { LowRung } from './low-rung.js';
import { RISK_RUNG_LEVELS } from './low-rung.js';
import { askedOrNull } from '../outside.js';
import { planRungInstant } from './plan-rungs.js';
import { remainingInstant, warningInstant } from './rung-instants.js';

type Told = { readonly percent: number } | { readonly low: LowRung } | 'breach';

/** One rung of one epoch of a clock. */
interface Rung {
  readonly clock: Clock;
  readonly at: Minute;
  readonly what: Told;
}

interface Looker {
  readonly file: DossierFile;
  readonly until: Minute;
  readonly rules: Rules;
}

/** Shares of the budget used, and working minutes left, by the clock's own time. */
function ownWarnings(clock: Clock, { legal, procedure }: Rules): readonly (readonly [Told, Minute | null])[] {
  if (clock.status !== 'running') return [];
  return [
    ...openPercents(clock, procedure).map(
      (percent) => [{ percent }, askedOrNull(() => warningInstant(clock, percent, legal))] as const,
    ),
    ...openMinutes(clock, procedure).map((minutes) => {
      const at = askedOrNull(() => remainingInstant(clock, minutes, legal));
      return [{ low: { kind: 'remaining', minutes } }, at] as const;
    }),
  ];
}

/** The plan's rungs, which are the limit's. */
function planWarnings(clock: Clock, { file, rules }: Looker): readonly (readonly [Told, Minute | null])[] {
  if (clock.id !== 'legal') return [];
  return openLevels(clock, rules.procedure).map(
    (level) => [{ low: { kind: 'risk', level } }, planRungInstant({ ...file, rules }, level)] as const,
  );
}

function warningsOf(clock: Clock, look: Looker): readonly Rung[] {
  if (clock.warnAt === null || clock.warnAt > look.until) return [];
  return [...ownWarnings(clock, look.rules), ...planWarnings(clock, look)].flatMap(([what, at]) =>
    at === null || at > look.until ? [] : [{ clock, what, at }],
  );
}

function breachOf(clock: Clock, until: Minute): readonly Rung[] {
  const at = clock.breachFiresAt;
  return clock.breached || at === null || at > until ? [] : [{ clock, what: 'breach', at }];
}

/** Among those of one minute: shares from the smallest, minutes left from the most, the plan, and the breach last. */
function weight(what: Told): number {
  if (what === 'breach') return Infinity;
  if ('percent' in what) return what.percent;
  if (what.low.kind === 'remaining') return AFTER_SHARES - what.low.minutes;
  return AFTER_SHARES + RISK_RUNG_LEVELS.indexOf(what.low.level);
}
const AFTER_SHARES = 1_000_000;

function inOrder(a: Rung, b: Rung): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.clock.id !== b.clock.id) return a.clock.id < b.clock.id ? -1 : 1;
  return weight(a.what) - weight(b.what);
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
    .flatMap((clock) => [...warningsOf(clock, { file, until: last, rules }), ...breachOf(clock, last)])
    .sort(inOrder)
    .flatMap(({ clock, at, what }): readonly Fact[] => {
      const rung = { clockId: clock.id, epoch: clock.epoch, rungAt: instantOf(at) };
      if (what !== 'breach' && 'percent' in what) return [fact('dossier.clockWarned.v1', by, { ...rung, ...what })];
      if (what !== 'breach') return [fact('dossier.clockRunsLow.v1', by, { ...rung, rung: what.low })];
      const breach = fact('dossier.clockBreached.v1', by, rung);
      const attempt = lapsingAttempt(clock, file.dossier);
      return attempt === null ? [breach] : [breach, fact('dossier.transferLapsed.v1', by, { ...rung, attempt })];
    });
}
