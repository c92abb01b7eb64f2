import type {
  BatchWrite,
  CommandKey,
  DossierWrite,
  FeedFirsts,
  LoadedDossier,
  StoredAnswer,
  StoreTransaction,
} from '@lien-thong/engine';
import type { DossierEvent, DossierId } from '@lien-thong/domain';
import { writeBatch } from './batch-writing.js';
import { binaryArray } from './binary-array.js';
import type { Statement } from './columns.js';
import { LOAD_ANSWERS, LOCK_KEYS, keyValues, readAnswer } from './command-keys.js';
import { TAKE_CODES, codeValues, firstNumbers } from './counters.js';
import type { CodeRequest } from './counters.js';
import { loadDossiers, loadJournals } from './dossier-loading.js';
import { BY_THE_INDEX, CLAIM_DUE, claimValues } from './due-statements.js';
import { afterWrite } from './known-dossiers.js';
import type { Head, KnownDossiers } from './known-dossiers.js';
import type { KeyRing } from './private-crypto.js';
import type { RowReader } from './raw-row.js';
import type { Wire } from './wire.js';

const LOCK_DOSSIERS: Statement = {
  name: 'lock-dossiers',
  text: 'select id, seq, hash from dossier where id = any ($1::uuid[]) order by id for update',
};

function fileOf(loaded: LoadedDossier | null | undefined): LoadedDossier['file'] | null | undefined {
  return loaded === null || loaded === undefined ? loaded : loaded.file;
}

function readHeads(rows: readonly RowReader[]): ReadonlyMap<DossierId, Head> {
  return new Map(rows.map((row) => [row.text() as DossierId, { seq: row.integer(), hash: row.hex() }]));
}

/** The statements of the port, each sent when it is called and answered in that order. */
export class PostgresTransaction implements StoreTransaction {
  /** Rows this transaction has locked, as they stood then. */
  private heads: Promise<ReadonlyMap<DossierId, Head>> = Promise.resolve(new Map());
  private readonly loaded = new Map<DossierId, LoadedDossier>();
  private readonly written = new Map<DossierId, LoadedDossier>();
  /** Claimed by the sweep, which comes back to them in hours: not worth a place among those that are known. */
  private readonly claimed = new Set<DossierId>();

  constructor(
    private readonly wire: Wire,
    private readonly ring: KeyRing,
    private readonly known: KnownDossiers,
  ) {}

  /** To be called after the commit: what was written is known from now on. */
  committed(): void {
    for (const [id, dossier] of this.written) if (!this.claimed.has(id)) this.known.keep(id, dossier);
  }

  async lockKeys(keys: readonly CommandKey[]): Promise<void> {
    if (keys.length > 0) await this.wire.send(LOCK_KEYS, keyValues(keys));
  }

  async lockDossiers(ids: readonly DossierId[]): Promise<readonly DossierId[]> {
    if (ids.length === 0) return [];
    const answer = this.wire.send(LOCK_DOSSIERS, [binaryArray('uuid', ids)]).then(readHeads);
    this.heads = Promise.all([this.heads, answer]).then(([before, now]) => new Map([...before, ...now]));
    // Whoever asks for the heads hears of a failure; nobody may ask.
    this.heads.catch(() => undefined);
    return [...(await answer).keys()];
  }

  /** What is known and still stands so under its lock is not read again; the rest is, in statements behind the locks. */
  async load(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, LoadedDossier>> {
    const unknown = ids.filter((id) => !this.known.has(id));
    const [fresh, heads] = await Promise.all([this.read(unknown), this.heads]);
    const stale: DossierId[] = [];
    const found = new Map(fresh);
    for (const id of ids) {
      if (fresh.has(id) || unknown.includes(id)) continue;
      const loaded = this.known.at(id, heads.get(id));
      if (loaded === undefined) stale.push(id);
      else found.set(id, loaded);
    }
    for (const [id, loaded] of await this.read(stale)) found.set(id, loaded);
    for (const [id, loaded] of found) this.loaded.set(id, loaded);
    return found;
  }

  private async read(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, LoadedDossier>> {
    return ids.length === 0 ? new Map() : loadDossiers(this.wire, ids, 'open');
  }

  async loadAnswers(keys: readonly CommandKey[]): Promise<readonly StoredAnswer[]> {
    return keys.length === 0 ? [] : (await this.wire.send(LOAD_ANSWERS, keyValues(keys))).map(readAnswer);
  }

  async loadJournals(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, readonly DossierEvent[]>> {
    return ids.length === 0 ? new Map() : loadJournals(this.wire, ids);
  }

  async takeCodes(requests: readonly CodeRequest[]): Promise<readonly number[]> {
    if (requests.length === 0) return [];
    const rows = await this.wire.send(TAKE_CODES, codeValues(requests));
    return firstNumbers(
      rows,
      requests.map(({ scope, day, count }) => ({ counter: `${scope} ${day}`, count })),
    );
  }

  /** Resolves with the answer of the server, which comes with that to the commit if the caller does not wait. */
  write(batch: BatchWrite): Promise<FeedFirsts> {
    const before = new Map(batch.dossiers.map((write) => [write.dossier.id, this.standing(write)]));
    for (const write of batch.dossiers) {
      const loaded = before.get(write.dossier.id);
      // Written by somebody who has not read it: what stands beside the rows written is not known.
      if (loaded !== undefined) this.written.set(write.dossier.id, afterWrite(loaded, write));
    }
    const { wire, ring } = this;
    return writeBatch({ wire, ring, before: ({ dossier }) => fileOf(before.get(dossier.id)) }, batch);
  }

  /** What the transaction knows of the dossier so far. */
  private standing({ dossier, isNew }: DossierWrite): LoadedDossier | null | undefined {
    return this.written.get(dossier.id) ?? this.loaded.get(dossier.id) ?? (isNew ? null : undefined);
  }

  async claimDue(nowMinute: number, limit: number): Promise<readonly DossierId[]> {
    // Its failure is that of the claim behind it.
    this.wire.send(BY_THE_INDEX).catch(() => undefined);
    const rows = await this.wire.send(CLAIM_DUE, claimValues(nowMinute, limit));
    const ids = rows.map((row) => row.text() as DossierId);
    for (const id of ids) this.claimed.add(id);
    return ids;
  }
}
