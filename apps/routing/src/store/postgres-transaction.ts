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
 * The longest due first, each dossier once, by the earliest of its clocks. The window is larger than what is claimed, because rows
 * that are locked are stepped over. Written so that there is one plan only: the head of the index, then one look-up a dossier; left
 * to choose, the planner sorts every clock that is due, which at the close of a working day takes seconds.
 */
const CLAIM_DUE: Statement = {
  name: 'claim-due',
  text: `with due as materialized (
      select w.dossier_id, min(w.fires_at) as fires_at
      from (select dossier_id, fires_at from clock where fires_at <= $1 order by fires_at, dossier_id limit $3) w
      group by w.dossier_id order by 2, 1)
    select claimed.id from due
    cross join lateral (select d.id from dossier d where d.id = due.dossier_id for update skip locked) claimed
    limit $2`,
};
const windowFor = (limit: number): number => limit * 4 + 100;

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
    return firstNumbers(
      rows,
      requests.map(({ scope, day, count }) => ({ counter: `${scope} ${day}`, count })),
    );
  }

  async takeFeedNumbers(requests: readonly FeedRequest[]): Promise<readonly number[]> {
    if (requests.length === 0) return [];
    const rows = await this.wire.send(TAKE_FEED_NUMBERS, feedValues(requests));
    return firstNumbers(
      rows,
      requests.map(({ agencyId, count }) => ({ counter: agencyId, count })),
    );
  }

  write(batch: BatchWrite): Promise<void> {
    return writeBatch(this.wire, this.ring, batch);
  }

  async claimDue(nowMinute: number, limit: number): Promise<readonly DossierId[]> {
    const rows = await this.wire.send(CLAIM_DUE, [nowMinute, limit, windowFor(limit)]);
    return rows.map((row) => row.text() as DossierId);
  }
}
