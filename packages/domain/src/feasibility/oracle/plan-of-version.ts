/** DESIGN 4.2, 4.3, 4.5 and 4.6 read a second time: what the second opinion makes of a procedure version. No code is shared. */
import type { PlainLeg, PlainLimit, PlainPlan, PlainStage, PlainWait } from './plain-plan.js';

interface Rule {
  readonly budget: string;
  readonly minimumWorkMinutes: number;
}
type Keyed = Rule & { readonly key: string };

/** The fields of a version that its timeline rests on. */
export interface PlainVersion {
  readonly clockStart: 'reception' | 'competentReceipt';
  readonly transferExcluded: boolean;
  readonly transferCutoff: string | null;
  readonly limitCutoff: string | null;
  readonly legalEnd: 'decided' | 'readyForReturn';
  readonly boundaryScope: 'none' | 'province' | 'nation';
  readonly legs: Readonly<Record<'transfer' | 'delivery' | 'acceptance' | 'resultTransfer', Rule>>;
  readonly steps: readonly Keyed[];
  readonly consultations: readonly (Keyed & {
    readonly requiredForDecision: boolean;
    readonly pausesLegalClock: boolean;
  })[];
  readonly payment: { readonly timeout: string; readonly pausesLegalClock: boolean } | null;
  readonly supplement: {
    readonly policy: 'pause' | 'restart' | 'run';
    readonly maxRounds: number;
    readonly timeout: string;
  };
}

export interface VersionQuestion {
  readonly version: PlainVersion;
  /** The limit's text. */
  readonly limit: string;
  readonly route: 'sameAgency' | 'crosses' | 'crossesByPost';
  readonly electronicFirst: boolean;
  readonly minutesPerDay: number;
}

const clock = (text: string | null): number | null =>
  text === null ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

/** Fractions of a minute round half up. */
function minutes(text: string, minutesPerDay: number): number {
  const perUnit = text.endsWith('wd') ? minutesPerDay : 60;
  return Math.floor((Math.round(Number(text.slice(0, -2)) * 10_000) * perUnit) / 10_000 + 0.5);
}

function limitOf({ limit, version, minutesPerDay }: VersionQuestion): PlainLimit {
  if (limit === 'sameDay') return { unit: 'sameDay', cutoff: clock(version.limitCutoff) };
  if (limit.endsWith('cd')) return { unit: 'days', days: Number(limit.slice(0, -2)) };
  return { unit: 'minutes', minutes: minutes(limit, minutesPerDay) };
}

function waitsOf({ supplement, payment }: PlainVersion): readonly PlainWait[] {
  const days = (text: string): number => Number(text.slice(0, -2));
  const limit = { pause: 'rests', restart: 'restarts', run: 'runs' } as const;
  const waits: PlainWait[] = [];
  if (supplement.maxRounds > 0) {
    const { policy, maxRounds, timeout } = supplement;
    waits.push({ key: 'supplement', rounds: maxRounds, days: days(timeout), limit: limit[policy] });
  }
  if (payment !== null) {
    const rests = payment.pausesLegalClock ? 'rests' : 'runs';
    waits.push({ key: 'payment', rounds: 1, days: days(payment.timeout), limit: rests });
  }
  return waits;
}

interface Reception {
  /** Whether something travels before the work begins. */
  readonly crosses: boolean;
  readonly version: PlainVersion;
  readonly out: readonly PlainLeg[];
}

/** The way out, and where the limit begins: before it, after it, or before it and standing still meanwhile. */
function reception({ crosses, version, out }: Reception): readonly PlainStage[] {
  if (!crosses) return [{ kind: 'opens' }];
  const fromReception = version.clockStart === 'reception';
  const rests = fromReception && version.transferExcluded;
  const sent = out.map((leg): PlainStage => ({ kind: 'leg', leg, rests }));
  return fromReception ? [{ kind: 'opens' }, ...sent] : [...sent, { kind: 'opens' }];
}

/** Somebody may be asked to wait on arrival, between steps and before the decision; nobody while branches run. */
function processing(decided: readonly PlainLeg[], beside: readonly (readonly PlainLeg[])[]): readonly PlainStage[] {
  if (beside.length > 0) return [{ kind: 'together', branches: [decided, ...beside] }];
  const taken = decided.flatMap((leg): PlainStage[] => [{ kind: 'mayWait' }, { kind: 'leg', leg, rests: false }]);
  return [...taken, { kind: 'mayWait' }];
}

/** The plan; null where DESIGN says that it cannot be computed. */
export function planOfVersion(question: VersionQuestion): PlainPlan | null {
  const { version, route, electronicFirst, minutesPerDay } = question;
  const { legs, steps, consultations } = version;
  const crosses = route !== 'sameAgency';
  const byPost = route === 'crossesByPost';
  const held = (key: string, desk: string, { budget, minimumWorkMinutes }: Rule): PlainLeg => ({
    key,
    work: [{ desk, minutes: minimumWorkMinutes }],
    budget: minutes(budget, minutesPerDay),
    cutoff: null,
  });
  const transfer: PlainLeg = {
    key: 'transfer',
    work: [
      { desk: 'receiver', minutes: legs.transfer.minimumWorkMinutes },
      { desk: byPost ? 'carrier' : 'receiver', minutes: legs.delivery.minimumWorkMinutes },
    ],
    budget: minutes(legs.transfer.budget, minutesPerDay),
    cutoff: clock(version.transferCutoff),
  };
  const acceptance = held('acceptance', 'decider', legs.acceptance);
  const decided = steps.map((step) => held(`step:${step.key}`, 'decider', step));
  const opinions = consultations
    .filter(({ requiredForDecision }) => requiredForDecision)
    .map((asked) => held(`consultation:${asked.key}`, `consulted:${asked.key}`, asked));
  const waits = waitsOf(version);
  const beside = [...opinions.map((leg) => [leg]), ...(crosses && electronicFirst ? [[transfer, acceptance]] : [])];

  if (crosses && version.boundaryScope === 'none') return null;
  if (consultations.some(({ pausesLegalClock }) => pausesLegalClock)) return null;
  if (beside.length > 0 && waits.length > 0) return null;

  const back = held('resultTransfer', byPost ? 'carrier' : 'decider', legs.resultTransfer);
  const stages: readonly PlainStage[] = [
    ...reception({ crosses: crosses && !electronicFirst, version, out: [transfer, acceptance] }),
    ...processing(decided, beside),
    ...(crosses && version.legalEnd === 'readyForReturn' ? [{ kind: 'leg' as const, leg: back, rests: false }] : []),
  ];
  return { limit: limitOf(question), stages, waits };
}
