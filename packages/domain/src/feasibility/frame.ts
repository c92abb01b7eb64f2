/** A timeline laid on its calendars: the grid of instants, the passage of every leg and wait, the starts that are asked about. */
import type { Day } from '../time/instant.js';
import { dayFromIso, plusDays } from '../time/instant.js';
import { legalDays } from './legal-days.js';
import type { MinuteGrid, OfficeMinutes } from './minute-grid.js';
import { minuteGrid } from './minute-grid.js';
import type { Desks, LegPassage, Passage } from './passage.js';
import { cutToMinimum, joined, legPassage, waitPassage } from './passage.js';
import { HOURS_OF_DAY, hourOf } from './start-grid.js';
import type { Offices, Party, ProofRange, Stage, Timeline, TimelineLeg } from './timeline.js';

export interface LaidLeg {
  readonly leg: TimelineLeg;
  readonly passage: LegPassage;
}

export interface LaidLegStage {
  readonly kind: 'leg';
  readonly laid: LaidLeg;
  readonly passage: Passage;
  readonly limitRests: boolean;
}

export interface LaidTogether {
  readonly kind: 'together';
  readonly branches: readonly (readonly LaidLeg[])[];
  readonly passage: Passage;
  readonly limitRests: false;
}

export type LaidStage = { readonly kind: 'limitOpens' } | { readonly kind: 'mayWait' } | LaidLegStage | LaidTogether;

/** The calendars of a proof over one grid: the same for every timeline that needs the same desks. */
export interface Ground extends Desks {
  readonly grid: MinuteGrid;
  /** Instants at which the receiver's desk begins to work a minute of the days and hours of reception. */
  readonly starts: Int32Array;
}

export interface Frame extends Ground {
  readonly timeline: Timeline;
  readonly stages: readonly LaidStage[];
  /** Passages of the timeline's waits, in their order. */
  readonly waits: readonly Passage[];
}

function laid(stage: Stage, desks: Desks): LaidStage {
  if (stage.kind === 'leg') {
    const passage = legPassage(stage.leg, desks);
    return { kind: 'leg', laid: { leg: stage.leg, passage }, passage, limitRests: stage.limitRests };
  }
  if (stage.kind !== 'together') return { kind: stage.kind };
  const branches = stage.branches.map((legs) => legs.map((leg) => ({ leg, passage: legPassage(leg, desks) })));
  const passages = branches.map((legs) => legs.map(({ passage }) => passage));
  return { kind: 'together', branches, passage: joined(passages, desks.days.grid), limitRests: false };
}

function startsOf(grid: MinuteGrid, { workedBefore }: OfficeMinutes, { receptions }: ProofRange): Int32Array {
  const from = receptions === undefined ? 0 : receptions.firstDay - grid.firstDay;
  const to = receptions === undefined ? grid.days - 1 : receptions.lastDay - grid.firstDay;
  const { hours = { from: 0, to: HOURS_OF_DAY } } = receptions ?? {};
  const starts: number[] = [];
  for (let i = 0; i + 1 < grid.size; i++) {
    const day = grid.dayAt[i]!;
    if (day < from || day > to || workedBefore[i + 1]! <= workedBefore[i]!) continue;
    const hour = hourOf(grid, i);
    if (hour >= hours.from && hour < hours.to) starts.push(i);
  }
  return Int32Array.from(starts);
}

/** Days before the first reception that are laid too, so that the last desk minute before it can be named. */
const DAYS_BEFORE = 31;

/**
 * The ground of calendars that were found to be there and loaded (`obstacleTo`), up to a day of the loaded years: what lies after it
 * counts as beyond them.
 */
export function groundOf(
  parties: readonly Party[],
  offices: Offices,
  range: ProofRange & { readonly lastDay: Day },
): Ground {
  const desksOf = parties.map((party) => {
    const desk = offices.desks[party];
    if (desk === undefined) throw new RangeError(`no calendar of ${party}`);
    return desk;
  });
  const loadedFrom = dayFromIso(`${range.years[0]}-01-01`);
  const asked = plusDays(range.receptions?.firstDay ?? loadedFrom, -DAYS_BEFORE);
  const firstDay = asked > loadedFrom ? asked : loadedFrom;
  const length = range.lastDay - firstDay + 1;
  const grid = minuteGrid([offices.legal, ...desksOf], firstDay, length);
  const deskOf: Desks['deskOf'] = (party) => grid.offices[parties.indexOf(party) + 1]!;
  const starts = startsOf(grid, deskOf('receiver'), range);
  return { grid, days: legalDays(grid, offices.legal.minutesPerDay), deskOf, starts };
}

/** Lays a timeline on its ground. */
export function frameOn(ground: Ground, timeline: Timeline): Frame {
  return {
    ...ground,
    timeline,
    stages: timeline.stages.map((stage) => laid(stage, ground)),
    waits: timeline.waits.map((wait) => waitPassage(wait, ground.days)),
  };
}

/** Branches that begin first: their first legs keep their budgets, the others follow observed ends. */
function recutBranches(branches: readonly (readonly LaidLeg[])[], grid: MinuteGrid): Passage {
  const cut = (legs: readonly LaidLeg[]) => legs.map(({ passage }, i) => (i === 0 ? passage : cutToMinimum(passage)));
  return joined(branches.map(cut), grid);
}

/** The frame when every leg after the first is cut to its minimum work, as deadlines that follow observed ends would do it. */
export function recut(frame: Frame): Frame {
  const first = frame.stages.findIndex(({ kind }) => kind === 'leg' || kind === 'together');
  const stages = frame.stages.map((stage, i): LaidStage => {
    if (stage.kind !== 'leg' && stage.kind !== 'together') return stage;
    if (i > first) return { ...stage, passage: cutToMinimum(stage.passage) };
    return stage.kind === 'leg' ? stage : { ...stage, passage: recutBranches(stage.branches, frame.grid) };
  });
  return { ...frame, stages };
}
