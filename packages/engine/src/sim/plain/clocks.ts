/** The clocks of a dossier, recounted from its journal: when each ran and rested, and so when it warned and breached. */
import type { DossierEvent, EventOf } from '@lien-thong/domain';
import { PlainClock } from './plain-clock.js';
import { budgetOf, clockTime, workOf } from './rules.js';
import type { PlainBudget, PlainRules } from './rules.js';
import { dayNumber, timeOfDay } from './minutes.js';
import { inPlace } from './in-place.js';
import { DETECTED, REMARKS, isFinalPhase, minuteOfText, nameOf, opening, tell } from './story.js';
import type { Story } from './story.js';

const ON_THE_WAY = ['received', 'jurisdictionPending', 'inTransfer', 'awaitingAcceptance', 'transferReturned'];
const TRANSFER_RUNS_IN = ['received', 'jurisdictionPending', 'inTransfer', 'transferReturned'];

/** Kinds of clocks that end with a fact, whatever it says. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  received: ['reception'],
  receptionRefused: ['reception'],
  transferRecalled: ['delivery', 'acceptance'],
  transferRedirected: ['delivery', 'acceptance'],
  transferAccepted: ['acceptance'],
  transferRefused: ['acceptance'],
  supplementProvided: ['supplement'],
  paymentConfirmed: ['payment'],
  decided: ['step'],
};

/** Clocks that live with one dossier, told fact by fact. */
export class PlainClocks {
  readonly clocks = new Map<string, PlainClock>();
  private story: Story | null = null;
  private limit: PlainBudget = { work: 0 };
  /** Work minutes of legs that were cut anew. */
  readonly cut = new Map<string, number>();
  /** The facts told so far, in the order in which they happened. */
  private happened: DossierEvent[] = [];

  constructor(readonly rules: PlainRules) {}

  /** One more fact. One that happened before others already told is put in its place, and everything is told again. */
  tell(event: DossierEvent): void {
    const place = inPlace(this.happened, event);
    this.happened = place.facts;
    if (!place.late) return this.tellNext(event);
    this.clocks.clear();
    this.cut.clear();
    this.story = null;
    for (const fact of place.facts) this.tellNext(fact);
  }

  private tellNext(event: DossierEvent): void {
    if (DETECTED.includes(nameOf(event)) || REMARKS.includes(nameOf(event))) {
      if (this.story !== null) tell(this.story, event);
      return;
    }
    if (event.type === 'dossier.subDeadlinesRecut.v1') return this.recut(event);
    if ('pin' in event.data) this.limit = budgetOf(event.data.pin.limit);
    const at = minuteOfText(event.occurredAt);
    const was = this.story === null ? 'start' : this.story.phase;
    this.story ??= opening(event);
    const asked = this.story.askedIn;
    tell(this.story, event);
    this.end(event, { at, was });
    if (isFinalPhase(event.phase)) for (const clock of this.clocks.values()) clock.stop(at);
    else {
      this.change(event, { at, asked });
      for (const clock of this.clocks.values()) this.restOrRun(clock, at);
      this.begin(event, { at, was });
    }
  }

  /** Budgets of legs to come, and of those whose clock lives. What they must be is asked elsewhere. */
  private recut(event: EventOf<'dossier.subDeadlinesRecut.v1'>): void {
    const story = this.told();
    for (const { leg, toMinutes } of event.data.legs) {
      this.cut.set(leg, toMinutes);
      this.clocks.get(leg === 'acceptance' ? `acceptance:${story.attempt}` : leg)?.cutTo(toMinutes);
    }
    tell(story, event);
  }

  /** What a leg may use: as it is written, or as it was cut. */
  private allowed(leg: string, written: string): PlainBudget {
    const work = this.cut.get(leg);
    return work === undefined ? budgetOf(written) : { work };
  }

  private end(event: DossierEvent, { at, was }: { at: number; was: string }): void {
    const enters = (phase: string): boolean => event.phase === phase && was !== phase;
    const ended = new Set(ENDS[nameOf(event)] ?? []);
    if (event.type === 'dossier.transferDelivered.v1' && event.data.leg === 'transfer') ended.add('delivery');
    if (event.type === 'dossier.stepCompleted.v1') ended.add(`step:${event.data.step}`);
    const opinionEnds = ['consultationAnswered', 'consultationCancelled'].includes(nameOf(event));
    if (opinionEnds && 'consultation' in event.data) ended.add(`consultation:${event.data.consultation}`);
    if (enters('processing')) ended.add('transfer');
    if (enters('readyForReturn')) ended.add('resultTransfer');
    const { legalEnd } = this.rules.procedure;
    if (legalEnd === 'decided' ? nameOf(event) === 'decided' : enters('readyForReturn')) ended.add('legal');
    for (const clock of this.clocks.values()) if (ended.has(clock.kind) || ended.has(clock.id)) clock.stop(at);
  }

  private change(event: DossierEvent, { at, asked }: { at: number; asked: string | null }): void {
    const legal = this.clocks.get('legal');
    if (legal === undefined || legal.stopped !== null) return;
    if (event.type === 'dossier.limitExtended.v1') legal.extend(workOf(event.data.by));
    const restarts = this.rules.procedure.supplement.policy === 'restart' && asked === 'processing';
    if (event.type !== 'dossier.supplementProvided.v1' || !restarts) return;
    this.clocks.set('legal', legal.again(this.counted(this.limit, at, null), at));
  }

