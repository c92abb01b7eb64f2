/** What could come next in a journey: the facts the office could produce in each state, plausible and no more. For specs. */
import type { EventData, EventType, Pin } from '../dossier/events.js';
import type { AgencyId } from '../kernel/ids.js';
import type { Phase } from '../procedure/phase.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { DONG_HAI, HAI_AN, NGO_QUYEN, PLANNING, TAX_OFFICE } from '../testing/office-directory.js';
import { workingDays, workingHours } from '../time/duration.js';
import type { WorkDuration } from '../time/duration.js';

/** The next choice: a whole number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number;

export interface Place {
  readonly phase: Phase;
  readonly competent: AgencyId | null;
  readonly addressed: AgencyId;
  readonly attempt: number;
  readonly steps: readonly string[];
  readonly stepsLeft: readonly string[];
  readonly open: readonly string[];
  readonly askedOnce: readonly string[];
  readonly rounds: number;
  readonly from: 'submitted' | 'processing';
  readonly resumeTo: Phase;
  readonly forwarding: boolean;
  readonly extensions: number;
  readonly notified: boolean;
}

/** A fact that could come next, and the place it leads to. */
export interface Next {
  readonly type: EventType;
  readonly data: object;
  readonly actor: AgencyId | null;
  readonly to: Partial<Place>;
}

export interface Office {
  readonly place: Place;
  readonly procedure: ProcedureVersion;
  readonly draw: Draw;
  readonly pin: Pin;
}

type Leads = Partial<Place> & { readonly by?: AgencyId | null };

/** A fact with its data, who acts (the engine or a supervisor when nobody is named), and the place it leads to. */
function next<Type extends EventType>(type: Type, data: EventData<Type>, { by = null, ...to }: Leads): Next {
  return { type, data, actor: by, to };
}

function pick<T>(draw: Draw, options: readonly [T, ...T[]]): T {
  return options[draw(options.length)] ?? options[0];
}

const copyOf = (draw: Draw): 'electronic' | 'paper' => pick(draw, ['electronic', 'paper']);

function resolution(agencyId: AgencyId): NonNullable<EventData<'dossier.received.v1'>['resolution']> {
  return { agencyId, ruleId: 'residence', legalBasis: 'Nghị định 118/2025/NĐ-CP', areaCode: null };
}

function reception({ draw, pin }: Office): readonly Next[] {
  const competent = pick(draw, [DONG_HAI, DONG_HAI, DONG_HAI, HAI_AN, null]);
  const travels: Phase = competent === null ? 'jurisdictionPending' : 'received';
  const phase = competent === HAI_AN ? 'processing' : travels;
  const found = competent === null ? null : resolution(competent);
  const said = { code: 'x', codeProvisional: false, pin, jurisdiction: {}, documents: [], heldReason: null };
  return [next('dossier.received.v1', { ...said, resolution: found, promise: null }, { by: HAI_AN, phase, competent })];
}

function supplementAsked({ place }: Office, from: Place['from'], by: AgencyId | null): readonly Next[] {
  if (place.rounds >= 2) return [];
  const round = place.rounds + 1;
  const to = { phase: 'awaitingSupplement' as const, rounds: round, from };
  return [next('dossier.supplementRequested.v1', { round, components: ['c'], reason: 'missing' }, { by, ...to })];
}

function inSubmitted(office: Office): readonly Next[] {
  const refused = next('dossier.receptionRefused.v1', { reason: 'no' }, { by: HAI_AN, phase: 'receptionRefused' });
  return [...reception(office), ...reception(office), ...supplementAsked(office, 'submitted', HAI_AN), refused];
}

function inReception({ place, draw }: Office): readonly Next[] {
  const attempt = place.attempt + 1;
  const to = pick(draw, [DONG_HAI, NGO_QUYEN]);
  const sent = { attempt, to, copy: copyOf(draw), resolution: null };
  return [
    next('dossier.transferDispatched.v1', sent, {
      by: HAI_AN,
      phase: 'inTransfer',
      attempt,
      addressed: to,
      competent: to,
    }),
  ];
}

