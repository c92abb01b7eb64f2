/** Where the land procedure is worked on, which asks for every kind of act, and everybody who may try one. */
import { ENGINE } from '../kernel/actor.js';
import type { ActingParty } from '../kernel/actor.js';
import {
  DONG_HAI,
  DUC_PHO,
  HAI_AN,
  NGO_QUYEN,
  TAX_OFFICE,
  clerkOf,
  rulesFor,
  supervisorOver,
} from './office-directory.js';
import { landProcedure } from './procedures.js';

export const LAND = rulesFor(landProcedure());
export const LAND_CODE = LAND.procedure.code;

/** One of each kind, by what they are to a dossier taken in at Hải An for Đông Hải. */
export const ACTORS = {
  receiver: clerkOf(HAI_AN),
  addressee: clerkOf(DONG_HAI),
  taxOffice: clerkOf(TAX_OFFICE),
  neighbour: clerkOf(NGO_QUYEN),
  supervisorOfAll: supervisorOver(HAI_AN, DONG_HAI, NGO_QUYEN),
  supervisorOfReceiver: supervisorOver(HAI_AN),
  supervisorOfAddressee: supervisorOver(DONG_HAI),
  supervisorElsewhere: supervisorOver(DUC_PHO),
  engine: ENGINE,
} satisfies Record<string, ActingParty>;
