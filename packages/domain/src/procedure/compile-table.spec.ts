import { describe, expect, it } from '@jest/globals';
import { transition } from 'xstate';
import { COMMAND_TYPES } from '../dossier/commands.js';
import type { CommandType } from '../dossier/commands.js';
import { domainOf, everyFacts, FACT_DOMAIN } from '../testing/guard-facts.js';
import { landProcedure, localProcedure, procedureForTest } from '../testing/procedures.js';
import { ask } from './ask.js';
import { buildMachine, eventOf, regionOf } from './build-machine.js';
import type { GuardFacts, Position, Signal } from './machine.js';
import type { ProcedureMachine } from './build-machine.js';
import { CONSULTATION_STATES, PHASES } from './phase.js';
import type { ConsultationState } from './phase.js';
import { NO_FACTS } from './position.js';
import { snapshotAt } from './snapshot.js';

/** The facts each command's guards look at; of all other commands none. Random facts below show that nothing is missing. */
const GUARDED: Partial<Record<CommandType, readonly (keyof typeof FACT_DOMAIN)[]>> = {
  receive: ['receiverIsCompetent', 'heldForJurisdiction'],
  resolveJurisdiction: ['receiverIsCompetent', 'heldForJurisdiction'],
  transfer: ['bounces', 'redirects'],
  redirectTransfer: ['bounces', 'redirects', 'lapsed', 'redirectHome'],
  confirmDelivery: ['supplementForwarding'],
  requestSupplement: ['supplementRounds'],
  provideSupplement: ['supplementFrom'],
  resume: ['resumeTo'],
  decide: ['receiverIsCompetent'],
  correctReception: ['received'],
};

const AFTER: Partial<Record<CommandType, ConsultationState>> = {
  requestConsultation: 'open',
  answerConsultation: 'answered',
  cancelConsultation: 'cancelled',
};

type Regions = Readonly<Record<string, ConsultationState>>;

/** Every state of every consultation, each with each. */
function everyRegions(keys: readonly string[]): readonly Regions[] {
  let all: readonly Regions[] = [{}];
  for (const key of keys)
    all = all.flatMap((regions) => CONSULTATION_STATES.map((state) => ({ ...regions, [key]: state })));
  return all;
}

/** What XState itself says and does: the value of every region after the command, or null for no. */
function byXState(machine: ProcedureMachine, position: Position, { type, consultation }: Signal): unknown {
  const snapshot = snapshotAt(machine, position);
  const event = { type: eventOf(type, consultation) };
  if (!snapshot.can(event)) return null;
  const [next, actions] = transition(machine, snapshot, event);
  expect(actions).toEqual([]);
  return next.value;
}

/** The same by the table: the phase it answers, the named region moved on, all others untouched. */
function byTable(machine: ProcedureMachine, position: Position, signal: Signal): unknown {
  const answer = ask(machine, position, signal);
  if (!answer.allowed) return null;
  const regions = { ...position.facts.consultations };
  const moved = AFTER[signal.type];
  if (signal.consultation !== undefined && moved !== undefined) regions[signal.consultation] = moved;
  return {
    dossier: answer.phase,
    ...Object.fromEntries(Object.entries(regions).map(([key, state]) => [regionOf(key), state])),
  };
}

/** Each command once, and each consultation's commands once per consultation and for one the procedure does not know. */
function everySignal(keys: readonly string[]): readonly Signal[] {
  return COMMAND_TYPES.flatMap((type): readonly Signal[] =>
    AFTER[type] === undefined ? [{ type }] : [...keys, 'unheard-of'].map((consultation) => ({ type, consultation })),
  );
}

/** A small generator of our own (mulberry32), so that a failing case comes back with its seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function pick<T>(values: readonly T[], random: (below: number) => number): T {
  const value = values[random(values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

function randomFacts(consultations: Regions, random: (below: number) => number): GuardFacts {
  const drawn = Object.entries(FACT_DOMAIN).map(([name, values]) => [name, pick<unknown>(values, random)]);
  return { ...NO_FACTS, ...Object.fromEntries(drawn), consultations };
}

const [tax, planning] = landProcedure().consultations;
if (tax === undefined || planning === undefined) throw new Error('the land procedure has two consultations');
const EXHAUSTIVE = [
  { name: 'a land procedure', version: landProcedure() },
  { name: 'the 1.5-day procedure', version: procedureForTest() },
  { name: 'a procedure that never leaves its office', version: localProcedure() },
];
const AT_RANDOM = [
  ...EXHAUSTIVE,
  {
    name: 'consultations whose keys look like something else',
    version: localProcedure({
      consultations: [
        { ...tax, key: 'dossier' },
        { ...planning, key: 'open-start' },
      ],
    }),
  },
];
const PLACES = ['start' as const, ...PHASES];

describe.each(EXHAUSTIVE)('the table answers as XState does, everywhere: $name', ({ version }) => {
  const machine = buildMachine(version);
  const keys = version.consultations.map(({ key }) => key);
  const signals = everySignal(keys);
  const regions = everyRegions(keys);

  it.each(PLACES)('in %s, for every command, every state of the consultations and every guard both ways', (phase) => {
    const wrong: unknown[] = [];
    for (const consultations of regions) {
      for (const signal of signals) {
        for (const facts of everyFacts(domainOf(GUARDED[signal.type] ?? []), { consultations })) {
          const position = { phase, facts };
          const [expected, given] = [byXState(machine, position, signal), byTable(machine, position, signal)];
          if (JSON.stringify(expected) !== JSON.stringify(given)) wrong.push({ position, signal, expected, given });
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe.each(AT_RANDOM)('the table answers as XState does, whatever the facts: $name', ({ version }) => {
  const machine = buildMachine(version);
  const keys = version.consultations.map(({ key }) => key);
  const signals = everySignal(keys);
  const regions = everyRegions(keys);
  const random = randomFrom(20_260_108);
  const drawn = Array.from({ length: 1_500 }, () => ({
    position: { phase: pick(PLACES, random), facts: randomFacts(pick(regions, random), random) },
    signal: pick(signals, random),
  }));

  it('at 1,500 random positions whose facts may have nothing to do with the command', () => {
    for (const { position, signal } of drawn) {
      const value = byTable(machine, position, signal);
      expect({ position, signal, value }).toEqual({ position, signal, value: byXState(machine, position, signal) });
    }
  });

  it('and where it says no, the command XState would ignore silently changes nothing', () => {
    const refused = drawn.filter(({ position, signal }) => !ask(machine, position, signal).allowed);
    expect(refused.length).toBeGreaterThan(750);
    for (const { position, signal } of refused) {
      const snapshot = snapshotAt(machine, position);
      const event = { type: eventOf(signal.type, signal.consultation) };
      expect(transition(machine, snapshot, event)[0].value).toEqual(snapshot.value);
    }
  });
});