function inJurisdictionPending({ draw }: Office): readonly Next[] {
  const agencyId = pick(draw, [DONG_HAI, HAI_AN]);
  const phase = agencyId === HAI_AN ? 'processing' : 'received';
  const data = { code: 'x', codeProvisional: false, resolution: resolution(agencyId) };
  return [next('dossier.jurisdictionResolved.v1', data, { by: HAI_AN, phase, competent: agencyId })];
}

function onTheWay({ place, draw }: Office): readonly Next[] {
  const { attempt } = place;
  const to = pick(draw, [DONG_HAI, NGO_QUYEN]);
  const redirect = { attempt: attempt + 1, to, copy: copyOf(draw), reason: 'lapsed' };
  const there = { phase: 'inTransfer' as const, attempt: attempt + 1, addressed: to, competent: to };
  return [
    next('dossier.transferRecalled.v1', { attempt, reason: 'mistake' }, { by: HAI_AN, phase: 'received' }),
    next('dossier.transferRedirected.v1', redirect, there),
    next('dossier.transferRedirected.v1', { ...redirect, attempt, to: null }, { phase: 'received' }),
  ];
}

function inTransfer(office: Office): readonly Next[] {
  const { attempt, addressed } = office.place;
  const delivered = next(
    'dossier.transferDelivered.v1',
    { attempt, leg: 'transfer' },
    { by: addressed, phase: 'awaitingAcceptance' },
  );
  return [delivered, delivered, delivered, delivered, delivered, ...onTheWay(office)];
}

function suspension({ place, draw }: Office): Next {
  const ground = pick(draw, ['systemOutage', 'courtOrder', 'forceMajeure'] as const);
  const to = { phase: 'suspended' as const, resumeTo: place.phase };
  return next('dossier.suspended.v1', { ground, system: null, evidence: 'e-1' }, { by: place.competent, ...to });
}

function inAwaitingAcceptance(office: Office): readonly Next[] {
  const { attempt, addressed } = office.place;
  const accepted = next(
    'dossier.transferAccepted.v1',
    { attempt },
    { by: addressed, phase: 'processing', competent: addressed },
  );
  const refusal = { attempt, reason: 'incompleteCopy' as const, suggestedAgency: null };
  const refused = next('dossier.transferRefused.v1', refusal, { by: addressed, phase: 'transferReturned' });
  return [accepted, accepted, accepted, accepted, refused, suspension(office), ...onTheWay(office)];
}

/** Answers and cancellations may come in whatever state the dossier is. */
function opinions({ place, draw }: Office): readonly Next[] {
  return place.open.map((consultation) => {
    const to = { open: place.open.filter((key) => key !== consultation) };
    const agencyId = consultation === 'tax' ? TAX_OFFICE : PLANNING;
    return draw(4) === 0
      ? next('dossier.consultationCancelled.v1', { consultation, reason: 'needless' }, { by: place.competent, ...to })
      : next('dossier.consultationAnswered.v1', { consultation, outcome: 'agreed' }, { by: agencyId, ...to });
  });
}

function work({ place, procedure }: Office): readonly Next[] {
  const by = place.competent;
  const starts = place.stepsLeft.map((step) => {
    const to = { steps: [...place.steps, step], stepsLeft: place.stepsLeft.filter((left) => left !== step) };
    return next('dossier.stepStarted.v1', { step }, { by, ...to });
  });
  const completes = place.steps.map((step) =>
    next('dossier.stepCompleted.v1', { step }, { by, steps: place.steps.filter((open) => open !== step) }),
  );
  const asks = procedure.consultations
    .filter(({ key }) => !place.askedOnce.includes(key))
    .map(({ key }) => {
      const agencyId = key === 'tax' ? TAX_OFFICE : PLANNING;
      const to = { open: [...place.open, key], askedOnce: [...place.askedOnce, key] };
      return next('dossier.consultationRequested.v1', { consultation: key, agencyId }, { by, ...to });
    });
  return [...starts, ...completes, ...asks];
}

