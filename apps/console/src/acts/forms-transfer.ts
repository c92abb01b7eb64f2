/** Forms of the acts that bring a dossier to where it is decided. */
import { LISTS } from './codes.js';
import { chosen, jurisdictionOf, optionalText, textOf } from './form.js';
import type { About, FieldSpec, Filled, Form } from './form.js';
import { agency, askedWhen, choice, legalBasis, note, optional, reason, receipt } from './specs.js';

const isHeld = ({ texts }: Filled) => texts.hold === 'yes';
const isDecision = ({ texts }: Filled) => texts.by === 'decision';
const goesOn = ({ texts }: Filled) => texts.destination !== 'home';

/** The place the procedure's rule of competence asks for; no field where it asks for none. */
function places({ version }: About, required: boolean, when?: (filled: Filled) => boolean): readonly FieldSpec[] {
  const criterion = version?.competence.criterion ?? 'any';
  if (criterion === 'any') return [];
  const field: FieldSpec = { kind: 'place', name: 'place', pointer: 'jurisdiction', criterion, required };
  return [when === undefined ? field : askedWhen(field, when)];
}

export const receive: Form<'receive'> = {
  fields: () => [
    choice('hold', 'hold'),
    { ...askedWhen(reason('heldReason'), isHeld), pointer: 'holdForJurisdiction' },
    note(),
  ],
  initial: () => ({ hold: 'no' }),
  body: (filled) => ({
    type: 'receive',
    ...(isHeld(filled) ? { holdForJurisdiction: { reason: textOf(filled, 'reason') } } : {}),
  }),
};

export const refuseReception: Form<'refuseReception'> = {
  final: true,
  fields: () => [reason('refuseReception'), note()],
  body: (filled) => ({ type: 'refuseReception', reason: textOf(filled, 'reason') }),
};

export const resolveJurisdiction: Form<'resolveJurisdiction'> = {
  needs: 'version',
  fields: (about) => [
    choice('by', 'resolveBy'),
    ...places(about, true, (filled) => !isDecision(filled)),
    { ...agency('agencyId', true, isDecision), pointer: 'decision.agencyId' },
    { ...askedWhen(legalBasis, isDecision), pointer: 'decision.legalBasis' },
    note(),
  ],
  initial: ({ dossier, agencyId }) => ({ by: dossier.receivingAgency.id === agencyId ? 'facts' : 'decision' }),
  body: (filled) =>
    isDecision(filled)
      ? {
          type: 'resolveJurisdiction',
          decision: { agencyId: textOf(filled, 'agencyId'), legalBasis: textOf(filled, 'legalBasis') },
        }
      : { type: 'resolveJurisdiction', ...jurisdictionOf(filled) },
};

export const transfer: Form<'transfer'> = {
  needs: 'version',
  // Who was told that he is wrong there must say where it is: the same place leads to the same agency, and to a refusal.
  fields: (about) => [
    choice('copy', 'copy'),
    ...places(about, about.dossier.transfer?.refusedFor === 'wrongJurisdiction'),
    note(),
    receipt,
  ],
  initial: () => ({ copy: 'electronic' }),
  body: (filled) => ({ type: 'transfer', copy: chosen(filled, 'copy', LISTS.copy), ...jurisdictionOf(filled) }),
};

export const confirmDelivery: Form<'confirmDelivery'> = {
  fields: () => [note(), receipt],
  body: () => ({ type: 'confirmDelivery' }),
};

export const acceptTransfer: Form<'acceptTransfer'> = {
  fields: () => [note(), receipt],
  body: () => ({ type: 'acceptTransfer' }),
};

export const refuseTransfer: Form<'refuseTransfer'> = {
  final: true,
  fields: () => [
    choice('reason', 'refuseTransfer'),
    agency('suggestedAgency', false, ({ texts }) => texts.reason === 'wrongJurisdiction'),
    note(),
    receipt,
  ],
  body: (filled) => ({
    type: 'refuseTransfer',
    reason: chosen(filled, 'reason', LISTS.refuseTransfer),
    ...(filled.texts.reason === 'wrongJurisdiction'
      ? { suggestedAgency: optionalText(filled, 'suggestedAgency') }
      : {}),
  }),
};

export const recallTransfer: Form<'recallTransfer'> = {
  fields: () => [reason('recallTransfer'), note(), receipt],
  body: (filled) => ({ type: 'recallTransfer', reason: textOf(filled, 'reason') }),
};

export const redirectTransfer: Form<'redirectTransfer'> = {
  fields: () => [
    choice('destination', 'destination'),
    agency('to', true, goesOn),
    askedWhen(optional(choice('copy', 'copy')), goesOn),
    reason('redirectTransfer'),
    note(),
  ],
  initial: ({ dossier: { transfer: sent } }) => ({
    destination: 'agency',
    copy: sent?.copy ?? 'electronic',
    reason: sent?.lapsed === true ? 'lapsed' : '',
  }),
  body: (filled) => ({
    type: 'redirectTransfer',
    to: goesOn(filled) ? textOf(filled, 'to') : null,
    ...(goesOn(filled) && filled.texts.copy !== undefined ? { copy: chosen(filled, 'copy', LISTS.copy) } : {}),
    reason: textOf(filled, 'reason'),
  }),
};
