/**
 * A second opinion on clocks and owners, written from the text of the rules: it walks minute by minute, asks of each minute which
 * clocks run and who owns it, and counts. Nothing is summed up ahead, nothing is looked up in a calendar.
 */
import type { PlainFact, PlainLimit, PlainRules } from './plain.js';
import { closing, dayNumber, granuleOf, nextMorning, timeOfDay } from './plain.js';
import type { World } from './plain-world.js';
import { learn, newWorld, ownerNow } from './plain-world.js';

export interface WalkedClock {
  readonly id: string;
  readonly kind: string;
  epoch: number;
  begun: number;
  countsFrom: number;
  /** Work minutes, days, or neither. */
  minutes: number | null;
  days: number | null;
  used: number;
  due: number | null;
  breach: number | null;
  stopped: number | null;
  outcome: 'early' | 'onTime' | 'overdue' | null;
  resting: boolean;
  restedDays: Set<number>;
}

export interface Walk {
  readonly clocks: readonly WalkedClock[];
  /** Worked minutes by owner, from reception to the end. */
  readonly owned: Readonly<Record<string, number>>;
}

const ON_THE_WAY = ['received', 'jurisdictionPending', 'inTransfer', 'awaitingAcceptance', 'transferReturned'];

class Walker {
  readonly world: World = newWorld();
  readonly clocks: WalkedClock[] = [];
  readonly owned: Record<string, number> = {};

  constructor(private readonly rules: PlainRules) {}

  /** A clock begins, or opens its next epoch, by these means. */
  private begin(id: string, at: number, means: { minutes?: number; days?: number; countsFrom?: number }): void {
    const old = this.clocks.findIndex((clock) => clock.id === id);
    const fresh: WalkedClock = {
      id,
      kind: id.split(':')[0] ?? id,
      epoch: (this.clocks[old]?.epoch ?? 0) + 1,
      begun: at,
      countsFrom: means.countsFrom ?? at,
      minutes: means.minutes ?? null,
      days: means.days ?? null,
      used: 0,
      due: null,
      breach: null,
      stopped: null,
      outcome: null,
      resting: false,
      restedDays: new Set(),
    };
    this.clocks.splice(old === -1 ? this.clocks.length : old, 1, fresh);
  }

  private end(id: string, at: number): void {
    for (const clock of this.clocks) {
      if (clock.id !== id || clock.stopped !== null) continue;
      clock.stopped = at;
      clock.outcome = this.judged(clock, at);
    }
  }

  private endKind(kind: string, at: number): void {
    for (const clock of this.clocks) if (clock.kind === kind) this.end(clock.id, at);
  }

  private granule(clock: WalkedClock): PlainRules['granule'] {
    return clock.kind === 'legal' ? this.rules.granule : 'minute';
  }

  /** Where it would have come due, had it run on from `at` for ever. */
  private dueRunningOnFrom(clock: WalkedClock, at: number): number | null {
    if (clock.due !== null) return clock.due;
    if (clock.days !== null) return this.calendarDue(clock);
    if (clock.minutes === null) return null;
    let left = clock.minutes - clock.used;
    let minute = Math.max(at, clock.countsFrom);
    for (; left > 0; minute++) if (this.rules.isWorking(minute)) left--;
    return minute;
  }

  private judged(clock: WalkedClock, at: number): WalkedClock['outcome'] {
    const due = this.dueRunningOnFrom(clock, at);
    if (due === null) return null;
    if (clock.breach !== null) return 'overdue';
    return at < granuleOf(due, this.granule(clock)).begin ? 'early' : 'onTime';
  }

