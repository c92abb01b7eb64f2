import type { Dossier } from '../dossier/dossier.js';
import type { CopyKind } from '../dossier/intake.js';
import type { AgencyId } from '../kernel/ids.js';
import type { Phase } from '../procedure/phase.js';
import type { Owner } from './owner.js';

/** An agency as an owner of minutes. */
export function agency(agencyId: AgencyId): Owner {
  return { kind: 'agency', agencyId };
}

export const APPLICANT: Owner = { kind: 'applicant' };

/** Who has a copy that is on its way: the exchange for an electronic one, the public post for paper. */
export function carrierOf(copy: CopyKind): Owner {
  return copy === 'electronic' ? { kind: 'exchange' } : { kind: 'publicPost' };
}

/**
 * The consultation the dossier waits for: the earliest requested open one, ties by its key; null when none is open.
 */
export function consultationWaitedFor({ consultations }: Dossier): string | null {
  const [first] = Object.entries(consultations)
    .filter(([, { state }]) => state === 'open')
    .sort(([keyA, a], [keyB, b]) => compare(a.requestedAt, b.requestedAt) || compare(keyA, keyB));
  return first === undefined ? null : first[0];
}

function agencyWaitedFor(dossier: Dossier): AgencyId | null {
  const waitedFor = consultationWaitedFor(dossier);
  return waitedFor === null ? null : (dossier.consultations[waitedFor]?.agencyId ?? null);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** In processing the minutes are the competent agency's, unless all it does is wait for somebody (DESIGN 4.4). */
function ownerInProcessing(dossier: Dossier): Owner {
  if (dossier.supplementForwarding) return agency(dossier.pin.receivingAgency);
  const waitedFor = dossier.openSteps.length === 0 ? agencyWaitedFor(dossier) : null;
  return agency(waitedFor ?? competentAgencyOf(dossier));
}

/** The agency that decides; before it has accepted, the holder. */
export function competentAgencyOf(dossier: Dossier): AgencyId {
  return dossier.competentAgency ?? dossier.holder;
}

const nobody = (): null => null;
const receiving = ({ pin }: Dossier): Owner => agency(pin.receivingAgency);
const competent = (dossier: Dossier): Owner => agency(competentAgencyOf(dossier));
const applicant = (): Owner => APPLICANT;

const OWNER_IN: { readonly [P in Phase]: (dossier: Dossier) => Owner | null } = {
  submitted: nobody,
  received: receiving,
  jurisdictionPending: receiving,
  inTransfer: (dossier) => (dossier.transfer === null ? receiving(dossier) : carrierOf(dossier.transfer.copy)),
  awaitingAcceptance: (dossier) => (dossier.transfer === null ? receiving(dossier) : agency(dossier.transfer.to)),
  transferReturned: receiving,
  processing: ownerInProcessing,
  awaitingSupplement: applicant,
  awaitingPayment: applicant,
  suspended: ({ suspension }) => ({ kind: suspension?.ground === 'systemOutage' ? 'system' : 'external' }),
  decided: competent,
  resultInTransfer: ({ resultCopy }) => carrierOf(resultCopy ?? 'electronic'),
  readyForReturn: (dossier) => (dossier.notified ? APPLICANT : receiving(dossier)),
  receptionRefused: nobody,
  returned: nobody,
  withdrawn: nobody,
  closed: nobody,
};

/**
 * Who owns the minutes of a dossier in this state (DESIGN 4.4); null before reception, where no minute is counted, and after the
 * end. Pure.
 */
export function ownerOf(dossier: Dossier): Owner | null {
  return dossier.receivedAt === null ? null : OWNER_IN[dossier.phase](dossier);
}
