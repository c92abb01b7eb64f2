/** A file from its journal: the dossier, its clocks and its segments, folded together (law 1). Pure. */
import { advanceClocks } from '../sla/advance-clocks.js';
import { advanceSegments } from '../sla/advance-segments.js';
import { turned } from '../sla/turned.js';
import { minuteOf } from '../time/instant.js';
import { amendmentsInForce, withoutReverted } from './amendments-in-force.js';
import { asItHappened, placeAt, revises } from './revision/as-it-happened.js';
import type { DossierEvent, EventOf } from './events.js';
import { isAct, isDeclared, isRemark } from './events.js';
import type { DossierId } from '../kernel/ids.js';
import type { Instant, Minute } from '../time/instant.js';
import { evolve } from './evolve.js';
import { HeldLimit } from './held-limit.js';
import { isTurn, outagesTold, settledUntil, turnsOf, withTurns } from './outage-turns.js';
import type { Outages, Step } from './outage-turns.js';
import { withDesksRestated } from './restated-desks.js';
import type { DossierFile, Rules } from './file.js';
import { JournalFault } from './journal-fault.js';

function checkFollows(
  before: { readonly seq: number; readonly dossierId: DossierId } | null,
  event: DossierEvent,
): void {
  const expected = (before?.seq ?? 0) + 1;
  if (event.seq !== expected) throw new JournalFault(`fact ${event.seq} where ${expected} must follow`);
  if (before !== null && event.dossierId !== before.dossierId) throw new JournalFault('fact of another dossier');
}

function checkPlace(file: DossierFile | null, event: DossierEvent): void {
  checkFollows(file === null ? null : { seq: file.dossier.seq, dossierId: file.dossier.id }, event);
}

/** The rules with another version of the procedure. Throws JournalFault where it is not to be had. */
function inVersion(rules: Rules, version: number): Rules {
  if (rules.procedure.version === version) return rules;
  if (rules.version === undefined) throw new JournalFault(`version ${version} of the procedure is not at hand`);
  return { ...rules, ...rules.version(version) };
}

/**
 * The rules of each fact of an amended journal: those of the version the dossier was under with that fact. `rules` are those of
 * `pinAfter`. Throws JournalFault for a version that is not to be had. Pure.
 */
export function rulesInTurn(events: readonly DossierEvent[], rules: Rules): (event: DossierEvent) => Rules {
  const amendments = amendmentsInForce(events);
  const first = amendments[0]?.data.fromVersion;
  if (first === undefined) return () => rules;
  const known = new Map(
    [rules.procedure.version, first, ...amendments.map(({ data }) => data.toVersion)].map(
      (version) => [version, inVersion(rules, version)] as const,
    ),
  );
  return ({ seq }) => {
    const version = amendments.findLast((amendment) => amendment.seq <= seq)?.data.toVersion ?? first;
    return known.get(version) ?? rules;
  };
}

function folded(file: DossierFile | null, event: DossierEvent, rules: Rules): DossierFile {
  const before = file?.dossier ?? null;
  const after = evolve(before, event);
  const change = { before, event, after, rules };
  // A remark has done its work on the facts it is about; where it stands itself it takes back, at most, a breach that has not happened.
  if (file !== null && isRemark(event.type)) {
    const moves = 'clocks' in event.data && event.data.clocks.some(({ breachWithdrawn }) => breachWithdrawn);
    return { ...file, dossier: after, clocks: moves ? advanceClocks({ clocks: file.clocks, ...change }) : file.clocks };
  }
  return {
    dossier: after,
    clocks: advanceClocks({ clocks: file?.clocks ?? [], ...change }),
    segments: advanceSegments({ segments: file?.segments ?? [], ...change }),
  };
}

/**
 * The file after one more fact. A corrected time and a fact learnt behind later ones cannot be applied so (`revises`): they change the
 * past, and the whole journal must be folded again with `foldHistory`; nor can another calendar (`restate.ts`), nor an amendment that is taken back. An
 * amendment is applied by the version it leads to. Throws JournalFault for them, and for a fact that does not follow.
 */
export function applyEvent(file: DossierFile | null, event: DossierEvent, rules: Rules): DossierFile {
  checkPlace(file, event);
  if (revises(event, file === null ? null : settledUntil(file.dossier))) {
    throw new JournalFault('a fact that changes the past needs the whole journal: use foldHistory');
  }
  if (event.type === 'dossier.outageRelieved.v1') {
    throw new JournalFault('an outage changes what was reckoned before: use withRelief');
  }
  if (event.type === 'dossier.calendarRestated.v1') {
    throw new JournalFault('another calendar changes what was reckoned before: use withRestatement');
  }
  if (event.type !== 'dossier.versionAmended.v1') return folded(file, event, rules);
  return folded(file, event, inVersion(rules, event.data.toVersion));
}

