/**
 * A second opinion on clocks and owners, written from the text of the rules: it walks minute by minute, asks of each minute which
 * clocks run and who owns it, and counts. Nothing is summed up ahead, nothing is looked up in a calendar.
 */
import type { PlainFact, PlainLimit, PlainRules } from './plain.js';
import { closing, dayNumber, nextMorning, timeOfDay } from './plain.js';
import { cutByHand } from './plain-recut.js';
import type { World } from './plain-world.js';
import { isStuck, learn, newWorld, ownerNow, standsStill } from './plain-world.js';
import type { Finding, Means } from './walked-clock.js';
import { WalkedClock } from './walked-clock.js';

export interface Walk {
  readonly clocks: readonly Finding[];
  /** Worked minutes by owner, from reception to the end. */
  readonly owned: Readonly<Record<string, number>>;
}

const ON_THE_WAY = ['received', 'jurisdictionPending', 'inTransfer', 'awaitingAcceptance', 'transferReturned'];

/** The walk itself, a minute at a time. */
export class Walker {
  readonly world: World = newWorld();
  readonly clocks: WalkedClock[] = [];
  readonly owned: Record<string, number> = {};
  /** Budgets of legs that were cut anew. */
  readonly cut = new Map<string, number>();
  readonly stepsDone = new Set<string>();
  readonly asked = new Set<string>();
  decided = false;

  constructor(
    private readonly rules: PlainRules,
    /** Days on which a limit in calendar days rests for outages. */
    private readonly restDays: ReadonlySet<number> = new Set(),
  ) {}

  /** A clock begins, or opens its next epoch, by these means. */
  private begin(id: string, at: number, means: Means): void {
    const old = this.clocks.findIndex((clock) => clock.id === id);
    const epoch = (this.clocks[old]?.epoch ?? 0) + 1;
    const fresh = new WalkedClock(id, epoch, { at, means, rules: this.rules });
    this.clocks.splice(old === -1 ? this.clocks.length : old, 1, fresh);
  }

  private end(id: string, at: number): void {
    for (const clock of this.clocks) if (clock.id === id) clock.stop(at);
  }

  private endKind(kind: string, at: number): void {
    for (const clock of this.clocks) if (clock.kind === kind) clock.stop(at);
  }

  private beginLegal(limit: PlainLimit, at: number, cutoff: number | null): void {
    if (limit.unit !== 'sameDay') {
      this.begin('legal', at, limit);
      return;
    }
    const { isWorking } = this.rules;
    const close = closing(dayNumber(at), isWorking);
    const inTime = close !== null && at <= close && !(cutoff !== null && timeOfDay(at) > cutoff);
    const from = inTime ? at : nextMorning(dayNumber(at), isWorking);
    const until = closing(dayNumber(from), isWorking) ?? from;
    let minutes = 0;
    for (let minute = from; minute < until; minute++) if (isWorking(minute)) minutes++;
    this.begin('legal', at, { minutes, countsFrom: from });
  }

  private beginTransfer(at: number): void {
    const { transferCutoff, isWorking, legs } = this.rules;
    const late = transferCutoff !== null && timeOfDay(at) > transferCutoff;
    const countsFrom = late && closing(dayNumber(at), isWorking) !== null ? nextMorning(dayNumber(at), isWorking) : at;
    this.begin('transfer', at, { minutes: this.budget('transfer', legs.transfer), countsFrom });
  }

  private received(fact: PlainFact): void {
    const { receiver, clockStart, limit, limitCutoff } = this.rules;
    this.endKind('reception', fact.at);
    if (fact['competent'] !== receiver) this.beginTransfer(fact.at);
    if (clockStart === 'reception' || fact['competent'] === receiver) this.beginLegal(limit, fact.at, limitCutoff);
  }

