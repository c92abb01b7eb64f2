import type { BatchWrite, CommandKey, LoadedDossier, StoredAnswer, StoreTransaction } from '@lien-thong/engine';
import type { DossierEvent, DossierId } from '@lien-thong/domain';
import { writeBatch } from './batch-writing.js';
import { binaryArray } from './binary-array.js';
import type { Statement } from './columns.js';
import { LOAD_ANSWERS, LOCK_KEYS, keyValues, readAnswer } from './command-keys.js';
import { TAKE_CODES, TAKE_FEED_NUMBERS, codeValues, feedValues, firstNumbers } from './counters.js';
import type { CodeRequest, FeedRequest } from './counters.js';
import { loadDossiers, loadJournals } from './dossier-loading.js';
import type { KeyRing } from './private-crypto.js';
import type { Wire } from './wire.js';

const LOCK_DOSSIERS: Statement = {
  name: 'lock-dossiers',
  text: 'select id from dossier where id = any ($1::uuid[]) order by id for update',
};

/**
 * The longest due first. A dossier is looked at through the earliest of its due clocks only, so that it counts once; a row that is
 * locked is stepped over before it counts, so a sweep behind another finds work all the same.
 */
const CLAIM_DUE: Statement = {
  name: 'claim-due',
  text: `select d.id from clock c join dossier d on d.id = c.dossier_id
    where c.fires_at <= $1 and not exists (
      select from clock e where e.dossier_id = c.dossier_id and (e.fires_at, e.id) < (c.fires_at, c.id))
    order by c.fires_at, c.dossier_id limit $2 for update of d skip locked`,
};

/** The statements of the port, each sent when it is called and answered in that order. */
export class PostgresTransaction implements StoreTransaction {
  constructor(
    private readonly wire: Wire,
    private readonly ring: KeyRing,
  ) {}

  async lockKeys(keys: readonly CommandKey[]): Promise<void> {
    if (keys.length > 0) await this.wire.send(LOCK_KEYS, keyValues(keys));
  }

  async lockDossiers(ids: readonly DossierId[]): Promise<readonly DossierId[]> {
    if (ids.length === 0) return [];
    const rows = await this.wire.send(LOCK_DOSSIERS, [binaryArray('uuid', ids)]);
    return rows.map((row) => row.text() as DossierId);
  }

  async load(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, LoadedDossier>> {
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
    return firstNumbers(rows, requests.map(({ scope, day, count }) => ({ counter: `${scope} ${day}`, count })));
  }

  async takeFeedNumbers(requests: readonly FeedRequest[]): Promise<readonly number[]> {
    if (requests.length === 0) return [];
    const rows = await this.wire.send(TAKE_FEED_NUMBERS, feedValues(requests));
    return firstNumbers(rows, requests.map(({ agencyId, count }) => ({ counter: agencyId, count })));
  }

  write(batch: BatchWrite): Promise<void> {
    return writeBatch(this.wire, this.ring, batch);
  }

  async claimDue(nowMinute: number, limit: number): Promise<readonly DossierId[]> {
    const rows = await this.wire.send(CLAIM_DUE, [nowMinute, limit]);
    return rows.map((row) => row.text() as DossierId);
  }
}
