/** The engine over memory, ready to take commands: what the specs of ledger, sweep, relay and journal start from. */
import { commandSchema } from '@lien-thong/domain';
import type { ActingParty, AgencyId, DossierId } from '@lien-thong/domain';
import type { LedgerPorts } from '../src/ledger/batch.js';
import type { CodeOwner } from '../src/ledger/codes.js';
import type { Accepted, Envelope, LedgerOutcome } from '../src/ledger/envelope.js';
import { Ledger } from '../src/ledger/ledger.js';
import { SteppedClock } from '../src/memory/clock.js';
import { MemoryDatabase } from '../src/memory/database.js';
import { CountingIds } from '../src/memory/ids.js';
import type { Schedule } from '../src/memory/schedule.js';
import { MemoryStore } from '../src/memory/store.js';
import type { FeedItem } from '../src/ports/store.js';
import type { IndexedReference } from '../src/reference/reference.js';
import type { Relay } from '../src/relay/relay.js';
import { Sweep } from '../src/sweep/sweep.js';
import { DONG_HAI, HAI_AN, clerkOf, townReference, vn } from './town.js';

export type CommandInput = (typeof commandSchema)['_zod']['input'];

export interface OfficeOptions {
  readonly consoleOnly?: readonly AgencyId[];
  readonly codeOwner?: CodeOwner;
  readonly start?: string;
}

/** One process over the shared database. */
export interface Desk {
  readonly store: MemoryStore;
  readonly ledger: Ledger;
  readonly sweep: Sweep;
  readonly ports: LedgerPorts;
  readonly committed: FeedItem[][];
}

export class Office {
  readonly database = new MemoryDatabase();
  readonly clock: SteppedClock;
  readonly reference: IndexedReference;
  private desks = 0;

  constructor(private readonly options: OfficeOptions = {}) {
    this.clock = new SteppedClock(vn(options.start ?? '2026-11-23 09:00'));
    this.reference = townReference(options.consoleOnly === undefined ? {} : { consoleOnly: options.consoleOnly });
  }

  /** A process with its own connections and ids; `schedule` is asked before each of its steps. */
  desk(schedule?: Schedule, clock = this.clock as LedgerPorts['clock']): Desk {
    this.desks += 1;
    const store = new MemoryStore(this.database, schedule);
    const committed: FeedItem[][] = [];
    const ports: LedgerPorts = {
      store,
      clock,
      ids: new CountingIds(this.desks),
      reference: this.reference,
      codeOwner: this.options.codeOwner ?? 'competent',
      onCommitted: (items) => committed.push([...items]),
    };
    return { store, ledger: new Ledger(ports), sweep: new Sweep(ports), ports, committed };
  }

  at(time: string): void {
    this.clock.advanceTo(vn(time));
  }

  /** What is stored of one dossier, everything included. */
  stored(id: DossierId) {
    const rows = this.database.dossiers.get(id);
    if (rows === undefined) throw new Error(`no dossier ${id}`);
    return rows;
  }

  types(id: DossierId): readonly string[] {
    return this.stored(id).events.map(({ type }) => type.replace(/^dossier\.|\.v1$/g, ''));
  }
}

interface Asked {
  readonly dossierId?: DossierId | null;
  readonly by?: ActingParty;
  readonly key?: string | null;
  readonly fingerprint?: string;
  readonly ifMatch?: number | null;
  readonly private?: unknown;
}

/** An envelope; left out, the caller is a clerk of Hải An without a key. */
export function ask(input: CommandInput, asked: Asked = {}): Envelope {
  const { dossierId = null, by = clerkOf(HAI_AN), key = null, ifMatch = null } = asked;
  const command = commandSchema.parse(input);
  const fingerprint = asked.fingerprint ?? JSON.stringify([dossierId, command]);
  const sealed = asked.private === undefined ? {} : { private: asked.private };
  return { dossierId, command, party: by, key, fingerprint, ifMatch, ...sealed };
}

/** Hải An takes in a request for a marital-status certificate of somebody who lives in Đông Hải. */
export function reception(
  more: { communeCode?: string; procedureCode?: string; occurredAt?: string } = {},
): CommandInput {
  const { communeCode = '11411', procedureCode = '1.004873', occurredAt } = more;
  const place = { communeCode };
  const intake = {
    procedureCode,
    channel: 'counter' as const,
    jurisdiction: { residence: place, assetLocation: place },
    caseKey: 'standard',
  };
  return { type: 'receive', intake, ...(occurredAt === undefined ? {} : { occurredAt }) };
}

export function accepted(outcome: LedgerOutcome): Accepted {
  if (outcome.kind !== 'accepted') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

export function refusalCode(outcome: LedgerOutcome): string {
  if (outcome.kind !== 'refused') throw new Error('accepted');
  return outcome.refusal.code;
}

/** Received at Hải An; returns its id. */
export async function take(ledger: Ledger, more: Parameters<typeof reception>[0] = {}): Promise<DossierId> {
  return accepted(await ledger.submit(ask(reception(more)))).dossierId;
}

/** Received, sent, delivered and accepted by Đông Hải. */
export async function takeOver(ledger: Ledger, more: Parameters<typeof reception>[0] = {}): Promise<DossierId> {
  const dossierId = await take(ledger, more);
  const by = clerkOf(DONG_HAI);
  accepted(await ledger.submit(ask({ type: 'transfer', copy: 'electronic' }, { dossierId })));
  accepted(await ledger.submit(ask({ type: 'confirmDelivery' }, { dossierId, by })));
  accepted(await ledger.submit(ask({ type: 'acceptTransfer' }, { dossierId, by })));
  return dossierId;
}

/** Hands the batches over as a process does after its commits, and stores how far it came. */
export async function handOver(relay: Relay, committed: readonly (readonly FeedItem[])[]): Promise<void> {
  for (const batch of committed) relay.publish(batch);
  await relay.settled();
  await relay.save();
}
