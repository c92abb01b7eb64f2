/**
 * One start of the proof, followed for one dossier (DESIGN 4.6, 4.9): what is left of its limit when everybody takes what his budget
 * allows at his desk, and nobody asks for anything besides? The path is one of those the proof looks at, so a dossier that cannot be
 * kept here breaches in the proof of its route too, from the minute it came in; where nothing may be asked for and the limit never
 * rests it is the worst of them.
 */
import type { Calendar } from '../calendar/calendar.js';
import type { Channel, ProcedureVersion } from '../procedure/procedure.js';
import { cutoffOf, transferCountsFrom } from '../sla/limit.js';
import { askedOrNull } from '../sla/outside.js';
import type { Duration } from '../time/duration.js';
import { isCalendarDays, isSameDay, workMinutes, workingHours } from '../time/duration.js';
import type { Minute } from '../time/instant.js';
import type { Party, Stage, TimelineLeg } from './timeline.js';
import { timelineOf } from './timeline-of-procedure.js';

export interface StartQuestion {
  readonly procedure: ProcedureVersion;
  readonly caseKey: string;
  readonly channel: Channel;
  /** False where the receiver itself is competent: nothing travels. */
  readonly crossesBoundary: boolean;
  readonly receivedAt: Minute;
  /** Working minutes the limit gives, on the legal calendar. */
  readonly limitMinutes: number;
  /** Where the limit counts from; null where it opens only at the competent agency. */
  readonly limitFrom: Minute | null;
  readonly legal: Calendar;
  /** The desk of the receiver or of the decider; null, and for everybody else: the legal hours. */
  readonly desk: (party: Party) => Calendar | null;
}

/** Working minutes of the legal calendar. A leg during which the limit does not run counts 0. */
export interface StartPlan {
  readonly limit: number;
  /** From where the limit counts to where the transfer does: what a cut-off gives away. */
  readonly cutoffWait: number;
  readonly transferOut: number;
  readonly acceptance: number;
  /** Of the steps, and of required opinions beside them. */
  readonly processing: number;
  /** Of the way back; on the legal clock only where that ends with `readyForReturn`. */
  readonly resultBack: number;
  /** What the transfer leaves to the competent agency, acceptance included. */
  readonly competentKeeps: number;
  /** Left of the legal limit; negative: overdue by construction. */
  readonly slack: number;
  /** Left of the promise, which is kept only when the result is back; negative: broken by construction. */
  readonly promiseSlack: number;
}

/**
 * Working minutes of a limit; for a same-day one the whole day, the most it can be. Null for calendar days: what they hold depends
 * on when they begin.
 */
export function limitMinutesOf(limit: Duration, minutesPerDay: number): number | null {
  if (isCalendarDays(limit)) return null;
  return isSameDay(limit) ? minutesPerDay : workMinutes(limit, minutesPerDay);
}

/** Stands for the step of a procedure that has none; no budget can be written as nothing, so it is taken away again (`withoutTime`). */
const UNKNOWN: ProcedureVersion['steps'][number] = {
  ...{ key: 'decision', name: 'decision', nameEn: 'decision' },
  ...{ budget: workingHours(1), minimumWorkMinutes: 0, requires: [] },
};

function withoutTime(stages: readonly Stage[]): readonly Stage[] {
  const leg = (one: TimelineLeg): TimelineLeg => (one.key === `step:${UNKNOWN.key}` ? { ...one, budget: 0 } : one);
  return stages.map((stage) => {
    if (stage.kind === 'leg') return { ...stage, leg: leg(stage.leg) };
    return stage.kind === 'together' ? { ...stage, branches: stage.branches.map((legs) => legs.map(leg)) } : stage;
  });
}

/** What a version says at the least where it does not say all: no step takes no time, an opinion that stops the clock uses none of it. */
function atLeast(procedure: ProcedureVersion): ProcedureVersion {
  const { steps, consultations } = procedure;
  return {
    ...procedure,
    steps: steps.length === 0 ? [UNKNOWN] : steps,
    consultations: consultations.filter(({ pausesLegalClock }) => !pausesLegalClock),
    // So that the way back is planned too: it is charged to the promise always, to the limit where that ends with it.
    legalEnd: 'readyForReturn',
  };
}

