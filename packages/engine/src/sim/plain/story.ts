/** What a journal tells of a dossier, read again from the text of the design; no fold of the domain is asked. */
import type { DossierEvent } from '@lien-thong/domain';

const FINAL: readonly string[] = ['receptionRefused', 'returned', 'withdrawn', 'closed'];
export const DETECTED: readonly string[] = ['clockWarned', 'clockRunsLow', 'clockBreached', 'transferLapsed'];
/** What raises no version: receipts, and what the engine finds out. */
export const NO_ACT: readonly string[] = [
  'transferDelivered',
  'resultArrived',
  'subDeadlinesRecut',
  'conflictFound',
  ...DETECTED,
];

/** What is said of the journal, and not of the dossier. */
export const REMARKS: readonly string[] = [
  ...['receptionCorrected', 'timeCorrected', 'lateFactsEntered', 'conflictFound', 'conflictResolved'],
];
/** Remarks after which what came before reads otherwise. */
export const REVISIONS: readonly string[] = ['receptionCorrected', 'timeCorrected', 'lateFactsEntered'];

/** `received` of `dossier.received.v1`. */
export function nameOf({ type }: Pick<DossierEvent, 'type'>): string {
  return type.slice('dossier.'.length, -'.v1'.length);
}

/** Somebody said that it happened, and when: neither found out, nor derived, nor a remark. */
export function isDeclaredFact(event: Pick<DossierEvent, 'type'>): boolean {
  const name = nameOf(event);
  return !DETECTED.includes(name) && !REMARKS.includes(name) && name !== 'subDeadlinesRecut';
}

export function isFinalPhase(phase: string): boolean {
  return FINAL.includes(phase);
}

/** Whole minutes since 1970. */
export function minuteOfText(instant: string): number {
  return Math.floor(Date.parse(instant) / 60_000);
}

interface Opinion {
  readonly agency: string;
  readonly at: string;
  open: boolean;
  answered: boolean;
}

export interface Story {
  phase: string;
  readonly receiver: string;
  competent: string | null;
  accepted: boolean;
  holder: string;
  addressed: string | null;
  /** Whom each attempt was sent to: a receipt may come when a later one is under way. */
  readonly addressees: Map<number, string>;
  copy: string;
  attempt: number;
  lapsed: boolean;
  suspendedIn: string | null;
  ground: string;
  readonly steps: Set<string>;
  readonly stepsDone: Set<string>;
  decided: boolean;
  readonly opinions: Map<string, Opinion>;
  askedIn: string | null;
  forwarding: boolean;
  payments: number;
  bounces: number;
  redirects: number;
  resultCopy: string;
  notified: boolean;
  /** Minute of reception; null before. */
  received: number | null;
  /** Minute of the last declared fact. */
  lastFact: number;
  version: number;
}

export function opening(event: DossierEvent): Story {
  if (event.type !== 'dossier.submitted.v1' && event.type !== 'dossier.received.v1') {
    throw new Error(`a journal that begins with ${event.type}`);
  }
  const receiver = event.data.pin.receivingAgency;
  return {
    phase: event.phase,
    receiver,
    competent: null,
    accepted: false,
    holder: receiver,
    addressed: null,
    addressees: new Map(),
    copy: '',
    attempt: 0,
    lapsed: false,
    suspendedIn: null,
    ground: '',
    steps: new Set(),
    stepsDone: new Set(),
    decided: false,
    opinions: new Map(),
    askedIn: null,
    forwarding: false,
    payments: 0,
    bounces: 0,
    redirects: 0,
    resultCopy: '',
    notified: false,
    received: null,
    lastFact: minuteOfText(event.occurredAt),
    version: 0,
  };
}

function found(story: Story, agency: string | null): void {
  story.competent = agency;
  story.accepted = agency === story.receiver;
}

function sent(story: Story, { to, copy, attempt }: { to: string; copy: string; attempt: number }): void {
  story.addressed = story.competent = to;
  story.addressees.set(attempt, to);
  story.copy = copy;
  story.attempt = attempt;
}

/** What the fact itself says; where it leads to is in its phase. */
function read(story: Story, event: DossierEvent): void {
  switch (event.type) {
    case 'dossier.received.v1':
      story.received = minuteOfText(event.occurredAt);
      return found(story, event.data.resolution?.agencyId ?? null);
    case 'dossier.jurisdictionResolved.v1':
      return found(story, event.data.resolution.agencyId);
    case 'dossier.transferDispatched.v1':
      return sent(story, event.data);
    case 'dossier.transferRedirected.v1':
      story.redirects += 1;
      if (event.data.to !== null) sent(story, { ...event.data, to: event.data.to });
      return;
    case 'dossier.transferDelivered.v1':
      if (event.data.leg === 'supplement') story.forwarding = false;
      return;
    case 'dossier.transferAccepted.v1':
      story.accepted = true;
      story.holder = story.competent = story.addressed ?? story.holder;
      return;
    case 'dossier.transferRefused.v1':
      story.bounces += 1;
      return;
    default:
      return readWork(story, event);
  }
}