/** The fact of a restatement on a file that was reckoned on the new calendar already (`restatedBase`). Throws JournalFault. */
export function withRestatement(
  base: DossierFile,
  event: EventOf<'dossier.calendarRestated.v1'>,
  rules: Rules,
): DossierFile {
  checkPlace(base, event);
  return folded(base, event, rules);
}

/**
 * The journal as it reads today (`asItHappened`), and amendments that were taken back as if they had never been. Facts keep their
 * numbers, and the corrections stay in it. Pure.
 */
export function effectiveHistory(journal: readonly DossierEvent[]): readonly DossierEvent[] {
  return asItHappened(withoutReverted(journal));
}

/** The rules of each fact of a journal, changed only where an amendment says so. */
type RulesOf = (event: DossierEvent) => Rules;

/** The steps folded; the rules of a turn are those of the fact before it. */
function foldedSteps(
  steps: readonly Step[],
  rulesOf: RulesOf,
): { readonly file: DossierFile | null; readonly held: HeldLimit } {
  const held = new HeldLimit();
  let file: DossierFile | null = null;
  let rules: Rules | null = null;
  for (const step of steps) {
    if (isTurn(step)) {
      if (file === null || rules === null) throw new JournalFault('an outage before the first fact');
      file = turned(file, step, rules);
      held.note(file, step.at, rules);
      continue;
    }
    if (rules === null || step.type === 'dossier.versionAmended.v1') rules = rulesOf(step);
    file = folded(file, step, rules);
    if (isDeclared(step.type)) held.note(file, minuteOf(step.occurredAt), rules);
  }
  return { file, held };
}

/** `until`: outages count up to that minute; null: all of them. */
interface ReadWith {
  readonly rules: Rules;
  readonly outages: Outages;
  readonly until?: Minute | null;
}

/**
 * The facts of an effective history with the outages in their places. Where the limit is in calendar days it is folded once before, to
 * find the days on which nothing could be done from midnight to midnight.
 */
function stepsIn(
  facts: readonly DossierEvent[],
  rulesOf: RulesOf,
  { outages, until = null }: ReadWith,
): readonly Step[] {
  const turns = turnsOf(outages, [], until);
  if (turns.length === 0) return facts;
  const steps = withTurns(facts, turns);
  const days = foldedSteps(steps, rulesOf).held.days();
  return days.length === 0 ? steps : withTurns(facts, turnsOf(outages, days, until));
}

/** What an effective history gives, fact by fact, each by the version of the procedure the dossier then was under. */
function read(facts: readonly DossierEvent[], events: readonly DossierEvent[], asked: ReadWith): DossierFile | null {
  const rulesOf = rulesInTurn(events, withDesksRestated(events, asked.rules));
  return foldedSteps(stepsIn(facts, rulesOf, asked), rulesOf).file;
}

/** The journal as it reads today, with the minutes at which outages turn, for whoever tells its story. Throws as `foldHistory` does. */
export function storyOf(events: readonly DossierEvent[], rules: Rules): readonly Step[] {
  const rulesOf = rulesInTurn(events, withDesksRestated(events, rules));
  return stepsIn(effectiveHistory(events), rulesOf, { rules, outages: outagesTold(events) });
}

/** The file just before anything that happened after that minute, as the journal reads today; null before the first fact. Pure. */
export function fileAt(events: readonly DossierEvent[], at: Instant, rules: Rules): DossierFile | null {
  const facts = effectiveHistory(events);
  return read(facts.slice(0, placeAt(facts, at)), events, { rules, outages: outagesTold(events), until: minuteOf(at) });
}

/**
 * The file a whole journal gives, corrections, late facts, restatements and outages included; the rules are those of `pinAfter`. Without
 * any it equals applying the facts one by one. Throws JournalFault for an empty journal or one with gaps.
 */
export function foldHistory(events: readonly DossierEvent[], rules: Rules): DossierFile {
  return foldAsIf(events, outagesTold(events), rules);
}

/** The file the journal would give were these its outages. Throws JournalFault as `foldHistory` does. */
export function foldAsIf(events: readonly DossierEvent[], outages: Outages, rules: Rules): DossierFile {
  events.forEach((event, i) => {
    checkFollows(events[i - 1] ?? null, event);
  });
  const file = read(effectiveHistory(events), events, { rules, outages });
  const last = events.at(-1);
  if (file === null || last === undefined) throw new JournalFault('an empty journal');
  const { seq, recordedAt, hash } = last;
  // Wherever the last fact stands by its time, it is the last one that was learnt.
  const version = events.filter(({ type }) => isAct(type)).length;
  return { ...file, dossier: { ...file.dossier, seq, recordedAt, hash, version } };
}

/** The fact of a relief on a file that was folded with it already (`foldAsIf`). Throws JournalFault. */
export function withRelief(base: DossierFile, event: EventOf<'dossier.outageRelieved.v1'>, rules: Rules): DossierFile {
  checkPlace(base, event);
  return folded(base, event, rules);
}