/** The last minute a leg may end: the last desk minute its budget allows, and not before its work is done. */
function latestEnd(leg: TimelineLeg, arrival: Minute, { legal, desk }: StartQuestion): Minute {
  const at = (party: Party): Calendar => desk(party) ?? legal;
  const done = leg.work.reduce(
    (begun, { desk: party, minutes }) => (minutes === 0 ? begun : at(party).addWork(begun, minutes)),
    arrival,
  );
  const own = at(leg.work.at(-1)?.desk ?? leg.owner);
  const due = legal.addWork(transferCountsFrom(arrival, leg.cutoff ?? undefined, legal), leg.budget);
  const allowed = own.addWork(arrival, own.workBetween(arrival, due));
  return allowed > done ? allowed : done;
}

function endOf(stage: Stage, arrival: Minute, question: StartQuestion): Minute {
  if (stage.kind === 'leg') return latestEnd(stage.leg, arrival, question);
  if (stage.kind !== 'together') return arrival;
  const ends = stage.branches.map((legs) => legs.reduce((at, leg) => latestEnd(leg, at, question), arrival));
  return ends.reduce((last, end) => (end > last ? end : last), arrival);
}

const LEGS = { transfer: 'transferOut', acceptance: 'acceptance', resultTransfer: 'resultBack' } as const;
type Charged = Record<'transferOut' | 'acceptance' | 'processing' | 'resultBack', number>;

/** What each part of the plan is charged, leg after leg, from the reception on. */
function charges(stages: readonly Stage[], question: StartQuestion): Charged {
  const { legal, limitFrom, receivedAt } = question;
  const charged: Charged = { transferOut: 0, acceptance: 0, processing: 0, resultBack: 0 };
  let [at, isOpen] = [receivedAt, false];
  for (const stage of stages) {
    if (stage.kind === 'limitOpens') isOpen = true;
    const from = limitFrom !== null && limitFrom > at ? limitFrom : at;
    at = endOf(stage, at, question);
    if (!isOpen || (stage.kind === 'leg' && stage.limitRests) || at <= from) continue;
    const part = stage.kind === 'leg' ? (LEGS[stage.leg.key as keyof typeof LEGS] ?? 'processing') : 'processing';
    charged[part] += legal.workBetween(from, at);
  }
  return charged;
}

/** What the transfer's cut-off gives away of a limit that runs meanwhile. */
function waitForCutoff({ procedure, receivedAt, limitFrom, legal, crossesBoundary }: StartQuestion): number {
  const runs = crossesBoundary && procedure.clockStart === 'reception' && !procedure.transferExcluded;
  const cutoff = cutoffOf(procedure.transferCutoff);
  if (!runs || limitFrom === null || cutoff === undefined) return 0;
  return Math.max(0, legal.workBetween(limitFrom, transferCountsFrom(receivedAt, cutoff, legal)));
}

/** The plan of one reception. Null where the calendar does not reach, or the route has no timeline. Pure. */
export function planFrom(question: StartQuestion): StartPlan | null {
  const { procedure, caseKey, channel, crossesBoundary, legal, limitMinutes: limit } = question;
  const route = crossesBoundary ? 'crosses' : 'sameAgency';
  const planned = atLeast(procedure);
  const timeline = timelineOf({ procedure: planned, caseKey, channel, route, minutesPerDay: legal.minutesPerDay });
  if ('computable' in timeline) return null;
  return askedOrNull(() => {
    const charged = charges(procedure.steps.length === 0 ? withoutTime(timeline.stages) : timeline.stages, question);
    const cutoffWait = Math.min(charged.transferOut, waitForCutoff(question));
    const transferOut = charged.transferOut - cutoffWait;
    const { acceptance, processing } = charged;
    const competentKeeps = limit - cutoffWait - transferOut;
    const decided = competentKeeps - acceptance - processing;
    const resultBack = procedure.legalEnd === 'readyForReturn' ? charged.resultBack : 0;
    return {
      ...{ limit, cutoffWait, transferOut, acceptance, processing, resultBack, competentKeeps },
      slack: decided - resultBack,
      promiseSlack: decided - charged.resultBack,
    };
  });
}

/** What is wrong by construction: the legal limit itself, or only the promise; null when neither. */
export function structuralInfeasibility({ slack, promiseSlack }: StartPlan): 'limit' | 'promise' | null {
  if (slack < 0) return 'limit';
  return promiseSlack < 0 ? 'promise' : null;
}