  /** What each fact does to the clocks, before the dossier itself learns of it. */
  private readonly effects: Readonly<Record<string, (fact: PlainFact) => void>> = {
    submitted: ({ at }) => this.begin('reception', at, { minutes: this.rules.legs.reception }),
    receptionRefused: ({ at }) => this.endKind('reception', at),
    received: (fact) => this.received(fact),
    transferDispatched: (fact) => this.sent(fact),
    transferRedirected: (fact) => this.sent(fact),
    transferDelivered: (fact) => this.delivered(fact),
    transferRefused: ({ at }) => this.endTransferLegs(at),
    transferRecalled: ({ at }) => this.endTransferLegs(at),
    transferAccepted: ({ at }) => {
      this.endTransferLegs(at);
      if (this.rules.clockStart === 'competentReceipt') this.beginLegal(this.rules.limit, at, null);
    },
    stepStarted: ({ at, step }) => {
      const leg = `step:${step}`;
      this.begin(leg, at, { minutes: this.budget(leg, this.rules.steps[String(step)] ?? 0) });
    },
    stepCompleted: ({ at, step }) => {
      this.stepsDone.add(String(step));
      this.end(`step:${step}`, at);
    },
    consultationRequested: ({ at, consultation: key }) => {
      const leg = `consultation:${key}`;
      this.asked.add(String(key));
      this.begin(leg, at, { minutes: this.budget(leg, this.rules.consultations[String(key)]?.minutes ?? 0) });
    },
    consultationAnswered: ({ at, consultation }) => this.end(`consultation:${consultation}`, at),
    consultationCancelled: ({ at, consultation }) => this.end(`consultation:${consultation}`, at),
    supplementRequested: ({ at, round }) => this.begin(`supplement:${round}`, at, { days: this.rules.supplement.days }),
    supplementProvided: ({ at }) => {
      this.endKind('supplement', at);
      if (this.world.askedInProcessing && this.rules.supplement.policy === 'restart') this.restartLegal(at);
    },
    paymentRequested: ({ at }) => {
      this.begin(`payment:${this.world.payments + 1}`, at, { days: this.rules.payment.days });
    },
    paymentConfirmed: ({ at }) => this.endKind('payment', at),
    limitExtended: ({ minutes }) => this.add(Number(minutes)),
    decided: (fact) => {
      if (this.rules.legalEnd === 'decided') this.end('legal', fact.at);
      this.decided = true;
      const minutes = this.budget('resultTransfer', this.rules.legs.resultTransfer);
      if (fact.phase === 'decided') this.begin('resultTransfer', fact.at, { minutes });
    },
  };

  private endTransferLegs(at: number): void {
    this.endKind('delivery', at);
    this.endKind('acceptance', at);
  }

  private sent({ at, to, attempt }: PlainFact): void {
    this.endTransferLegs(at);
    if (to !== null) this.begin(`delivery:${attempt}`, at, { minutes: this.rules.legs.delivery });
  }

  private delivered({ at, leg, attempt }: PlainFact): void {
    if (leg === 'supplement') return;
    this.endKind('delivery', at);
    this.begin(`acceptance:${attempt}`, at, { minutes: this.budget('acceptance', this.rules.legs.acceptance) });
  }

  private restartLegal(at: number): void {
    const legal = this.clocks.find(({ id }) => id === 'legal');
    if (legal === undefined || legal.stopped !== null) return;
    const { added } = legal;
    this.beginLegal(this.rules.limit, at, null);
    this.add(added);
  }

  /** More minutes for the legal limit; they stay added when it begins again. */
  private add(minutes: number): void {
    const legal = this.clocks.find(({ id }) => id === 'legal');
    if (legal === undefined || legal.minutes === null) return;
    legal.minutes += minutes;
    legal.added += minutes;
  }

  /** Takes a fact in. */
  take(fact: PlainFact): void {
    this.effects[fact.type]?.(fact);
    const was = this.world.phase;
    learn(this.world, fact);
    if (fact.phase === 'processing' && was !== 'processing' && ON_THE_WAY.includes(was)) this.end('transfer', fact.at);
    if (fact.phase === 'readyForReturn' && was !== 'readyForReturn') {
      this.end('resultTransfer', fact.at);
      this.end('legal', fact.at);
      this.begin('collection', fact.at, {});
    }
    if (this.world.ended) for (const { id } of this.clocks) this.end(id, fact.at);
    for (const [leg, minutes] of cutByHand(this, this.rules, fact)) {
      this.cut.set(leg, minutes);
      const clock = this.clockOf(leg);
      if (clock !== undefined) clock.minutes = minutes;
    }
  }

  private budget(leg: string, published: number): number {
    return this.cut.get(leg) ?? published;
  }

  /** The live clock of a leg. */
  clockOf(leg: string): WalkedClock | undefined {
    return this.clocks.find(
      (clock) => clock.stopped === null && (leg === 'acceptance' ? clock.kind : clock.id) === leg,
    );
  }

