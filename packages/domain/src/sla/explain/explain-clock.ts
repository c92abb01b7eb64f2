/**
 * Why a clock says what it says: the facts that started, rested, restarted and stopped it, every worked block it counted, and the
 * rule by which it is due. Codes and figures only; sentences are made at the edge.
 */
import { granule } from '../../calendar/deadline.js';
import type { AmendmentPolicy } from '../../amendment/policies.js';
import { goesOn } from '../../dossier/amendments-in-force.js';
import type { Dossier } from '../../dossier/dossier.js';
import type { DossierEvent } from '../../dossier/events.js';
import { evolve } from '../../dossier/evolve.js';
import type { Rules } from '../../dossier/file.js';
import { rulesInTurn, storyOf } from '../../dossier/fold.js';
import type { OutageTurn } from '../../dossier/outage-turns.js';
import { isTurn, toldBy } from '../../dossier/outage-turns.js';
import type { SubDeadlinePolicy } from '../../procedure/procedure.js';
import type { CalendarDays, Duration, WorkDuration } from '../../time/duration.js';
import { instantOf, minuteOf } from '../../time/instant.js';
import type { Instant, Minute } from '../../time/instant.js';
import { advanceClocks, turnedClocks } from '../advance-clocks.js';
import type { Clock, Stretch } from '../clock.js';
import type { CountedDay } from './explain-days.js';
import { countedDays } from './explain-days.js';
import type { ExplainedDue } from './explain-due.js';
import { explainDue } from './explain-due.js';
import type { ExplainedRest, Read, Reason } from './explain-rests.js';
import { closedRests, reasonOf, restsAfter, restsAtStart, restsFrom } from './explain-rests.js';
import { legKeyOf } from '../leg-of.js';
import { askedOrNull } from '../outside.js';
import { runningTimeOf } from '../running-time.js';
import { during } from '../turned.js';

/** A stretch in which it ran; `to` is null while it does. `days` is null where the calendar does not reach. */
export interface ExplainedStretch {
  readonly from: Minute;
  readonly to: Minute | null;
  readonly days: readonly CountedDay[] | null;
}

export interface ExplainedExtension {
  readonly because: Reason;
  readonly by: WorkDuration | CalendarDays;
  readonly legalBasis: string;
}

