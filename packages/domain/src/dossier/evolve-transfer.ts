/** Where the dossier lies and on whose account; custody moves on acceptance only (law 6). */
import type { Dossier, TransferState } from './dossier.js';
import type { EventOf } from './events.js';

type Transfer = EventOf<
  | 'dossier.transferDispatched.v1'
  | 'dossier.transferDelivered.v1'
  | 'dossier.transferAccepted.v1'
  | 'dossier.transferRefused.v1'
  | 'dossier.transferRecalled.v1'
  | 'dossier.transferRedirected.v1'
  | 'dossier.transferLapsed.v1'
>;

function transferOf(dossier: Dossier): TransferState {
  if (dossier.transfer === null) throw new Error('a fact about a transfer needs one');
  return dossier.transfer;
}

function redirected(dossier: Dossier, data: EventOf<'dossier.transferRedirected.v1'>['data']): Partial<Dossier> {
  const redirects = dossier.redirects + 1;
  const { attempt, to, copy } = data;
  if (to === null) return { redirects, transfer: { ...transferOf(dossier), lapsed: false } };
  // The supervisor's word is the finding of jurisdiction that holds from here on.
  return { redirects, competentAgency: to, transfer: { attempt, to, copy, lapsed: false, refusedFor: null } };
}

export function transferChange(dossier: Dossier, event: Transfer): Partial<Dossier> {
  switch (event.type) {
    case 'dossier.transferDispatched.v1': {
      const { attempt, to, copy, resolution } = event.data;
      return {
        transfer: { attempt, to, copy, lapsed: false, refusedFor: null },
        competentAgency: to,
        resolution: resolution ?? dossier.resolution,
      };
    }
    case 'dossier.transferDelivered.v1':
      if (event.data.leg === 'supplement') return { supplementForwarding: false };
      // What lapsed was the delivery; from here the acceptance has a clock of its own.
      return { transfer: { ...transferOf(dossier), lapsed: false } };
    case 'dossier.transferAccepted.v1': {
      const { to } = transferOf(dossier);
      const transfer = { ...transferOf(dossier), lapsed: false };
      return { accepted: true, competentAgency: to, holder: to, assignee: null, transfer };
    }
    case 'dossier.transferRefused.v1': {
      const transfer = { ...transferOf(dossier), lapsed: false, refusedFor: event.data.reason };
      return { bounces: dossier.bounces + 1, transfer };
    }
    case 'dossier.transferRecalled.v1':
      return { transfer: { ...transferOf(dossier), lapsed: false } };
    case 'dossier.transferRedirected.v1':
      return redirected(dossier, event.data);
    case 'dossier.transferLapsed.v1': {
      const transfer = transferOf(dossier);
      return transfer.attempt === event.data.attempt ? { transfer: { ...transfer, lapsed: true } } : {};
    }
  }
}
