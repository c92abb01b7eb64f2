import type { AgencyId, DossierId } from '@lien-thong/domain';
import type {
  BatchWrite,
  DossierWrite,
  FeedDraft,
  FeedEntry,
  FeedFirsts,
  ReceiptRecord,
  StoredAnswer,
} from '../ports/store.js';
import type { Changes, MemoryDatabase } from './database.js';
import { withWrite } from './rows.js';
import type { DossierRows } from './rows.js';

/** A row that is already there. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
}

const codesOf = (write: DossierWrite): readonly string[] => [write.dossier.code, ...write.dossier.aliases];
const answerKey = ({ agencyId, key }: StoredAnswer): string => `${agencyId} ${key}`;

/** What a transaction has written and nobody else sees yet, over what is committed. */
export class StagedChanges implements Changes {
  readonly dossiers = new Map<DossierId, DossierRows>();
  readonly codes = new Map<string, DossierId>();
  readonly eventIds = new Set<string>();
  readonly answers = new Map<string, StoredAnswer>();
  readonly codeCounters = new Map<string, number>();
  readonly feedLast = new Map<AgencyId, number>();
  readonly feed: FeedEntry[] = [];

  constructor(private readonly database: MemoryDatabase) {}

  rows(id: DossierId): DossierRows | null {
    return this.dossiers.get(id) ?? this.database.dossiers.get(id) ?? null;
  }

  answer(key: string): StoredAnswer | undefined {
    return this.answers.get(key) ?? this.database.answers.get(key);
  }

  takeCodes(counter: string, count: number): number {
    const last = this.codeCounters.get(counter) ?? this.database.codeCounters.get(counter) ?? 0;
    this.codeCounters.set(counter, last + count);
    return last + 1;
  }

  /** Numbers the entries; returns the first number of each agency. Its counter must be locked. */
  addToFeeds(entries: readonly FeedDraft[]): FeedFirsts {
    const firsts = new Map<AgencyId, number>();
    for (const entry of entries) {
      const { agencyId } = entry;
      const n = (this.feedLast.get(agencyId) ?? this.database.feedCounters.get(agencyId)?.last ?? 0) + 1;
      this.feedLast.set(agencyId, n);
      if (!firsts.has(agencyId)) firsts.set(agencyId, n);
      this.feed.push({ ...entry, n });
    }
    return firsts;
  }

  /** Rows and unique keys a write touches: others who touch the same wait until the end of the transaction. */
  locksOf(batch: BatchWrite): readonly string[] {
    const keys: string[] = [];
    for (const write of batch.dossiers) {
      keys.push(`dossier ${write.dossier.id}`);
      for (const code of this.newCodesOf(write)) keys.push(`code-of ${code}`);
      for (const event of write.events) keys.push(`event ${event.id}`, `event ${event.dossierId} ${event.seq}`);
    }
    for (const answer of batch.answers) keys.push(`answer ${answerKey(answer)}`);
    return keys;
  }

  /** Throws UniqueViolation for a row that exists, and an Error for an update of one that does not. */
  add(batch: BatchWrite): void {
    for (const write of batch.dossiers) this.addDossier(write);
    for (const answer of batch.answers) {
      if (this.answer(answerKey(answer)) !== undefined) throw new UniqueViolation(`answer ${answerKey(answer)}`);
      this.answers.set(answerKey(answer), answer);
    }
    for (const record of batch.privates) {
      const rows = this.rows(record.dossierId);
      if (rows === null) throw new Error(`private data of no dossier: ${record.dossierId}`);
      this.dossiers.set(record.dossierId, { ...rows, privates: [...rows.privates, record] });
    }
    for (const record of batch.receipts) this.addReceipt(record);
  }

  private addReceipt(record: ReceiptRecord): void {
    const { dossierId, seq } = record;
    const rows = this.rows(dossierId);
    if (rows === null) throw new Error(`a receipt of no dossier: ${dossierId}`);
    if (rows.receipts.some((other) => other.seq === seq)) throw new UniqueViolation(`receipt ${dossierId} ${seq}`);
    this.dossiers.set(dossierId, { ...rows, receipts: [...rows.receipts, record] });
  }

  private newCodesOf(write: DossierWrite): readonly string[] {
    return codesOf(write).filter(
      (code) => (this.codes.get(code) ?? this.database.codes.get(code)) !== write.dossier.id,
    );
  }

  private addDossier(write: DossierWrite): void {
    const { id } = write.dossier;
    const before = this.rows(id);
    if (write.isNew && before !== null) throw new UniqueViolation(`dossier ${id}`);
    if (!write.isNew && before === null) throw new Error(`no dossier to update: ${id}`);
    for (const code of this.newCodesOf(write)) {
      if (this.codes.has(code) || this.database.codes.has(code)) throw new UniqueViolation(`code ${code}`);
      this.codes.set(code, id);
    }
    const places = new Set(before?.events.map(({ seq }) => seq));
    for (const event of write.events) {
      if (places.has(event.seq) || this.eventIds.has(event.id) || this.database.eventIds.has(event.id)) {
        throw new UniqueViolation(`event ${event.id} ${id} ${event.seq}`);
      }
      places.add(event.seq);
      this.eventIds.add(event.id);
    }
    this.dossiers.set(id, withWrite(before, write));
  }
}
