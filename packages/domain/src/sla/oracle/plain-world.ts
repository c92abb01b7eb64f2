/** The dossier as the minute walker sees it: what the facts so far say about where it is and who waits for whom. */
import type { PlainFact, PlainRules } from './plain.js';

interface Opinion {
  readonly agency: string;
  /** Place in the order of requests. */
  readonly order: number;
  readonly at: number;
}

export interface World {
  phase: string;
  received: boolean;
  ended: boolean;
  competent: string | null;
  addressed: string | null;
  copy: string;
  resultCopy: string | null;
  readonly steps: Set<string>;
  readonly opinions: Map<string, Opinion>;
  forwarding: boolean;
  askedInProcessing: boolean;
  ground: string | null;
  notified: boolean;
  payments: number;
  supplements: number;
}

export function newWorld(): World {
  return {
    phase: '',
    received: false,
    ended: false,
    competent: null,
    addressed: null,
    copy: 'electronic',
    resultCopy: null,
    steps: new Set(),
    opinions: new Map(),
    forwarding: false,
    askedInProcessing: false,
    ground: null,
    notified: false,
    payments: 0,
    supplements: 0,
  };
}

const text = (value: unknown): string => String(value);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const RECEIPTS = ['transferDelivered', 'resultArrived'];
const FINAL = ['receptionRefused', 'returned', 'withdrawn', 'closed'];

const CHANGES: Readonly<Record<string, (world: World, fact: PlainFact) => void>> = {
  received: (world, fact) => {
    world.received = true;
    world.competent = textOrNull(fact['competent']);
  },
  jurisdictionResolved: (world, fact) => {
    world.competent = textOrNull(fact['competent']);
  },
  transferDispatched: (world, fact) => {
    world.addressed = world.competent = text(fact['to']);
    world.copy = text(fact['copy']);
  },
  transferRedirected: (world, fact) => {
    if (fact['to'] === null) return;
    world.addressed = world.competent = text(fact['to']);
    world.copy = text(fact['copy']);
  },
  transferDelivered: (world, fact) => {
    if (fact['leg'] === 'supplement') world.forwarding = false;
  },
  stepStarted: (world, fact) => void world.steps.add(text(fact['step'])),
  stepCompleted: (world, fact) => void world.steps.delete(text(fact['step'])),
  consultationRequested: (world, fact) => {
    const opinion = { agency: text(fact['agencyId']), order: world.opinions.size, at: fact.at };
    world.opinions.set(text(fact['consultation']), opinion);
  },
  consultationAnswered: (world, fact) => void world.opinions.delete(text(fact['consultation'])),
  consultationCancelled: (world, fact) => void world.opinions.delete(text(fact['consultation'])),
  supplementRequested: (world) => {
    world.askedInProcessing = world.phase === 'processing';
    world.supplements += 1;
  },
  supplementProvided: (world, fact) => {
    world.forwarding = fact['place'] === 'counter' && fact['copy'] === 'paper';
  },
  paymentRequested: (world) => {
    world.payments += 1;
  },
  suspended: (world, fact) => {
    world.ground = text(fact['ground']);
  },
  resultDispatched: (world, fact) => {
    world.resultCopy = text(fact['copy']);
  },
  applicantNotified: (world) => {
    world.notified = true;
  },
};

/** Takes a fact in. The paper supplement has arrived once the competent agency does anything. */
export function learn(world: World, fact: PlainFact): void {
  if (fact.actor !== null && fact.actor === world.competent && !RECEIPTS.includes(fact.type)) world.forwarding = false;
  CHANGES[fact.type]?.(world, fact);
  world.phase = fact.phase;
  world.ended = FINAL.includes(fact.phase);
}

const carrier = (copy: string): string => (copy === 'paper' ? 'publicPost' : 'exchange');

function opinionWaitedFor(world: World): string | null {
  const keys = [...world.opinions.keys()].sort();
  let first: string | null = null;
  for (const key of keys) {
    if (first === null || world.opinions.get(key)!.at < world.opinions.get(first)!.at) first = key;
  }
  return first;
}

function waitedFor(world: World): string | null {
  const first = opinionWaitedFor(world);
  return first === null ? null : (world.opinions.get(first)?.agency ?? null);
}

/** The leg nobody can work on while a system it needs is down at that minute. */
export function isStuck(leg: string, minute: number, { needs, relief }: PlainRules): boolean {
  const needed = needs?.[leg] ?? [];
  return (relief?.outages ?? []).some(
    ({ system, from, to }) => needed.includes(system) && from <= minute && minute < to,
  );
}

/** What the dossier is waiting for, leg by leg. */
function awaited(world: World): readonly string[] {
  if (world.phase === 'submitted') return ['reception'];
  if (['received', 'jurisdictionPending', 'transferReturned'].includes(world.phase)) return ['transfer'];
  if (world.phase === 'inTransfer') return ['transfer', 'delivery'];
  if (world.phase === 'awaitingAcceptance') return ['acceptance'];
  if (world.phase === 'decided' || world.phase === 'resultInTransfer') return ['resultTransfer'];
  if (world.phase !== 'processing' || world.forwarding) return [];
  if (world.steps.size > 0) return [...world.steps].map((step) => `step:${step}`);
  const opinion = opinionWaitedFor(world);
  return opinion === null ? [] : [`consultation:${opinion}`];
}

/** Whether an outage holds the dossier up in that minute. */
export function standsStill(world: World, minute: number, rules: PlainRules): boolean {
  return awaited(world).some((leg) => isStuck(leg, minute, rules));
}

/** Whose minute this is; null when nobody counts. */
export function ownerNow(world: World, { receiver }: PlainRules): string | null {
  if (!world.received || world.ended) return null;
  if (world.phase === 'suspended') return world.ground === 'systemOutage' ? 'system' : 'external';
  if (world.phase === 'awaitingSupplement' || world.phase === 'awaitingPayment') return 'applicant';
  if (world.phase === 'inTransfer') return carrier(world.copy);
  if (world.phase === 'resultInTransfer') return carrier(world.resultCopy ?? '');
  if (world.phase === 'awaitingAcceptance') return world.addressed;
  if (world.phase === 'decided') return world.competent;
  if (world.phase === 'readyForReturn') return world.notified ? 'applicant' : receiver;
  if (world.phase !== 'processing') return receiver;
  if (world.forwarding) return receiver;
  return world.steps.size > 0 ? world.competent : (waitedFor(world) ?? world.competent);
}
