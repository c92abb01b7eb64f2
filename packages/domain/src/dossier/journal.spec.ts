import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { isRefusal } from '../kernel/refusal.js';
import { ask } from '../procedure/ask.js';
import { FINAL_PHASES, PHASES } from '../procedure/phase.js';
import type { Phase } from '../procedure/phase.js';
import type { GuardFacts, Signal } from '../procedure/machine.js';
import { positionOf } from '../procedure/position.js';
import { DONG_HAI, HAI_AN, rulesFor } from '../testing/office-directory.js';
import { WALKERS, stepOf, walked } from '../testing/office-walk.js';
import type { Turn } from '../testing/office-walk.js';
import { given } from '../testing/office.js';
import type { Story } from '../testing/office.js';
import { landProcedure, procedureForTest } from '../testing/procedures.js';
import { commandsFor } from './allowed.js';
import { COMMAND_OF } from './command-of.js';
import { COMMAND_TYPES } from './commands.js';
import type { CommandType } from './commands.js';
import type { Dossier } from './dossier.js';
import { EVENT_DATA, EVENT_ENVELOPE, EVENT_TYPES, isRemark } from './events.js';
import type { DossierEvent } from './events.js';
import { evolve } from './evolve.js';
import type { DossierFile, Rules } from './file.js';
import { revises } from './revision/as-it-happened.js';
import { applyEvent, foldHistory } from './fold.js';

const WORLDS: readonly (readonly [Rules, readonly (typeof HAI_AN)[]])[] = [
  [rulesFor(landProcedure()), []],
  [rulesFor(landProcedure({ supplement: { policy: 'restart', maxRounds: 2, timeout: '10cd' } })), [HAI_AN, DONG_HAI]],
  [rulesFor(procedureForTest({ clockStart: 'competentReceipt', transferExcluded: true })), [DONG_HAI]],
];

const turn: fc.Arbitrary<Turn> = fc.record({
  pick: fc.nat(10_000),
  variant: fc.nat(10_000),
  minutes: fc.oneof(fc.constant(0), fc.nat(90), fc.nat(3_000), fc.nat(30_000)),
  back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('likely' as const) },
    { weight: 2, arbitrary: fc.constant('any' as const) },
    { weight: 1, arbitrary: fc.constant('sweep' as const) },
  ),
});
/** Which world, and what happens in it: small enough to be printed when a check fails, which a story with its calendar is not. */
const walk = fc.noBias(fc.tuple(fc.nat(WORLDS.length - 1), fc.array(turn, { maxLength: 80, size: 'max' })));
type Walk = readonly [number, readonly Turn[]];

function toldBy([world, turns]: Walk): Story {
  const [rules, consoleOnly] = WORLDS[world] ?? [rulesFor(landProcedure()), []];
  return turns.reduce(walked, given(rules, [], { consoleOnly }));
}

const RUNS = { numRuns: 120, seed: 20261122 };

function whateverHappens(check: (story: Story) => void): void {
  fc.assert(
    fc.property(walk, (way) => check(toldBy(way))),
    RUNS,
  );
}

/** Everybody who looks at a dossier: the engine, last of the walkers, looks at none. */
const VIEWERS = WALKERS.slice(0, -1);

function guardFactsOf(before: Dossier | null, event: DossierEvent): Partial<GuardFacts> {
  const receiver = 'pin' in event.data ? event.data.pin.receivingAgency : before?.pin.receivingAgency;
  switch (event.type) {
    case 'dossier.received.v1':
      return {
        receiverIsCompetent: event.data.resolution?.agencyId === receiver,
        heldForJurisdiction: event.data.heldReason !== null,
      };
    case 'dossier.jurisdictionResolved.v1':
      return { receiverIsCompetent: event.data.resolution.agencyId === receiver };
    case 'dossier.transferRedirected.v1':
      return { redirectHome: event.data.to === null };
    default:
      return {};
  }
}

/** The phase the machine leads to; where a fact is no answer to a command, the phase it finds. */
function phaseByMachine(before: Dossier | null, event: DossierEvent, rules: Rules): Phase | null {
  const type = COMMAND_OF[event.type];
  if (type === null) return before?.phase ?? null;
  const signal: Signal = 'consultation' in event.data ? { type, consultation: event.data.consultation } : { type };
  const answer = ask(rules.machine, positionOf(before, rules.procedure, guardFactsOf(before, event)), signal);
  return answer.allowed ? answer.phase : null;
}

function stepByStep({ events, rules }: Story): DossierFile | null {
  return events.reduce<DossierFile | null>((file, event, n) => {
    const refolds = revises(event, file?.dossier.lastFactAt ?? null);
    return refolds ? foldHistory(events.slice(0, n + 1), rules) : applyEvent(file, event, rules);
  }, null);
}

const envelope = z.strictObject({ ...EVENT_ENVELOPE, type: z.string(), data: z.unknown() });

