/** Acts that need no form and may be done to many dossiers at once: each dossier gets an act of its own, and an answer of its own. */
import type { Command, InboxDossier, Phase } from '@lien-thong/client';
import type { PendingAct, WantedAct } from '../outbox/outbox.js';

/** Without its time: it is done now. */
type Timeless<Act> = Act extends unknown ? Omit<Act, 'occurredAt'> : never;
export type BulkBody = Timeless<Command>;

type Role = InboxDossier['roles'][number];
type Actable = Pick<InboxDossier, 'phase' | 'roles'>;

interface BulkAct {
  readonly phases: readonly Phase[];
  readonly role: Role;
  /** Ways to do it, the most usual first; one act without a choice has one. */
  readonly bodies: readonly BulkBody[];
}

/** From where the act may be done, and as whom (DESIGN 4.1). The service decides for each dossier all the same. */
export const BULK_ACTS = {
  receive: { phases: ['submitted'], role: 'receiving', bodies: [{ type: 'receive' }] },
  confirmDelivery: { phases: ['inTransfer'], role: 'addressed', bodies: [{ type: 'confirmDelivery' }] },
  acceptTransfer: { phases: ['awaitingAcceptance'], role: 'addressed', bodies: [{ type: 'acceptTransfer' }] },
  dispatchResult: {
    phases: ['decided'],
    role: 'competent',
    bodies: [
      { type: 'dispatchResult', copy: 'electronic' },
      { type: 'dispatchResult', copy: 'paper' },
    ],
  },
  confirmResultArrival: {
    phases: ['resultInTransfer'],
    role: 'receiving',
    bodies: [{ type: 'confirmResultArrival' }],
  },
  notifyApplicant: {
    phases: ['readyForReturn'],
    role: 'receiving',
    bodies: [
      { type: 'notifyApplicant', means: 'sms' },
      { type: 'notifyApplicant', means: 'phone' },
      { type: 'notifyApplicant', means: 'portal' },
      { type: 'notifyApplicant', means: 'email' },
      { type: 'notifyApplicant', means: 'counter' },
    ],
  },
  returnResult: {
    phases: ['readyForReturn'],
    role: 'receiving',
    bodies: [
      { type: 'returnResult', means: 'counter' },
      { type: 'returnResult', means: 'post' },
      { type: 'returnResult', means: 'electronic' },
    ],
  },
} as const satisfies Readonly<Record<string, BulkAct>>;

export type BulkName = keyof typeof BULK_ACTS;
export const BULK_NAMES = Object.keys(BULK_ACTS) as readonly BulkName[];

/** Of the chosen dossiers those to which the act may be done. */
export function actableBy<Row extends Actable>(name: BulkName, rows: readonly Row[]): readonly Row[] {
  const { phases, role }: BulkAct = BULK_ACTS[name];
  return rows.filter((row) => phases.includes(row.phase) && row.roles.includes(role));
}

/** Only what lies with the agency itself can be given to one of its officers. */
export function assignableBy<Row extends Pick<InboxDossier, 'holder'>>(
  agencyId: string,
  rows: readonly Row[],
): readonly Row[] {
  return rows.filter(({ holder }) => holder.id === agencyId);
}

/** One act for each dossier, on the version that was looked at. */
export function actsOn(
  rows: readonly Pick<InboxDossier, 'code' | 'version'>[],
  body: BulkBody,
): readonly (WantedAct & { readonly code: string })[] {
  return rows.map(({ code, version }) => ({ code, version, body }));
}

/** One act on many dossiers, as it was ordered. */
export interface Run {
  readonly id: string;
  readonly command: BulkBody['type'];
  readonly codes: readonly string[];
  /** Acts that were in the outbox before: they are none of this. */
  readonly before: ReadonlySet<string>;
}

export interface Outcome {
  readonly code: string;
  /** Null until the act is safe on this machine. */
  readonly state: PendingAct['state'] | null;
}

/** What has become of each act of a run: never one answer for all. */
export function outcomesOf({ command, codes, before }: Run, acts: readonly PendingAct[]): readonly Outcome[] {
  const fresh = acts.filter((act) => act.command === command && !before.has(act.id));
  // The same order given again later is a run of its own: the first act after this one's start is this one's.
  return codes.map((code) => ({ code, state: fresh.find((act) => act.code === code)?.state ?? null }));
}