function inProcessing(office: Office): readonly Next[] {
  const { place } = office;
  const by = place.competent;
  const home = by === HAI_AN;
  const decided = next(
    'dossier.decided.v1',
    { outcome: 'granted', documents: [] },
    { by, phase: home ? 'readyForReturn' : 'decided' },
  );
  const payment = next(
    'dossier.paymentRequested.v1',
    { feeCode: 'fee', amountVnd: 1 },
    { by, phase: 'awaitingPayment' },
  );
  const receipt = { attempt: place.attempt, leg: 'supplement' as const };
  const extension = { by: pick<WorkDuration>(office.draw, [workingHours(2), workingDays(0.5)]), legalBasis: 'art. 1' };
  return [
    ...work(office),
    ...work(office),
    ...supplementAsked(office, 'processing', by),
    ...(place.steps.length === 0 ? [decided] : []),
    ...(place.forwarding ? [next('dossier.transferDelivered.v1', receipt, { by, forwarding: false })] : []),
    ...(place.extensions === 0 ? [next('dossier.limitExtended.v1', extension, { by, extensions: 1 })] : []),
    payment,
    suspension(office),
  ];
}

function inAwaitingSupplement(office: Office): readonly Next[] {
  const { place, draw } = office;
  // What was asked for before the dossier left the receiver is handed in with him, and travels with it.
  const holder = place.from === 'submitted' ? HAI_AN : place.competent;
  const counter = holder !== HAI_AN && draw(2) === 0;
  const copy = copyOf(draw);
  const data = {
    round: place.rounds,
    at: counter ? ('counter' as const) : ('competent' as const),
    copy,
    documents: [],
  };
  const forwarding = counter && copy === 'paper';
  const provided = next('dossier.supplementProvided.v1', data, {
    by: counter ? HAI_AN : holder,
    phase: place.from,
    forwarding,
  });
  const closed = next('dossier.closed.v1', { ground: 'supplementTimeout', legalBasis: 'art. 1' }, { phase: 'closed' });
  const rest = place.from === 'processing' ? [suspension(office)] : [];
  return [provided, provided, provided, provided, ...rest, closed];
}

const RETURN = next('dossier.resultReturned.v1', { means: 'counter' }, { by: HAI_AN, phase: 'returned' });

const NEXT: { readonly [P in Phase]?: (office: Office) => readonly Next[] } = {
  submitted: inSubmitted,
  received: inReception,
  transferReturned: inReception,
  jurisdictionPending: inJurisdictionPending,
  inTransfer,
  awaitingAcceptance: inAwaitingAcceptance,
  processing: inProcessing,
  awaitingSupplement: inAwaitingSupplement,
  awaitingPayment: (office) => {
    const paid = next(
      'dossier.paymentConfirmed.v1',
      { receiptNumber: '1' },
      { by: office.place.competent, phase: 'processing' },
    );
    return [paid, paid, suspension(office)];
  },
  suspended: ({ place }) => [next('dossier.resumed.v1', {}, { by: place.competent, phase: place.resumeTo })],
  decided: ({ place, draw }) => [
    next('dossier.resultDispatched.v1', { copy: copyOf(draw) }, { by: place.competent, phase: 'resultInTransfer' }),
  ],
  resultInTransfer: () => [next('dossier.resultArrived.v1', {}, { by: HAI_AN, phase: 'readyForReturn' })],
  readyForReturn: ({ place }) =>
    place.notified
      ? [RETURN]
      : [RETURN, next('dossier.applicantNotified.v1', { means: 'sms' }, { by: HAI_AN, notified: true })],
};

const WITHDRAWABLE: readonly Phase[] = ['received', 'inTransfer', 'processing', 'awaitingSupplement', 'suspended'];

/** Every fact that could come next; some several times, because they come more often. */
export function choices(office: Office): readonly Next[] {
  const { place, draw } = office;
  const leaves = WITHDRAWABLE.includes(place.phase) && draw(25) === 0;
  if (leaves) return [next('dossier.withdrawn.v1', {}, { by: HAI_AN, phase: 'withdrawn' })];
  const onward = NEXT[place.phase]?.(office) ?? [];
  return onward.length === 0 ? [] : [...onward, ...opinions(office)];
}

/** What a journey may begin with. */
export function opening(office: Office): readonly Next[] {
  const data = { code: 'x', codeProvisional: true, pin: office.pin, jurisdiction: {}, documents: [] };
  return [
    next('dossier.submitted.v1', data, { by: HAI_AN, phase: 'submitted' }),
    ...reception(office),
    ...reception(office),
  ];
}
