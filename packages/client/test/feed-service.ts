/** The feed of one agency as the service would answer it, from memory. */
import type { CloudEvent, EventPage, EventType, PastFact } from '../src/api/schemas.generated.js';
import { localTrouble } from '../src/http/result.js';
import type { Result } from '../src/http/result.js';

export interface NewFact {
  readonly dossier: string;
  readonly seq: number;
  /** Told apart where the same place of a journal is taken twice. */
  readonly id?: string;
  readonly type?: EventType;
  readonly view?: CloudEvent['view'];
  readonly history?: readonly PastFact[];
}

export function pastFact(dossier: string, seq: number, id = `${dossier}-${seq}`): PastFact {
  return {
    ...{ id, type: 'dossier.assigned.v1', seq, phase: 'processing', prevHash: `p${id}`, hash: `h${id}` },
    ...{ occurredAt: '2026-11-23T02:00:00Z', recordedAt: '2026-11-23T02:00:00Z', fact: { officerId: 'x' } },
    actor: { kind: 'clerk', agencyId: 'a', officerId: null },
  };
}

export class FeedService {
  epoch = 'epoch-1';
  isUp = true;
  asked = 0;
  events: CloudEvent[] = [];

  add({ dossier, seq, id, type, view = 'full', history }: NewFact): CloudEvent {
    const { id: eventId, ...past } = pastFact(dossier, seq, id);
    const n = this.events.length + 1;
    const event: CloudEvent = {
      ...{ specversion: '1.0', id: eventId, source: 'http://hub', type: type ?? past.type, subject: dossier },
      ...{ time: past.occurredAt, datacontenttype: 'application/json', cursor: `${this.epoch}.${n}`, n, view },
      data: { dossierId: dossier, ...withoutType(past), ...(history === undefined ? {} : { history }) },
    };
    this.events.push(event);
    return event;
  }

  /** A backup is put in place: the numbers begin anew, and the last facts are gone. */
  restore(epoch: string, facts: readonly NewFact[]): void {
    this.epoch = epoch;
    this.events = [];
    for (const fact of facts) this.add(fact);
  }

  readonly readEvents = async ({
    after,
    limit = 100,
  }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {}): Promise<Result<EventPage>> => {
    await Promise.resolve();
    this.asked += 1;
    if (!this.isUp) return { ok: false, problem: localTrouble('unreachable') };
    const dot = after?.lastIndexOf('.') ?? 0;
    if (after !== undefined && after.slice(0, dot) !== this.epoch) {
      return { ok: false, problem: { ...localTrouble('stopped'), status: 410, code: 'cursor-epoch-stale' } };
    }
    const from = after === undefined ? 0 : Number(after.slice(dot + 1));
    const events = this.events.slice(from, from + limit);
    const next = `${this.epoch}.${from + events.length}`;
    return { ok: true, status: 200, etag: null, value: { events, next, more: events.length === limit } };
  };
}

function withoutType({ type: _type, ...rest }: Omit<PastFact, 'id'>): Omit<PastFact, 'id' | 'type'> {
  return rest;
}