describe('whatever the office does', () => {
  it('the journal folds to what came of it act by act', () => {
    whateverHappens((story) => {
      if (story.events.length === 0) return;
      expect(foldHistory(story.events, story.rules)).toEqual(story.file);
      expect(stepByStep(story)).toEqual(story.file);
    });
  });

  it('every fact carries the phase the machine gives, and none follows that the machine forbids', () => {
    whateverHappens(({ events, rules }) => {
      let before: Dossier | null = null;
      for (const event of events) {
        expect([event.type, event.phase]).toEqual([event.type, phaseByMachine(before, event, rules)]);
        before = evolve(before, event);
      }
    });
  });

  it('acts are counted, places follow one another, and time does not run back', () => {
    const silent = ['dossier.transferDelivered.v1', 'dossier.resultArrived.v1'];
    whateverHappens(({ events }) => {
      let before: Dossier | null = null;
      for (const [n, event] of events.entries()) {
        const after: Dossier = evolve(before, event);
        const detected = COMMAND_OF[event.type] === null;
        expect(after.seq).toBe(n + 1);
        expect(after.version - (before?.version ?? 0)).toBe(detected || silent.includes(event.type) ? 0 : 1);
        expect(event.occurredAt <= event.recordedAt).toBe(true);
        if (before !== null)
          expect(after.lastFactAt >= before.lastFactAt && after.recordedAt >= before.recordedAt).toBe(true);
        if (before !== null && detected) expect(after.lastFactAt).toBe(before.lastFactAt);
        before = after;
      }
    });
  });

  it('custody moves only with an acceptance or the arrival of the result, and nothing but a correction follows the end', () => {
    const moves = ['dossier.transferAccepted.v1', 'dossier.resultArrived.v1'];
    const final: readonly Phase[] = FINAL_PHASES;
    whateverHappens(({ events, file }) => {
      let before: Dossier | null = null;
      for (const event of events) {
        const after: Dossier = evolve(before, event);
        if (before !== null && before.holder !== after.holder) expect(moves).toContain(event.type);
        if (before !== null && final.includes(before.phase) && COMMAND_OF[event.type] !== null) {
          // Remarks on the journal, and receipts and opinions that took their place before the end.
          const behind = event.occurredAt < before.lastFactAt;
          expect([event.type, isRemark(event.type) || behind]).toEqual([event.type, true]);
          if (event.type === 'dossier.receptionCorrected.v1') expect(after.endedAt).toBe(before.endedAt);
        }
        before = after;
      }
      const ended = file !== null && final.includes(file.dossier.phase);
      expect(file?.dossier.endedAt !== null && file !== null).toBe(ended);
      if (ended) expect(file.clocks.filter(({ status }) => status !== 'stopped')).toEqual([]);
    });
  });

  it('every fact passes its own schema, whole', () => {
    whateverHappens(({ events }) => {
      for (const event of events) {
        expect(envelope.parse(event)).toEqual(event);
        expect(EVENT_DATA[event.type].parse(event.data)).toEqual(event.data);
      }
    });
  });

  it('what a view denies is denied for the same reason, and what it offers is not denied to the caller as such', () => {
    const named: readonly CommandType[] = ['requestConsultation', 'answerConsultation', 'cancelConsultation'];
    const asSuch = ['actor-not-entitled', 'dossier-not-found'];
    fc.assert(
      fc.property(walk, fc.nat(VIEWERS.length - 1), fc.nat(1_000), (way, pick, round) => {
        const told = toldBy(way);
        const story = told.swept(told.now);
        const [by] = VIEWERS.slice(pick);
        if (story.file === null || by === undefined) return;
        for (const [index, { command, allowed, code }] of commandsFor(story.file, by, story.rules).entries()) {
          const variant = round * COMMAND_TYPES.length + index;
          const step = stepOf(story, { pick, variant, minutes: 0, back: 0, kind: 'any' });
          const outcome = step === null ? null : story.when(step);
          const refusal = isRefusal(outcome) ? outcome.code : null;
          if (!allowed && !named.includes(command)) expect([command, refusal]).toEqual([command, code]);
          if (!allowed) expect([command, refusal]).not.toEqual([command, null]);
          if (allowed && command !== 'answerConsultation')
            expect([command, asSuch.includes(refusal ?? '')]).toEqual([command, false]);
        }
      }),
      RUNS,
    );
  });
});

describe('the walks themselves', () => {
  const stories = fc.sample(walk, { ...RUNS, numRuns: 500 }).map(toldBy);

  it('come by every kind of fact', () => {
    const seen = new Set(stories.flatMap(({ events }) => events.map(({ type }) => type)));
    // Remarks come seldom here. Nobody in the town changes its calendar or procedure or records an outage, and its procedure cuts no sub-deadlines and has no rungs of
    // remaining time: these have specs of their own.
    const elsewhere = [
      ...['dossier.calendarRestated.v1', 'dossier.subDeadlinesRecut.v1', 'dossier.versionAmended.v1'],
      ...['dossier.outageRelieved.v1', 'dossier.clockRunsLow.v1'],
    ];
    expect(EVENT_TYPES.filter((type) => !seen.has(type) && !isRemark(type) && !elsewhere.includes(type))).toEqual([]);
  });

  it('come by every phase', () => {
    const seen = new Set(stories.flatMap(({ events }) => events.map(({ phase }) => phase)));
    expect(PHASES.filter((phase) => !seen.has(phase))).toEqual([]);
  });
});
