/** In which queue of an agency a dossier stands, for one that was opened by its address and not from the list. */
import type { Dossier, InboxDossier } from '@lien-thong/client';

type Queue = InboxDossier['queue'];
type Seen = Pick<Dossier, 'phase'> & {
  readonly receivingAgency: { readonly id: string };
  readonly competentAgency: { readonly id: string } | null;
  readonly transfer: { readonly to: { readonly id: string } } | null;
  readonly holder: { readonly id: string };
};

/** As the service sorts them (DESIGN 4.1): by the phase, and by which side the agency is. */
export function queueOf({ phase, receivingAgency, competentAgency, transfer, holder }: Seen, agencyId: string): Queue {
  const isReceiver = receivingAgency.id === agencyId;
  const isCompetent = competentAgency?.id === agencyId;
  switch (phase) {
    case 'submitted':
      return isReceiver ? 'toReceive' : 'elsewhere';
    case 'received':
    case 'transferReturned':
    case 'jurisdictionPending':
      return isReceiver ? 'toTransfer' : 'elsewhere';
    case 'inTransfer':
    case 'awaitingAcceptance':
      if (transfer?.to.id === agencyId) return 'toAccept';
      return isReceiver ? 'awaitingReceipt' : 'elsewhere';
    case 'processing':
      return isCompetent ? 'processing' : 'elsewhere';
    case 'awaitingSupplement':
    case 'awaitingPayment':
    case 'suspended':
      return holder.id === agencyId ? 'waiting' : 'elsewhere';
    case 'decided':
      return isCompetent ? 'results' : 'elsewhere';
    case 'resultInTransfer':
    case 'readyForReturn':
      return isReceiver ? 'results' : 'elsewhere';
    case 'receptionRefused':
    case 'returned':
    case 'withdrawn':
    case 'closed':
      return 'elsewhere';
  }
}
