import { describe, expect, it } from '@jest/globals';
import { landProcedure, localProcedure, procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import { buildMachine } from './build-machine.js';
import { dossierEdges, regionEdges } from './edges.js';
import { MAX_BOUNCES, MAX_REDIRECTS } from './procedure.js';
import { walkMachine } from './walk.js';

const CROSSING = ['received', 'inTransfer', 'awaitingAcceptance', 'transferReturned'];
const KINDS = [
  { kind: 'a land procedure', version: landProcedure(), notForeseen: [] },
  { kind: 'the 1.5-day procedure', version: procedureForTest(), notForeseen: ['awaitingPayment'] },
  { kind: 'a same-day procedure', version: sameDayProcedure(), notForeseen: ['awaitingPayment'] },
  {
    kind: 'a procedure that never leaves its office',
    version: localProcedure(),
    notForeseen: [...CROSSING, 'awaitingSupplement', 'awaitingPayment', 'decided', 'resultInTransfer'],
  },
];

const AFTER_DECISION = ['decided', 'resultInTransfer', 'readyForReturn'];

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

describe.each(KINDS)('a walk over all that can happen: $kind', ({ version, notForeseen }) => {
  const machine = buildMachine(version);
  const { positions, steps, stuck, ...found } = walkMachine(machine);

  it('reaches every phase the procedure foresees, and no other', () => {
    expect(found.notForeseen).toEqual(notForeseen);
    expect(found.unreachable).toEqual([]);
    expect(positions.filter(({ phase }) => notForeseen.includes(phase))).toEqual([]);
  });

  it('takes every edge of the dossier', () => {
    const walked = steps.filter(({ signal }) => signal.consultation === undefined);
    const drawn = dossierEdges(machine);
    expect(drawn.length).toBeGreaterThan(30);
    expect(distinct(walked.map(({ signal, from, to }) => `${from} ${signal.type} ${to}`))).toEqual(
      distinct(drawn.map(({ command, from, to }) => `${from} ${command} ${to}`)),
    );
  });

  // What the decision waits for is answered before it, so those edges exist after it but cannot be met.
  const required = new Set(version.consultations.filter((rule) => rule.requiredForDecision).map(({ key }) => key));
  const canBeMet = (phase: string, consultation: string) =>
    !notForeseen.includes(phase) && !(required.has(consultation) && AFTER_DECISION.includes(phase));

  it('takes every edge of every consultation in every phase in which it is open', () => {
    const walked = steps.filter(({ signal }) => signal.consultation !== undefined);
    const drawn = regionEdges(machine).flatMap(({ command, consultation, phases }) =>
      phases.filter((phase) => canBeMet(phase, consultation)).map((phase) => `${phase} ${command} ${consultation}`),
    );
    expect(distinct(walked.map(({ signal, from }) => `${from} ${signal.type} ${signal.consultation}`))).toEqual(
      distinct(drawn),
    );
    expect(walked.every(({ from, to }) => from === to)).toBe(true);
  });

  it('finds no phase from which no dossier can be completed', () => {
    expect(found.deadEnds).toEqual([]);
  });

  it('stays within the bounds of every loop', () => {
    const most = (count: (facts: (typeof positions)[number]['facts']) => number) =>
      Math.max(...positions.map(({ facts }) => count(facts)));
    expect(most(({ supplementRounds }) => supplementRounds)).toBe(version.supplement.maxRounds);
    const crosses = version.boundaryScope !== 'none';
    expect(most(({ redirects }) => redirects)).toBe(crosses ? MAX_REDIRECTS : 0);
    // Each redirection may be refused once more.
    expect(most(({ bounces }) => bounces)).toBe(crosses ? MAX_BOUNCES + MAX_REDIRECTS : 0);
  });

  it('leaves a dossier stuck only when both bounces and redirections are used up', () => {
    for (const { phase, facts } of stuck) {
      expect(['received', 'transferReturned']).toContain(phase);
      expect([facts.bounces >= MAX_BOUNCES, facts.redirects]).toEqual([true, MAX_REDIRECTS]);
    }
  });
});

describe('a consultation in the course of a walk', () => {
  const { positions } = walkMachine(buildMachine(landProcedure()));
  const openIn = (phase: string) =>
    positions.filter((position) => position.phase === phase && position.facts.consultations['tax'] === 'open');

  it.each(['awaitingSupplement', 'awaitingPayment', 'suspended'])('stays open while the dossier is in %s', (phase) => {
    expect(openIn(phase).length).toBeGreaterThan(0);
  });

  it('is still open when the dossier is back in processing after a supplement round', () => {
    expect(openIn('processing').some(({ facts }) => facts.supplementRounds > 0)).toBe(true);
  });

  it('is never open once a decision that waits for it is made', () => {
    expect([...openIn('decided'), ...openIn('returned')]).toEqual([]);
  });

  it('is never asked before the dossier is accepted', () => {
    const before = positions.filter(({ phase }) => ['submitted', 'received', 'inTransfer'].includes(phase));
    expect(before.length).toBeGreaterThan(0);
    expect(before.every(({ facts }) => facts.consultations['tax'] === 'idle')).toBe(true);
  });
});

describe('a walk without an end', () => {
  it('is a fault: a supplement loop that nothing bounds', () => {
    const procedure = { ...procedureForTest() };
    const endless = { ...procedure, supplement: { ...procedure.supplement, maxRounds: Number.POSITIVE_INFINITY } };
    expect(() => walkMachine(buildMachine(endless), 20_000)).toThrow('a loop without a bound');
  });
});