function readWork(story: Story, event: DossierEvent): void {
  switch (event.type) {
    case 'dossier.stepStarted.v1':
      return void story.steps.add(event.data.step);
    case 'dossier.stepCompleted.v1':
      story.steps.delete(event.data.step);
      return void story.stepsDone.add(event.data.step);
    case 'dossier.consultationRequested.v1': {
      const { consultation, agencyId } = event.data;
      return void story.opinions.set(consultation, {
        agency: agencyId,
        at: event.occurredAt,
        open: true,
        answered: false,
      });
    }
    case 'dossier.consultationAnswered.v1':
    case 'dossier.consultationCancelled.v1': {
      const opinion = story.opinions.get(event.data.consultation);
      if (opinion === undefined) return;
      opinion.open = false;
      opinion.answered = nameOf(event) === 'consultationAnswered';
      return;
    }
    case 'dossier.supplementRequested.v1':
      story.askedIn = story.phase;
      return;
    case 'dossier.supplementProvided.v1':
      story.forwarding = event.data.at === 'counter' && event.data.copy === 'paper';
      return;
    case 'dossier.paymentRequested.v1':
      story.payments += 1;
      return;
    case 'dossier.suspended.v1':
      story.suspendedIn = story.phase;
      story.ground = event.data.ground;
      return;
    case 'dossier.decided.v1':
      story.decided = true;
      return;
    case 'dossier.resultDispatched.v1':
      story.resultCopy = event.data.copy;
      return;
    case 'dossier.resultArrived.v1':
      story.holder = story.receiver;
      return;
    case 'dossier.applicantNotified.v1':
      story.notified = true;
      return;
    default:
      return;
  }
}

/** Whether the paper supplement on its way has arrived with this: its addressee did something, or all is over. */
function endsForwarding(story: Story, event: DossierEvent): boolean {
  const act = !NO_ACT.includes(nameOf(event));
  return (
    isFinalPhase(event.phase) || (act && event.actor.agencyId !== null && event.actor.agencyId === story.competent)
  );
}

/** The story with one more fact. */
export function tell(story: Story, event: DossierEvent): void {
  const name = nameOf(event);
  if (endsForwarding(story, event)) story.forwarding = false;
  read(story, event);
  if (name === 'transferLapsed') story.lapsed = true;
  else if (name.startsWith('transfer')) story.lapsed = false;
  if (name === 'resumed') story.suspendedIn = null;
  story.phase = event.phase;
  if (!NO_ACT.includes(name)) story.version += 1;
  if (isDeclaredFact(event)) story.lastFact = Math.max(story.lastFact, minuteOfText(event.occurredAt));
}

/** When each fact happened by the last word on it: by its number, and the place among those entered with it. */
function lastWords(events: readonly DossierEvent[]): ReadonlyMap<string, DossierEvent['occurredAt']> {
  const words = new Map<string, DossierEvent['occurredAt']>();
  const reception = events.find(({ type }) => type === 'dossier.received.v1');
  for (const event of events) {
    if (event.type === 'dossier.receptionCorrected.v1' && reception !== undefined) {
      words.set(`${reception.seq} `, event.data.to);
    }
    if (event.type === 'dossier.timeCorrected.v1')
      words.set(`${event.data.seq} ${event.data.part ?? ''}`, event.data.to);
  }
  return words;
}

/**
 * The journal up to and with place `until`, as it read once the facts up to `known` were known: each fact at the time it was last
 * corrected to by then, and what was entered late beside its entry. In the order in which it was learnt.
 */
export function asReadAt(
  journal: readonly DossierEvent[],
  until: number,
  known: number = until,
): readonly DossierEvent[] {
  const words = lastWords(journal.slice(0, known));
  const timed = (event: DossierEvent, part: number | ''): DossierEvent => {
    const occurredAt = words.get(`${event.seq} ${part}`);
    return occurredAt === undefined ? event : { ...event, occurredAt };
  };
  return journal.slice(0, until).flatMap((event) => {
    if (event.type !== 'dossier.lateFactsEntered.v1') return [timed(event, '')];
    const parts = event.data.facts.map(({ type, occurredAt, phase, data }, i) => {
      return timed({ ...event, type, occurredAt, phase, data } as DossierEvent, i + 1);
    });
    return [...parts, event];
  });
}