  /** The close of the last day, counted from the day after the start and pushed on by each day it rested. */
  private calendarDue(clock: WalkedClock): number {
    let day = dayNumber(clock.countsFrom) + (clock.days ?? 0) + clock.restedDays.size;
    for (;;) {
      const close = closing(day, this.rules.isWorking);
      if (close !== null) return close;
      day++;
    }
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
    this.begin('transfer', at, { minutes: legs.transfer, countsFrom });
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
    stepStarted: ({ at, step }) => this.begin(`step:${step}`, at, { minutes: this.rules.steps[String(step)] ?? 0 }),
    stepCompleted: ({ at, step }) => this.end(`step:${step}`, at),
    consultationRequested: ({ at, consultation: key }) => {
      this.begin(`consultation:${key}`, at, { minutes: this.rules.consultations[String(key)]?.minutes ?? 0 });
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
    limitExtended: ({ minutes }) => {
      const legal = this.clocks.find(({ id }) => id === 'legal');
      if (legal !== undefined && legal.minutes !== null) legal.minutes += Number(minutes);
    },
    decided: (fact) => {
      if (this.rules.legalEnd === 'decided') this.end('legal', fact.at);
      if (fact.phase === 'decided') this.begin('resultTransfer', fact.at, { minutes: this.rules.legs.resultTransfer });
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
    this.begin(`acceptance:${attempt}`, at, { minutes: this.rules.legs.acceptance });
  }

  private restartLegal(at: number): void {
    const legal = this.clocks.find(({ id }) => id === 'legal');
    if (legal === undefined || legal.stopped !== null) return;
    const { minutes } = legal;
    this.beginLegal(this.rules.limit, at, null);
    const again = this.clocks.find(({ id }) => id === 'legal');
    // What was added to a limit stays added; only a same-day limit is measured anew.
    if (again !== undefined && this.rules.limit.unit === 'work') again.minutes = minutes;
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
  }

  private rests(clock: WalkedClock): boolean {
    const { phase, competent, opinions, forwarding } = this.world;
    const { receiver, transferExcluded, supplement, payment, consultations } = this.rules;
    if (phase === 'suspended') return true;
    if (clock.kind === 'reception') return phase === 'awaitingSupplement';
    if (clock.kind === 'transfer') return phase === 'awaitingAcceptance';
    if (clock.kind === 'step') return phase !== 'processing' || forwarding;
    if (clock.kind !== 'legal') return false;
    if (transferExcluded && competent !== receiver && ON_THE_WAY.includes(phase)) return true;
    if (phase === 'awaitingSupplement' && supplement.policy !== 'run') return true;
    if (phase === 'awaitingPayment' && payment.pausesLegal) return true;
    return [...opinions.keys()].some((key) => consultations[key]?.pausesLegal === true);
  }

  private run(clock: WalkedClock, minute: number): void {
    if (minute < clock.countsFrom) return;
    const worked = this.rules.isWorking(minute);
    if (clock.minutes === 0 && clock.due === null) clock.due = minute;
    if (clock.days !== null && clock.due === null) {
      const due = this.calendarDue(clock);
      if (minute + 1 >= due) clock.due = due;
    }
    const overrun = clock.due !== null && minute >= granuleOf(clock.due, this.granule(clock)).end;
    if (worked && overrun) clock.breach ??= minute + 1;
    if (worked) clock.used += 1;
    if (worked && clock.minutes !== null && clock.used === clock.minutes) clock.due = minute + 1;
  }

  /** One minute: first what happened at its beginning, then who runs and who pays while it lasts. */
  step(minute: number, facts: readonly PlainFact[]): void {
    for (const fact of facts) this.take(fact);
    for (const clock of this.clocks) {
      if (clock.stopped !== null) continue;
      clock.resting = this.rests(clock);
      if (clock.resting) clock.restedDays.add(dayNumber(minute));
      else this.run(clock, minute);
    }
    const owner = ownerNow(this.world, this.rules);
    if (owner !== null && this.rules.isWorking(minute)) this.owned[owner] = (this.owned[owner] ?? 0) + 1;
  }
}

/** Walks from the first fact up to `until`, which is not walked itself but whose facts are taken in. */
export function walkMinutes(facts: readonly PlainFact[], rules: PlainRules, until: number): Walk {
  const walker = new Walker(rules);
  let next = 0;
  for (let minute = facts[0]?.at ?? until; minute <= until; minute++) {
    const now: PlainFact[] = [];
    for (; facts[next]?.at === minute; next++) now.push(facts[next]!);
    if (minute < until) walker.step(minute, now);
    else for (const fact of now) walker.take(fact);
  }
  return { clocks: walker.clocks, owned: walker.owned };
}
