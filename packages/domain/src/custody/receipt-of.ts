/** Which receipt belongs to which act and to which fact. Pure, and free of zod: the client takes it into the browser. */
import type { CommandType } from '../dossier/commands.js';
import type { DossierEvent } from '../dossier/events.js';
import type { AgencyId } from '../kernel/ids.js';

/** Header parameters of every receipt: a compact JWS (RFC 7515) signed with Ed25519 (RFC 8037). */
export const RECEIPT_TYP = 'lien-thong-receipt+jwt';
export const RECEIPT_ALG = 'EdDSA';
/** Header `typ` of the proof that whoever registers a key holds its private half. */
export const KEY_PROOF_TYP = 'lien-thong-key+jwt';
/** Header `typ` of the hub's seal on exported evidence. */
export const EVIDENCE_TYP = 'lien-thong-evidence+jwt';
/** A receipt may be dated this far ahead of the hub, or behind the fact it names: clocks of agencies are not exact. */
export const RECEIPT_SKEW_SECONDS = 120;

export const RECEIPT_KINDS = ['offer', 'delivery', 'acceptance', 'refusal', 'result', 'arrival', 'return'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** As much of a command as says whether custody moves: a `Command`, or what came over the wire. */
export interface CommandNamed {
  readonly type: string;
  /** Of a redirection: null sends the dossier home. */
  readonly to?: string | null | undefined;
}

const OF_COMMANDS: { readonly [T in CommandType]?: ReceiptKind } = {
  transfer: 'offer',
  redirectTransfer: 'offer',
  confirmDelivery: 'delivery',
  acceptTransfer: 'acceptance',
  refuseTransfer: 'refusal',
  dispatchResult: 'result',
  confirmResultArrival: 'arrival',
  returnResult: 'return',
};

/** The receipt an act gives rise to; null for an act that moves no custody (a redirection home included). */
export function receiptKindOfCommand(command: CommandNamed): ReceiptKind | null {
  if (command.type === 'redirectTransfer' && command.to === null) return null;
  return OF_COMMANDS[command.type as CommandType] ?? null;
}

const OF_EVENTS: { readonly [T in DossierEvent['type']]?: ReceiptKind } = {
  'dossier.transferDispatched.v1': 'offer',
  'dossier.transferRedirected.v1': 'offer',
  'dossier.transferDelivered.v1': 'delivery',
  'dossier.transferAccepted.v1': 'acceptance',
  'dossier.transferRefused.v1': 'refusal',
  'dossier.resultDispatched.v1': 'result',
  'dossier.resultArrived.v1': 'arrival',
  'dossier.resultReturned.v1': 'return',
};
/** Types of the facts that may move custody. */
export const CUSTODY_FACTS: readonly string[] = Object.keys(OF_EVENTS);

/** The receipt a fact is proved by; null for a fact that moves no custody (a redirection home included). */
export function receiptKindOfEvent(event: Pick<DossierEvent, 'type' | 'data'>): ReceiptKind | null {
  const { type, data } = event as DossierEvent;
  if (type === 'dossier.transferRedirected.v1' && data.to === null) return null;
  return OF_EVENTS[type] ?? null;
}

/** The attempt of the transfer a journal has come to, its last event included; 0 before the first. */
export function attemptAt(journal: readonly DossierEvent[]): number {
  const attempts = journal.map((event) => ('attempt' in event.data ? event.data.attempt : 0));
  return attempts.reduce((most, attempt) => Math.max(most, attempt), 0);
}

/** The attempt a receipt names, given the one the journal had come to before its act: an offer begins the next. */
export function attemptOf(kind: ReceiptKind, before: number): number {
  return kind === 'offer' ? before + 1 : before;
}

/** Digests (SHA-256, hex) of every document the journal names, sorted, each once. */
export function documentsAt(journal: readonly DossierEvent[]): readonly string[] {
  const digests = journal.flatMap((event) => ('documents' in event.data ? event.data.documents : []));
  return [...new Set(digests.map(({ sha256 }) => sha256))].sort();
}

/** Codes the journal gave the dossier, the provisional ones before the one that stays. */
export function codesAt(journal: readonly DossierEvent[]): readonly string[] {
  return journal.flatMap(({ data }) => ('code' in data ? [data.code] : []));
}

/**
 * The agency whose receipt a fact of custody is: its actor's, or, where the engine found the fact itself for an agency without
 * software, the agency the dossier (or its result) was sent to. `journal` ends with the fact. Throws for a fact of no agency.
 */
export function issuerOf(journal: readonly DossierEvent[]): AgencyId {
  const event = journal.at(-1);
  if (event === undefined) throw new Error('no fact, no receipt');
  if (event.actor.agencyId !== null) return event.actor.agencyId;
  const agencyId = event.type === 'dossier.resultArrived.v1' ? receiverOf(journal) : addresseeOf(journal);
  if (agencyId === null) throw new Error(`nobody's receipt: ${event.type} of ${event.dossierId}`);
  return agencyId;
}

function receiverOf(journal: readonly DossierEvent[]): AgencyId | null {
  const [first] = journal;
  const opened = first?.type === 'dossier.received.v1' || first?.type === 'dossier.submitted.v1';
  return opened ? first.data.pin.receivingAgency : null;
}

function addresseeOf(journal: readonly DossierEvent[]): AgencyId | null {
  const sent = journal.findLast(
    (event) => event.type === 'dossier.transferDispatched.v1' || event.type === 'dossier.transferRedirected.v1',
  );
  return sent === undefined ? null : sent.data.to;
}