/** The budget of its leg was cut anew, before or while it ran (ADR 0021). Working minutes. */
export interface ExplainedRecut {
  readonly because: Reason;
  /** The act by which another leg ended, or the limit moved. */
  readonly cause: { readonly seq: number; readonly type: string };
  readonly policy: SubDeadlinePolicy;
  readonly remainingMinutes: number;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** The dossier came under another version of its procedure, by which the clock has counted since (ADR 0029). */
export interface ExplainedAmendment {
  readonly because: Reason;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly policy: AmendmentPolicy;
  readonly limitBefore: Duration;
  readonly limit: Duration;
}

/** One life of the clock: the first, or one that a restart opened. */
export interface ExplainedEpoch {
  readonly startedBy: Reason;
  /** The cut-off that put off the first minute that counts; null when none did. */
  readonly cutoff: { readonly rule: 'transferCutoff' | 'limitCutoff'; readonly time: string } | null;
  readonly stretches: readonly ExplainedStretch[];
  /** With the stretches they tile its life from the first minute that counts. */
  readonly rests: readonly ExplainedRest[];
  readonly extensions: readonly ExplainedExtension[];
  /** Why its budget is not the one the procedure gives; empty where it is. */
  readonly recuts: readonly ExplainedRecut[];
  /** Versions the dossier came under while the clock lived. */
  readonly amendments: readonly ExplainedAmendment[];
  readonly stoppedBy: Reason | null;
  /** Sum of the minutes of all blocks; null where the calendar does not reach. */
  readonly minutes: number | null;
  /** Overdue with the first minute used after `to`, early before `from`; null while there is no due instant. */
  readonly granule: Stretch | null;
  /** The days still ahead of it, up to its due instant; null unless it runs. */
  readonly due: ExplainedDue | null;
  /** The clock itself, with budget, due, breach and outcome. */
  readonly clock: Clock;
}

export interface ClockExplanation {
  readonly clockId: string;
  /** In order; more than one only under supplement policy `restart`. */
  readonly epochs: readonly ExplainedEpoch[];
}

/** What is noted down about one epoch while the journal is read. */
interface Notes {
  readonly clock: Clock;
  readonly startedBy: Reason;
  readonly stoppedBy: Reason | null;
  readonly rests: readonly ExplainedRest[];
  readonly extensions: readonly ExplainedExtension[];
  readonly recuts: readonly ExplainedRecut[];
  readonly amendments: readonly ExplainedAmendment[];
}

/** What an event cut of this clock's leg; none where it left it as it was. */
function recutsBy(event: DossierEvent, leg: string | null): readonly ExplainedRecut[] {
  if (event.type !== 'dossier.subDeadlinesRecut.v1') return [];
  const { policy, remainingMinutes, cause, legs } = event.data;
  return legs
    .filter((each) => each.leg === leg && each.fromMinutes !== each.toMinutes)
    .map(({ fromMinutes, toMinutes }) => {
      return { because: reasonOf(event), cause, policy, remainingMinutes, fromMinutes, toMinutes };
    });
}

function extensionsAfter(notes: Notes | null, clock: Clock, event: DossierEvent): readonly ExplainedExtension[] {
  const extensions = notes?.extensions ?? [];
  if (event.type !== 'dossier.limitExtended.v1' || clock.kind !== 'legal') return extensions;
  const { by, legalBasis } = event.data;
  return [...extensions, { because: reasonOf(event), by, legalBasis }];
}

function amendmentsAfter(notes: Notes | null, clock: Clock, event: DossierEvent): readonly ExplainedAmendment[] {
  const amendments = notes?.amendments ?? [];
  if (event.type !== 'dossier.versionAmended.v1' || clock.status === 'stopped' || !goesOn(event)) return amendments;
  const { fromVersion, toVersion, policy, limitBefore, limit } = event.data;
  return [...amendments, { because: reasonOf(event), fromVersion, toVersion, policy, limitBefore, limit }];
}

/** The notes with one more fact; a new entry when the fact opened an epoch. `told`: every re-cut of its leg so far. */
function noted(
  notes: readonly Notes[],
  clock: Clock,
  { told, ...read }: Read & { readonly told: readonly ExplainedRecut[] },
): readonly Notes[] {
  const last = notes.at(-1) ?? null;
  const current = last?.clock.epoch === clock.epoch ? last : null;
  const reason = reasonOf(read.event);
  const next: Notes = {
    clock,
    startedBy: current?.startedBy ?? reason,
    stoppedBy: clock.status === 'stopped' ? (current?.stoppedBy ?? reason) : null,
    rests: restsAfter(current?.rests ?? restsAtStart(clock, read.event), clock, read),
    extensions: extensionsAfter(current, clock, read.event),
    amendments: amendmentsAfter(current, clock, read.event),
    recuts: clock.status === 'stopped' && current !== null ? current.recuts : told,
  };
  if (current !== null) return [...notes.slice(0, -1), next];
  // The next epoch ends the rest in which the last one ended.
  return last === null
    ? [next]
    : [...notes.slice(0, -1), { ...last, rests: closedRests(last.rests, clock.startedAt) }, next];
}

function explainedStretches(clock: Clock, at: Minute, { legal }: Rules): readonly ExplainedStretch[] {
  const { closed, open } = runningTimeOf(clock);
  const running = clock.status === 'running' && open !== null ? [{ from: open, to: at < open ? open : at }] : [];
  let before = 0;
  return [...closed, ...running].map((stretch, place) => {
    const days = askedOrNull(() => countedDays(stretch, { legal, before }));
    before = days?.findLast(({ blocks }) => blocks.length > 0)?.blocks.at(-1)?.total ?? before;
    return { from: stretch.from, to: place < closed.length ? stretch.to : null, days };
  });
}

function cutoffOf({ kind, startedAt, countsFrom, epoch }: Clock, { procedure }: Rules): ExplainedEpoch['cutoff'] {
  const rule = kind === 'transfer' ? 'transferCutoff' : 'limitCutoff';
  const time = procedure[rule];
  return countsFrom > startedAt && epoch === 1 && time !== null ? { rule, time } : null;
}

function explainedEpoch(notes: Notes, at: Minute, rules: Rules): ExplainedEpoch {
  const { clock, startedBy, stoppedBy, rests, extensions, recuts, amendments } = notes;
  const stretches = explainedStretches(clock, at, rules);
  const blocks = stretches.flatMap(({ days }) => days?.flatMap((day) => day.blocks) ?? []);
  const known = stretches.every(({ days }) => days !== null);
  const minutes = known ? blocks.reduce((sum, block) => sum + block.minutes, 0) : null;
  return {
    startedBy,
    stoppedBy,
    cutoff: cutoffOf(clock, rules),
    stretches,
    rests: restsFrom(clock.countsFrom, rests),
    extensions,
    recuts,
    amendments,
    minutes,
    due: explainDue(clock, { at, before: minutes, legal: rules.legal }),
    granule: clock.dueAt === null ? null : granule({ due: clock.dueAt, granularity: clock.granularity }),
    clock,
  };
}

/** A turn in the words of the fact that told its outage, at the minute at which it turned. */
function asFact(turn: OutageTurn, history: readonly DossierEvent[]): DossierEvent | null {
  const fact = toldBy(history, turn);
  return fact === null ? null : { ...fact, occurredAt: instantOf(turn.at) };
}

/**
 * Explains a clock from the journal as it reads today, up to `at` (facts that happened later are left out; an open stretch is
 * counted until then). Null when the dossier has no such clock by then. Pure.
 */
export function explainClock(
  history: readonly DossierEvent[],
  { clockId, at }: { readonly clockId: string; readonly at: Instant },
  allRules: Rules,
): ClockExplanation | null {
  let before: Dossier | null = null;
  let clocks: readonly Clock[] = [];
  let notes: readonly Notes[] = [];
  let told: readonly ExplainedRecut[] = [];
  const rulesOf = rulesInTurn(history, allRules);
  let rules = allRules;
  for (const step of storyOf(history, allRules)) {
    if (isTurn(step)) {
      if (before === null || step.at > minuteOf(at)) continue;
      before = during(before, step);
      clocks = turnedClocks(clocks, { after: before, at: step.at, rules });
    } else {
      if (step.occurredAt > at) continue;
      rules = rulesOf(step);
      const dossier: Dossier = evolve(before, step);
      const moves = step.type !== 'dossier.receptionCorrected.v1';
      if (moves) clocks = advanceClocks({ clocks, before, event: step, after: dossier, rules });
      told = [...told, ...recutsBy(step, legKeyOf(clockId))];
      before = dossier;
    }
    const clock = clocks.find(({ id }) => id === clockId);
    const event = isTurn(step) ? asFact(step, history) : step;
    if (clock !== undefined && event !== null) notes = noted(notes, clock, { event, dossier: before, rules, told });
  }
  if (notes.length === 0) return null;
  return { clockId, epochs: notes.map((epoch) => explainedEpoch(epoch, minuteOf(at), allRules)) };
}
