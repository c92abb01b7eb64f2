/** Dossiers put into a database straight through the store, for specs of what lies below the ledger. */
import { FIRST_PREV_HASH, hashOf } from '@lien-thong/engine';
import type { BatchWrite, DossierWrite, Party, PrivateRecord } from '@lien-thong/engine';
import type { AgencyId, Dossier, DossierEvent, DossierId, Fact, Instant } from '@lien-thong/domain';
import {
  sampleClock,
  sampleDossier,
  sampleEvent,
  sampleSegment,
} from '../../../packages/engine/test/conformance/samples.js';
import { uuid7 } from '../src/store/uuid7.js';

export const agency = (id: string): AgencyId => id as AgencyId;

export interface SampleDossier {
  readonly id: DossierId;
  readonly code: string;
  readonly receiving: AgencyId;
  readonly write: DossierWrite;
}

let serial = 0;

export interface EventOf {
  readonly dossierId: DossierId;
  readonly seq: number;
  readonly actor: DossierEvent['actor'];
  readonly fact?: Fact;
}

/** An event with a true hash; `assigned` unless another fact is given. */
export function eventOf({ dossierId, seq, actor, fact }: EventOf): DossierEvent {
  const { hash: _replaced, ...sample } = sampleEvent(1, seq);
  const event = { ...sample, ...fact, id: uuid7(), dossierId, seq, actor, prevHash: FIRST_PREV_HASH } as Omit<
    DossierEvent,
    'hash'
  >;
  return { ...event, hash: hashOf(event) } as DossierEvent;
}

export const clerk = (agencyId: AgencyId): DossierEvent['actor'] => ({ kind: 'clerk', agencyId, officerId: null });

/** A dossier received by one agency and held by it, its clock and segment with it. */
export function receivedBy(receiving: AgencyId, others: readonly Omit<Party, 'dossierId'>[] = []): SampleDossier {
  serial += 1;
  const id = uuid7() as DossierId;
  const code = `H00.${process.pid}-261123-${String(serial).padStart(4, '0')}`;
  const sample = sampleDossier(1);
  const dossier: Dossier = {
    ...sample,
    id,
    code,
    pin: { ...sample.pin, receivingAgency: receiving },
    holder: receiving,
    competentAgency: null,
    recordedAt: '2026-11-23T02:00:00.000Z' as Instant,
  };
  const parties = [{ agencyId: receiving, role: 'receiving' as const }, ...others].map((party) => ({
    dossierId: id,
    ...party,
  }));
  const segment = { ...sampleSegment(1, null), owner: { kind: 'agency' as const, agencyId: receiving } };
  const write: DossierWrite = {
    isNew: true,
    dossier,
    clocks: [sampleClock('legal')],
    segments: [segment],
    replaceAll: false,
    events: [eventOf({ dossierId: id, seq: 1, actor: clerk(receiving) })],
    parties,
  };
  return { id, code, receiving, write };
}

/** The dossier again after `seq` acts, with one more event and whatever else changed. */
export function nextWrite(of: SampleDossier, seq: number, change: Partial<DossierWrite> = {}): DossierWrite {
  const dossier = { ...of.write.dossier, ...change.dossier, seq, version: seq };
  const events = change.events ?? [eventOf({ dossierId: of.id, seq, actor: clerk(of.receiving) })];
  return { isNew: false, replaceAll: false, clocks: [], segments: [], parties: [], ...change, dossier, events };
}

export function batchOf(dossiers: readonly DossierWrite[], rest: Partial<BatchWrite> = {}): BatchWrite {
  return { dossiers, answers: [], feed: [], privates: [], receipts: [], ...rest };
}

export function personOf(dossierId: DossierId, name: string, identityNumber?: string): PrivateRecord {
  const person = { role: 'applicant', name, ...(identityNumber === undefined ? {} : { identityNumber }) };
  return { dossierId, payload: { persons: [person], texts: { note: `ghi chú của ${name}` } } };
}
