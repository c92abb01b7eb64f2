/** Rows for the store's own tests: well-formed, but no procedure stands behind them. */
import { evolve } from '@lien-thong/domain';
import type {
  AgencyId,
  Clock,
  Dossier,
  DossierEvent,
  DossierId,
  Fact,
  Instant,
  Minute,
  Segment,
} from '@lien-thong/domain';
import { FIRST_PREV_HASH, hashOf } from '../../src/journal/hash.js';
import type { BatchWrite, DossierWrite, FeedDraft, StoredAnswer } from '../../src/ports/store.js';

/** The agencies the samples speak of; a store that keeps a directory must know them. */
export const RECEIVER = '31.11413.ubnd' as AgencyId;
export const DECIDER = '31.11410.ubnd' as AgencyId;
export const CONFORMANCE_AGENCIES: readonly AgencyId[] = [RECEIVER, DECIDER];

export const AT = '2026-11-23T02:00:00.000Z' as Instant;
export const minute = (value: number): Minute => value as Minute;
export const dossierId = (n: number): DossierId =>
  `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}` as DossierId;
const uuid = (n: number, seq: number) => `0193b000-0000-7000-8000-${String(n * 1000 + seq).padStart(12, '0')}`;

const PIN = {
  procedureCode: '1.004873' as Dossier['pin']['procedureCode'],
  procedureVersion: 1,
  builderVersion: 1,
  caseKey: 'standard',
  channel: 'counter',
  limit: '1.5wd' as Dossier['pin']['limit'],
  receivingAgency: RECEIVER,
  calendarProvince: '31',
  calendarVersion: 'national@1+31@1',
} as const;
const RESOLUTION = { agencyId: DECIDER, ruleId: 'rule-1', legalBasis: 'Quyết định 1/QĐ', areaCode: '11410' };

export const codeOf = (n: number): string => `H24.113-261123-${String(n).padStart(4, '0')}`;

/** A dossier received at `RECEIVER` and meant for `DECIDER`, with some fields replaced. */
export function sampleDossier(n: number, overrides: Partial<Dossier> = {}): Dossier {
  return { ...evolve(null, sampleEvent(n, 1)), ...overrides };
}

function sampleFact(n: number, seq: number): Fact {
  if (seq > 1) {
    const officerId = `officer-${seq}` as Extract<Fact, { type: 'dossier.assigned.v1' }>['data']['officerId'];
    return { type: 'dossier.assigned.v1', occurredAt: AT, phase: 'received', data: { officerId } };
  }
  return {
    type: 'dossier.received.v1',
    occurredAt: AT,
    phase: 'received',
    data: {
      code: codeOf(n),
      codeProvisional: false,
      pin: PIN,
      jurisdiction: { residence: { communeCode: '11410' } },
      documents: [],
      resolution: RESOLUTION,
      heldReason: null,
      promise: { at: AT, estimate: false, provisional: false },
    },
  };
}

/** The event at place `seq` of dossier `n`. */
export function sampleEvent(n: number, seq: number, overrides: Partial<Pick<DossierEvent, 'id'>> = {}): DossierEvent {
  const event = {
    ...sampleFact(n, seq),
    id: uuid(n, seq),
    dossierId: dossierId(n),
    seq,
    recordedAt: AT,
    actor: { kind: 'clerk', agencyId: RECEIVER, officerId: null },
    prevHash: FIRST_PREV_HASH,
    ...overrides,
  } as const;
  return { ...event, hash: hashOf(event) };
}

/** A running clock of 720 minutes that warns at `warnAt`, with some fields replaced. */
export function sampleClock(id: string, overrides: Partial<Clock> = {}): Clock {
  return {
    id,
    kind: 'legal',
    owner: null,
    epoch: 1,
    budget: { unit: 'work', minutes: 720 },
    granularity: 'minute',
    status: 'running',
    startedAt: minute(29_933_400),
    countsFrom: minute(29_933_400),
    extendedBy: 0,
    stretches: [],
    used: 0,
    runningSince: minute(29_933_400),
    pausedDays: 0,
    pausedSince: null,
    stoppedAt: null,
    dueAt: minute(29_935_000),
    warnAt: minute(29_934_000),
    breachFiresAt: minute(29_935_001),
    warned: [],
    runsLow: [],
    breached: false,
    outcome: null,
    certainty: 'certain',
    ...overrides,
  };
}

export function sampleSegment(n: number, to: number | null): Segment {
  return {
    n,
    from: minute(29_933_000 + n),
    to: to === null ? null : minute(to),
    owner: { kind: 'agency', agencyId: RECEIVER },
    phase: 'received',
    legalMinutes: to === null ? null : 5,
    deskMinutes: null,
  };
}

/** The first write of dossier `n`: received, one legal clock, one open segment. */
export function opening(n: number, overrides: Partial<DossierWrite> = {}): DossierWrite {
  const id = dossierId(n);
  return {
    isNew: true,
    dossier: sampleDossier(n),
    clocks: [sampleClock('legal')],
    segments: [sampleSegment(1, null)],
    replaceAll: false,
    events: [sampleEvent(n, 1)],
    parties: [
      { dossierId: id, agencyId: RECEIVER, role: 'receiving' },
      { dossierId: id, agencyId: DECIDER, role: 'addressed' },
    ],
    ...overrides,
  };
}

/** The write of act `seq` on dossier `n`: the dossier row and the event; no clock, segment or party changes by itself. */
export function act(n: number, seq: number, overrides: Partial<DossierWrite> = {}): DossierWrite {
  return {
    isNew: false,
    dossier: sampleDossier(n, { seq, version: seq }),
    clocks: [],
    segments: [],
    replaceAll: false,
    events: [sampleEvent(n, seq)],
    parties: [],
    ...overrides,
  };
}

export function batch(dossiers: readonly DossierWrite[], rest: Partial<BatchWrite> = {}): BatchWrite {
  return { dossiers, answers: [], feed: [], privates: [], receipts: [], ...rest };
}

export function sampleAnswer(n: number, key: string): StoredAnswer {
  const answer = { dossierId: dossierId(n), code: codeOf(n), version: 1, seq: 1, eventIds: [uuid(n, 1)] };
  return {
    agencyId: RECEIVER,
    key,
    fingerprint: `print-${key}`,
    dossierId: dossierId(n),
    answer: { ...answer, phase: 'received' },
  };
}

/** The event at place `seq` of dossier `n`, for the feed of an agency. */
export function feedEntry(n: number, place: { agencyId: AgencyId; seq: number }): FeedDraft {
  return { ...place, dossierId: dossierId(n), eventId: uuid(n, place.seq), view: 'full' };
}
