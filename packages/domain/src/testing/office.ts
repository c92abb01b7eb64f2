/**
 * given / when / then for dossiers: a story is a journal made by real decisions, kept as the ledger keeps it (rungs first, then
 * the act), without a database. `given(rules, steps)` tells it, `.when(step)` asks for the next decision.
 */
import type { Command } from '../dossier/commands.js';
import { commandSchema } from '../dossier/commands.js';
import { decide } from '../dossier/decide.js';
import type { DossierEvent, Fact } from '../dossier/events.js';
import type { DecideFacts, DossierFile, Rules } from '../dossier/file.js';
import { revises } from '../dossier/revision/as-it-happened.js';
import { settledUntil } from '../dossier/outage-turns.js';
import { applyEvent, foldHistory } from '../dossier/fold.js';
import type { ActingParty } from '../kernel/actor.js';
import { ENGINE } from '../kernel/actor.js';
import type { AgencyId, DossierId } from '../kernel/ids.js';
import { dossierIdSchema } from '../kernel/ids.js';
import { isRefusal } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { dueRungs } from '../sla/rungs/due-rungs.js';
import { dueTimeout } from '../sla/due-timeout.js';
import { recutAfter } from '../sub-deadlines/recut-after.js';
import { instantFromMillis, millisOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import type { z } from 'zod';
import { HAI_AN, clerkOf, directory, resolveInTown, vn } from './office-directory.js';

export type CommandInput = z.input<typeof commandSchema>;

/** One act: who, what, and on which day and time (`2026-11-23 09:00`); left out, ten minutes after the one before. */
export interface Step {
  readonly by?: ActingParty;
  readonly do: CommandInput;
  readonly at?: string | undefined;
}

export interface OfficeOptions {
  readonly consoleOnly?: readonly AgencyId[];
  /** When the office opens: the time of the first act that names none. */
  readonly opens?: string;
}

export interface Story {
  readonly rules: Rules;
  readonly events: readonly DossierEvent[];
  readonly file: DossierFile | null;
  readonly now: Instant;
  /** What the office decides; nothing is written. */
  when(step: Step): readonly Fact[] | Refusal;
  /** The story with further acts. Throws when one is refused: a spec that tells an impossible story is wrong. */
  and(...steps: readonly Step[]): Story;
  /** The story with the act if it is granted; otherwise as it is. */
  tried(step: Step): Story;
  /** The story after the engine has recorded a fact, told on by these rules. */
  recorded(fact: Fact, rules: Rules): Story;
  /** The story after the sweep has run: rungs that are due, then the timeout. */
  swept(at: string): Story;
}

interface State {
  readonly rules: Rules;
  readonly options: OfficeOptions;
  readonly events: readonly DossierEvent[];
  readonly file: DossierFile | null;
  readonly now: Instant;
}

export const DOSSIER_ID: DossierId = dossierIdSchema.parse('018f4d5e-0000-7000-8000-000000000001');
const TEN_MINUTES = 600_000;

/** Codes as the ledger hands them out: provisional with `TAM.`, then on the counter of the competent agency. */
function numbered(fact: Fact): Fact {
  if (!('code' in fact.data)) return fact;
  const code = fact.data.codeProvisional ? 'TAM.H24.1-261116-0001' : 'H24.2-261116-0001';
  return { ...fact, data: { ...fact.data, code } } as Fact;
}

/** A receipt nobody but the engine could give: the second fact of a decision. */
function actorOf(fact: Fact, index: number, by: ActingParty): DossierEvent['actor'] {
  const receipt = fact.type === 'dossier.transferDelivered.v1' || fact.type === 'dossier.resultArrived.v1';
  const { kind, agencyId, officerId } = receipt && index > 0 ? ENGINE : by;
  return { kind, agencyId, officerId };
}

/** The fact in its place in the journal. Hashes are the engine's business: here they only tell facts apart. */
function journalled(state: State, fact: Fact, { index, by }: { index: number; by: ActingParty }): DossierEvent {
  const seq = (state.file?.dossier.seq ?? 0) + 1;
  return {
    ...numbered(fact),
    id: `018f4d5e-0000-7000-8000-1${String(seq).padStart(11, '0')}`,
    dossierId: DOSSIER_ID,
    seq,
    recordedAt: state.now,
    actor: actorOf(fact, index, by),
    prevHash: `h${seq - 1}`,
    hash: `h${seq}`,
  };
}

function written(state: State, facts: readonly Fact[], by: ActingParty): State {
  return facts.reduce((so, fact, index) => {
    const event = journalled(so, fact, { index, by });
    const events = [...so.events, event];
    const refold = revises(event, so.file === null ? null : settledUntil(so.file.dossier));
    return { ...so, events, file: refold ? foldHistory(events, so.rules) : applyEvent(so.file, event, so.rules) };
  }, state);
}

/** The facts of an act, and the sub-deadlines cut anew after it, where the procedure does that. */
function writtenAct(state: State, facts: readonly Fact[], by: ActingParty): State {
  const after = written(state, facts, by);
  const recut = after.file === null ? null : recutAfter(after.file, facts, after.rules);
  return recut === null ? after : written(after, [recut], ENGINE);
}

function atTimeOf(state: State, step: Step): State {
  const next = step.at === undefined ? instantFromMillis(millisOf(state.now) + TEN_MINUTES) : vn(step.at);
  return { ...state, now: next < state.now ? state.now : next };
}

/** Rungs due before the act come into the journal before it (each breach once, with its true instant). */
function withRungs(state: State, until: Instant): State {
  if (state.file === null) return state;
  return written(state, dueRungs(state.file, { until, now: state.now }, state.rules), ENGINE);
}

function gathered(state: State, command: Command, party: ActingParty): DecideFacts {
  const { rules, events, now, options, file } = state;
  const facts = 'intake' in command ? command.intake?.jurisdiction : undefined;
  const corrected = 'jurisdiction' in command ? command.jurisdiction : undefined;
  const resolution = resolveInTown(facts ?? corrected ?? file?.dossier.jurisdiction ?? {});
  return { now, party, rules, agency: directory(options.consoleOnly), resolution, history: events };
}

interface Decided {
  readonly state: State;
  readonly outcome: readonly Fact[] | Refusal;
  readonly by: ActingParty;
}

function decided(before: State, step: Step): Decided {
  const moved = atTimeOf(before, step);
  const command = commandSchema.parse(step.do);
  const declared = command.occurredAt ?? moved.now;
  const state = withRungs(moved, declared < moved.now ? declared : moved.now);
  const by = step.by ?? clerkOf(HAI_AN);
  return { state, outcome: decide(state.file, command, gathered(state, command, by)), by };
}

function acted(state: State, step: Step): State {
  const next = decided(state, step);
  if (isRefusal(next.outcome)) {
    throw new Error(`${step.do.type} is refused: ${next.outcome.code} ${JSON.stringify(next.outcome.facts)}`);
  }
  return writtenAct(next.state, next.outcome, next.by);
}

function triedIn(state: State, step: Step): State {
  const next = decided(state, step);
  return isRefusal(next.outcome) ? state : writtenAct(next.state, next.outcome, next.by);
}

function sweptAt(before: State, at: string): State {
  const state = withRungs({ ...before, now: vn(at) }, vn(at));
  const timeout = state.file === null ? null : dueTimeout(state.file, state.now, state.rules);
  return timeout === null ? state : written(state, [timeout], ENGINE);
}

function storyOf(state: State): Story {
  return {
    rules: state.rules,
    events: state.events,
    file: state.file,
    now: state.now,
    when: (step) => decided(state, step).outcome,
    tried: (step) => storyOf(triedIn(state, step)),
    and: (...steps) => storyOf(steps.reduce(acted, state)),
    recorded: (fact, rules) =>
      storyOf(
        written({ ...state, rules, now: fact.occurredAt > state.now ? fact.occurredAt : state.now }, [fact], ENGINE),
      ),
    swept: (at) => storyOf(sweptAt(state, at)),
  };
}

/** The story so far. Throws when a step of it is refused. */
export function given(rules: Rules, steps: readonly Step[] = [], options: OfficeOptions = {}): Story {
  const opens = instantFromMillis(millisOf(vn(options.opens ?? '2026-11-16 08:00')) - TEN_MINUTES);
  return storyOf({ rules, options, events: [], file: null, now: opens }).and(...steps);
}
