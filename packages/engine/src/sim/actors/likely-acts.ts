/** What the office would do next with a dossier as it stands: a table of its own, so that no rule of the domain picks the tests. */
import { isFinal } from '@lien-thong/domain';
import type { AgencyId, CommandType, Dossier, Phase } from '@lien-thong/domain';
import { PROVINCE } from '../world/town.js';

export interface Likely {
  readonly type: CommandType;
  readonly by: AgencyId;
  readonly consultation?: string;
}
type Weighted = readonly [Likely, number];
type Offers = (dossier: Dossier) => readonly Weighted[];

const receiver = ({ pin }: Dossier): AgencyId => pin.receivingAgency;
const decider = (dossier: Dossier): AgencyId => dossier.competentAgency ?? dossier.holder;
const addressee = (dossier: Dossier): AgencyId => dossier.transfer?.to ?? dossier.holder;

/** `[type, weight]` for one actor. */
function by(agencyId: AgencyId, ...acts: readonly (readonly [CommandType, number])[]): readonly Weighted[] {
  return acts.map(([type, weight]) => [{ type, by: agencyId }, weight]);
}

function opinions(dossier: Dossier): readonly Weighted[] {
  return Object.entries(dossier.consultations).flatMap(([consultation, { agencyId, state }]): readonly Weighted[] =>
    state === 'open'
      ? [
          [{ type: 'answerConsultation', by: agencyId, consultation }, 4],
          [{ type: 'cancelConsultation', by: decider(dossier), consultation }, 0.3],
        ]
      : [],
  );
}

function inProcessing(dossier: Dossier): readonly Weighted[] {
  const forwarded = dossier.supplementForwarding ? 4 : 0;
  return [
    ...opinions(dossier),
    ...by(
      decider(dossier),
      ['startStep', 2],
      ['completeStep', dossier.openSteps.length > 0 ? 4 : 0.1],
      ['requestConsultation', 2.5],
      ['requestSupplement', 1.2],
      ['requestPayment', 1],
      ['suspend', 0.7],
      ['decide', 2.5],
      ['extend', 0.7],
      ['apologise', 0.3],
      ['assign', 0.4],
      ['withdraw', 0.08],
      ['close', 0.08],
      ['confirmDelivery', forwarded],
    ),
    ...by(receiver(dossier), ['correctReception', 0.35]),
  ];
}

const OFFERS: { readonly [P in Phase]: Offers } = {
  submitted: (dossier) =>
    by(receiver(dossier), ['receive', 6], ['refuseReception', 0.3], ['requestSupplement', 1.2], ['withdraw', 0.2]),
  jurisdictionPending: (dossier) => [
    ...by(receiver(dossier), ['resolveJurisdiction', 4], ['withdraw', 0.2]),
    ...by(PROVINCE, ['resolveJurisdiction', 2]),
  ],
  received: (dossier) => [
    ...by(receiver(dossier), ['transfer', 7], ['correctReception', 0.6], ['assign', 0.4], ['withdraw', 0.15]),
    ...by(PROVINCE, ['redirectTransfer', dossier.bounces > 2 ? 4 : 0.1]),
  ],
  inTransfer: (dossier) => [
    ...by(addressee(dossier), ['confirmDelivery', 5]),
    ...by(receiver(dossier), ['recallTransfer', 0.5], ['correctReception', 0.3]),
    ...by(PROVINCE, ['redirectTransfer', dossier.transfer?.lapsed === true ? 4 : 0.1]),
  ],
  awaitingAcceptance: (dossier) => [
    ...by(addressee(dossier), ['acceptTransfer', 5], ['refuseTransfer', 2.2], ['suspend', 0.4]),
    ...by(receiver(dossier), ['recallTransfer', 0.5]),
    ...by(PROVINCE, ['redirectTransfer', dossier.transfer?.lapsed === true ? 3 : 0.1]),
  ],
  transferReturned: (dossier) => [
    ...by(receiver(dossier), ['transfer', 6], ['withdraw', 0.2]),
    ...by(PROVINCE, ['redirectTransfer', dossier.bounces > 2 ? 5 : 0.1]),
  ],
  processing: inProcessing,
  awaitingSupplement: (dossier) => [
    ...opinions(dossier),
    ...by(receiver(dossier), ['provideSupplement', 2.5], ['correctReception', 0.2]),
    ...by(dossier.holder, ['provideSupplement', 2], ['suspend', 0.3], ['close', 0.4], ['withdraw', 0.1]),
  ],
  awaitingPayment: (dossier) => [
    ...opinions(dossier),
    ...by(decider(dossier), ['confirmPayment', 4], ['suspend', 0.3], ['close', 0.3]),
  ],
  suspended: (dossier) => [
    ...opinions(dossier),
    ...by(decider(dossier), ['resume', 4]),
    ...by(addressee(dossier), ['resume', 1]),
  ],
  decided: (dossier) => by(decider(dossier), ['dispatchResult', 5], ['apologise', 0.3]),
  resultInTransfer: (dossier) => by(receiver(dossier), ['confirmResultArrival', 5]),
  readyForReturn: (dossier) =>
    by(receiver(dossier), ['notifyApplicant', dossier.notified ? 0.1 : 3], ['returnResult', 3]),
  receptionRefused: () => [],
  returned: (dossier) => by(receiver(dossier), ['correctReception', 0.5]),
  withdrawn: (dossier) => by(receiver(dossier), ['correctReception', 0.5]),
  closed: (dossier) => by(receiver(dossier), ['correctReception', 0.5]),
};

/** What was noted wrongly or not at all, by whoever has, or had, to do with it; and conflicts that came of it. */
function revisions(dossier: Dossier): readonly Weighted[] {
  const open = (dossier.openConflicts ?? []).length > 0;
  return [
    ...by(decider(dossier), ['correctTime', 0.35], ['enterLate', 0.45], ['resolveConflict', open ? 1.5 : 0]),
    ...by(receiver(dossier), ['correctTime', 0.25], ['enterLate', 0.1], ['resolveConflict', open ? 0.5 : 0]),
    ...by(PROVINCE, ['resolveConflict', open ? 0.5 : 0]),
  ];
}

/** Acts with their weights; none where nothing is left to do. */
export function likelyActs(dossier: Dossier): readonly Weighted[] {
  const offers = OFFERS[dossier.phase](dossier);
  return isFinal(dossier.phase) && offers.length === 0 ? [] : [...offers, ...revisions(dossier)];
}