  rests(clock: WalkedClock): boolean {
    const { phase, competent, opinions } = this.world;
    const { receiver, transferExcluded, supplement, payment, consultations } = this.rules;
    if (phase === 'suspended') return true;
    if (clock.kind === 'reception') return phase === 'awaitingSupplement';
    if (clock.kind === 'transfer') return phase === 'awaitingAcceptance';
    if (clock.kind === 'step') return phase !== 'processing';
    if (clock.kind !== 'legal') return false;
    if (transferExcluded && competent !== receiver && ON_THE_WAY.includes(phase)) return true;
    if (phase === 'awaitingSupplement' && supplement.policy !== 'run') return true;
    if (phase === 'awaitingPayment' && payment.pausesLegal) return true;
    return [...opinions.keys()].some((key) => consultations[key]?.pausesLegal === true);
  }

  /** Whether a recorded outage gives this clock the minute back. */
  isHeldUp(clock: WalkedClock, minute: number): boolean {
    const leg = ['delivery', 'acceptance'].includes(clock.kind) ? clock.kind : clock.id;
    if (leg === 'transfer' && this.world.phase === 'inTransfer' && isStuck('delivery', minute, this.rules)) return true;
    if (leg !== 'legal') return isStuck(leg, minute, this.rules);
    if (this.rules.relief?.limitToo !== true) return false;
    if (this.rules.limit.unit === 'calendarDays') return this.restDays.has(dayNumber(minute));
    return standsStill(this.world, minute, this.rules);
  }

  private ownerOf(minute: number): string | null {
    const owner = ownerNow(this.world, this.rules);
    return owner !== null && standsStill(this.world, minute, this.rules) ? 'system' : owner;
  }

  /** Whether the limit, which would run now, could give this minute back. */
  limitStandsStill(minute: number): boolean {
    const legal = this.clocks.find(({ id, stopped }) => id === 'legal' && stopped === null);
    return legal !== undefined && !this.rests(legal) && standsStill(this.world, minute, this.rules);
  }

  /** One minute: first what happened at its beginning, then who runs and who pays while it lasts. */
  step(minute: number, facts: readonly PlainFact[]): void {
    for (const fact of facts) this.take(fact);
    const worked = this.rules.isWorking(minute);
    for (const clock of this.clocks) {
      if (clock.stopped !== null) continue;
      if (this.rests(clock) || this.isHeldUp(clock, minute)) clock.rest(minute);
      else clock.run(minute, worked);
    }
    const owner = worked ? this.ownerOf(minute) : null;
    if (owner !== null) this.owned[owner] = (this.owned[owner] ?? 0) + 1;
  }
}

/** Days of which every minute stood still while the limit would have run: found by a walk of their own. */
function daysThatStoodStill(facts: readonly PlainFact[], rules: PlainRules, until: number): ReadonlySet<number> {
  if (rules.limit.unit !== 'calendarDays' || rules.relief?.limitToo !== true) return new Set();
  const still = new Map<number, number>();
  const walker = new Walker(rules);
  walkWith(walker, { facts, until }, (minute) => {
    if (walker.limitStandsStill(minute)) still.set(dayNumber(minute), (still.get(dayNumber(minute)) ?? 0) + 1);
  });
  return new Set([...still].filter(([, minutes]) => minutes === 1440).map(([day]) => day));
}

function walkWith(
  walker: Walker,
  { facts, until }: { readonly facts: readonly PlainFact[]; readonly until: number },
  look: (minute: number) => void,
): void {
  let next = 0;
  for (let minute = facts[0]?.at ?? until; minute <= until; minute++) {
    const now: PlainFact[] = [];
    for (; facts[next]?.at === minute; next++) now.push(facts[next]!);
    if (minute === until) for (const fact of now) walker.take(fact);
    else {
      walker.step(minute, now);
      look(minute);
    }
  }
}

/** Walks from the first fact up to `until`, which is not walked itself but whose facts are taken in. */
export function walkMinutes(facts: readonly PlainFact[], rules: PlainRules, until: number): Walk {
  const walker = new Walker(rules, daysThatStoodStill(facts, rules, until));
  walkWith(walker, { facts, until }, () => undefined);
  const rests = (clock: WalkedClock): boolean => walker.rests(clock) || walker.isHeldUp(clock, until);
  return { clocks: walker.clocks.map((clock) => clock.finding(until, rests(clock))), owned: walker.owned };
}