  private begin(event: DossierEvent, { at, was }: { at: number; was: string }): void {
    const { legs, supplement, payment, clockStart } = this.rules.procedure;
    const story = this.told();
    const home = story.competent === story.receiver;
    const attempt = story.attempt;
    const leg = (name: keyof typeof legs): PlainBudget => this.allowed(name, legs[name].budget);
    switch (event.type) {
      case 'dossier.submitted.v1':
        return this.start('reception', leg('reception'), at);
      case 'dossier.received.v1':
        if (clockStart === 'reception' || home) this.startLegal(at, at);
        return this.startTransfer(at);
      case 'dossier.jurisdictionResolved.v1':
        if (clockStart === 'competentReceipt' && home && story.received !== null) this.startLegal(story.received, at);
        return;
      case 'dossier.transferAccepted.v1':
        if (clockStart === 'competentReceipt') this.start('legal', this.counted(this.limit, at, null), at);
        return;
      case 'dossier.transferDispatched.v1':
        return this.start(`delivery:${attempt}`, leg('delivery'), at);
      case 'dossier.transferRedirected.v1':
        if (event.data.to !== null) this.start(`delivery:${attempt}`, leg('delivery'), at);
        return;
      case 'dossier.transferDelivered.v1':
        if (event.data.leg === 'transfer') this.start(`acceptance:${attempt}`, leg('acceptance'), at);
        return;
      case 'dossier.supplementRequested.v1':
        return this.start(`supplement:${event.data.round}`, budgetOf(supplement.timeout), at);
      case 'dossier.paymentRequested.v1':
        if (payment !== null) this.start(`payment:${story.payments}`, budgetOf(payment.timeout), at);
        return;
      default:
        return this.beginWork(event, { at, was });
    }
  }

  private beginWork(event: DossierEvent, { at, was }: { at: number; was: string }): void {
    const { steps, consultations, legs } = this.rules.procedure;
    if (event.type === 'dossier.stepStarted.v1') {
      const { step } = event.data;
      const foreseen = steps.find(({ key }) => key === step);
      if (foreseen !== undefined) this.start(`step:${step}`, this.allowed(`step:${step}`, foreseen.budget), at);
    }
    if (event.type === 'dossier.consultationRequested.v1') {
      const { consultation } = event.data;
      const foreseen = consultations.find(({ key }) => key === consultation);
      const id = `consultation:${consultation}`;
      if (foreseen !== undefined) this.start(id, this.allowed(id, foreseen.budget), at);
    }
    if (event.phase === 'decided' && was !== 'decided') {
      this.start('resultTransfer', this.allowed('resultTransfer', legs.resultTransfer.budget), at);
    }
  }

  private startLegal(from: number, now: number): void {
    this.start('legal', this.counted(this.limit, from, clockTime(this.rules.procedure.limitCutoff)), from);
    // Held until today, with the way to the competent agency left out: it begins to run only now.
    if (this.rules.procedure.transferExcluded && now > from) this.clocks.get('legal')?.restUntil(now);
  }

  private startTransfer(at: number): void {
    const story = this.told();
    if (story.phase !== 'received' && story.phase !== 'jurisdictionPending') return;
    const { minutes, procedure } = this.rules;
    const cutoff = clockTime(procedure.transferCutoff);
    const late = cutoff !== null && timeOfDay(at) > cutoff && minutes.closing(dayNumber(at)) !== null;
    const countsFrom = late ? this.nextMorning(dayNumber(at)) : at;
    this.start('transfer', { ...this.allowed('transfer', procedure.legs.transfer.budget), countsFrom }, at);
  }

  private nextMorning(day: number): number {
    let next = day + 1;
    while (this.rules.minutes.closing(next) === null) next += 1;
    return this.rules.minutes.nth(next * 1440 - 420, 1);
  }

  /** A same-day limit is the minutes up to a close: of this day, or the next working one after the cut-off or closing. */
  private counted(
    limit: PlainBudget,
    at: number,
    cutoff: number | null,
  ): PlainBudget & { readonly countsFrom?: number } {
    if (!('sameDay' in limit)) return limit;
    const { minutes } = this.rules;
    const close = minutes.closing(dayNumber(at));
    const inTime = close !== null && at <= close && !(cutoff !== null && timeOfDay(at) > cutoff);
    const from = inTime ? at : this.nextMorning(dayNumber(at));
    return { work: minutes.between(from, minutes.closing(dayNumber(from)) ?? from), countsFrom: from };
  }

  /** A clock starts once. */
  private start(id: string, budget: PlainBudget & { readonly countsFrom?: number }, at: number): void {
    if (this.clocks.has(id)) return;
    const granule = id === 'legal' ? this.rules.procedure.promiseGranularity : 'minute';
    const clock = new PlainClock(id, { budget, at, granule, minutes: this.rules.minutes });
    this.clocks.set(id, clock);
    this.restOrRun(clock, at);
  }

  private restOrRun(clock: PlainClock, at: number): void {
    if (this.mustRest(clock.kind)) clock.rest(at);
    else clock.run(at);
  }

  private mustRest(kind: string): boolean {
    const { phase, competent, receiver, opinions } = this.told();
    const { transferExcluded, supplement, payment, consultations } = this.rules.procedure;
    if (phase === 'suspended') return true;
    if (kind === 'reception') return phase === 'awaitingSupplement';
    if (kind === 'transfer') return !TRANSFER_RUNS_IN.includes(phase);
    if (kind === 'step') return phase !== 'processing';
    if (kind !== 'legal') return false;
    if (transferExcluded && competent !== receiver && ON_THE_WAY.includes(phase)) return true;
    if (phase === 'awaitingSupplement' && supplement.policy !== 'run') return true;
    if (phase === 'awaitingPayment' && payment?.pausesLegalClock === true) return true;
    return consultations.some(({ key, pausesLegalClock }) => pausesLegalClock && opinions.get(key)?.open === true);
  }

  /** What the facts so far say. Throws before the first. */
  told(): Story {
    if (this.story === null) throw new Error('no fact has been told yet');
    return this.story;
  }
}
