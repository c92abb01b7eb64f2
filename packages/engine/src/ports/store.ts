/**
 * The store behind the ledger. One batch is one transaction; every method is one set-based statement, called in the lock order
 * command keys → dossiers → code counters → feed counters, each sorted by the caller (DESIGN §5).
 */
import type { AgencyId, Clock, Dossier, DossierEvent, DossierFile, DossierId, Segment } from '@lien-thong/domain';
import type { FeedView } from './bus.js';

/**
 * The commit was sent and its answer never came: the transaction may or may not have happened. `transaction` rejects with this
 * whenever it cannot know; every other rejection, a statement the server refused together with the commit included, means that
 * nothing was written.
 */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

/** The database cannot be reached (refused, shut down, pool exhausted): nobody's command is at fault and nothing was written. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** Scope of an idempotency key: the agency that sent it (`engine` never uses keys). */
export interface CommandKey {
  readonly agencyId: AgencyId;
  readonly key: string;
}

/** What was answered to an accepted command; replayed to whoever sends the same request again. */
export interface StoredAnswer extends CommandKey {
  readonly fingerprint: string;
  readonly dossierId: DossierId;
  readonly answer: AcceptedAnswer;
}

export interface AcceptedAnswer {
  readonly dossierId: DossierId;
  readonly code: string;
  readonly version: number;
  readonly seq: number;
  readonly phase: Dossier['phase'];
  readonly eventIds: readonly string[];
  /** All it came to: the claim contradicts the journal and is kept as the conflict of that number. Absent where it took effect. */
  readonly conflict?: number;
}

/** Counter of dossier codes: the identifier that leads the code and the day it was taken in (YYMMDD, Asia/Ho_Chi_Minh). */
export interface CodeCounter {
  readonly scope: string;
  readonly day: string;
}

/** An agency that is or was party to a dossier: what row-level security looks at. */
export interface Party {
  readonly dossierId: DossierId;
  readonly agencyId: AgencyId;
  readonly role: 'receiving' | 'competent' | 'addressed' | 'consulted';
}

export interface FeedEntry {
  readonly agencyId: AgencyId;
  readonly n: number;
  readonly dossierId: DossierId;
  readonly seq: number;
  readonly eventId: string;
  readonly view: FeedView;
}

/** An entry before it has its number. */
export type FeedDraft = Omit<FeedEntry, 'n'>;

/** Number of the first entry of one batch in each feed it adds to; the others follow in the order they were written. */
export type FeedFirsts = ReadonlyMap<AgencyId, number>;

/** Encrypted persons and free text that come with a command (DESIGN 4.10); opaque to the engine. */
export interface PrivateRecord {
  readonly dossierId: DossierId;
  readonly payload: unknown;
}

/** The signed receipt of a custody act, stored at the place of its fact; opaque to the engine. */
export interface ReceiptRecord {
  readonly dossierId: DossierId;
  readonly seq: number;
  readonly payload: unknown;
}

/** One dossier's outcome of a batch: rows to insert or replace. */
export interface DossierWrite {
  readonly isNew: boolean;
  readonly dossier: Dossier;
  /** Clocks that changed, whole. */
  readonly clocks: readonly Clock[];
  /** Segments that changed or are new, whole. */
  readonly segments: readonly Segment[];
  /** A re-fold (correction) replaces all segments and clocks: rows not named here are removed. */
  readonly replaceAll: boolean;
  readonly events: readonly DossierEvent[];
  /** Agencies the events made party, some of them for a second time. */
  readonly parties: readonly Party[];
}

export interface BatchWrite {
  readonly dossiers: readonly DossierWrite[];
  readonly answers: readonly StoredAnswer[];
  /** Numbered in this order, each agency for itself. */
  readonly feed: readonly FeedDraft[];
  readonly privates: readonly PrivateRecord[];
  readonly receipts: readonly ReceiptRecord[];
}

/** A feed entry with the event it points at: what a reader gets, and what the relay hands to the bus. */
export type FeedItem = FeedEntry & { readonly event: DossierEvent };

/**
 * Calls run one after another in the order they were made, each in a snapshot of its own (READ COMMITTED), also when the caller does
 * not await one before it makes the next: that is how a batch is pipelined.
 */
export interface StoreTransaction {
  /** Serialises equal keys until the end of the transaction. */
  lockKeys(keys: readonly CommandKey[]): Promise<void>;
  /** `select id … where id = any($1) order by id for update`; returns those that exist. */
  lockDossiers(ids: readonly DossierId[]): Promise<readonly DossierId[]>;
  /**
   * In a snapshot taken after the locks: dossiers, every clock in the order of its id, the open segment alone, parties. Stopped clocks
   * too: a payment is numbered by those before it (`payment:<n>`), and a step or opinion that has had its clock gets no second one.
   */
  load(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, LoadedDossier>>;
  loadAnswers(keys: readonly CommandKey[]): Promise<readonly StoredAnswer[]>;
  /** Whole journals, in order of seq; only for commands that re-fold. */
  loadJournals(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, readonly DossierEvent[]>>;
  /** Takes `count` numbers from each counter (they begin at 1); returns the first of each, in the order asked. */
  takeCodes(requests: readonly (CodeCounter & { readonly count: number })[]): Promise<readonly number[]>;
  /**
   * Parties already there stay as they are. A second event with the same (dossier, seq) or id is a fault. Feed entries get the next
   * numbers of their agency (from 1), whose counter stays locked to the end of the transaction, agencies in the order of their ids:
   * whoever has the later number commits later. What fails in it fails the transaction, whether or not anybody awaits it; `work`
   * should not, because the commit can go out behind it without a round trip in between.
   */
  write(batch: BatchWrite): Promise<FeedFirsts>;
  /**
   * Locks and returns up to `limit` dossiers with a clock whose `dueMinuteOf` (sweep/due-minute.ts) is at or before `nowMinute`,
   * the longest due first, ties by id; rows that somebody else holds are skipped, never waited for.
   */
  claimDue(nowMinute: number, limit: number): Promise<readonly DossierId[]>;
}

export interface LoadedDossier {
  readonly file: DossierFile;
  readonly parties: readonly Party[];
}

export interface Store {
  /** Runs `work` in one transaction: commits when it resolves, rolls back and rejects with its reason when it rejects. */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** Resolves a dossier code (or a provisional alias) to its id; null when there is none. Outside any transaction. */
  dossierIdOf(code: string): Promise<DossierId | null>;
  /** Least `dueMinuteOf` of all clocks, or null: what the sweep sleeps until. */
  nextDueMinute(): Promise<number | null>;
  /** Feed entries of an agency after n, with their events, in order. */
  readFeed(agencyId: AgencyId, after: number, limit: number): Promise<readonly FeedItem[]>;
  /** Names this line of feed numbers; changes when a backup is restored, so that a reader notices numbers given out twice. */
  feedEpoch(): Promise<string>;
  /** Relay cursors of every agency with a feed: everything up to `relayed` was handed to the bus, `last` is its newest number. */
  relayCursors(): Promise<ReadonlyMap<AgencyId, { readonly relayed: number; readonly last: number }>>;
  /** A cursor never moves back: the greater of the stored and the given stays. */
  advanceRelayCursors(cursors: readonly { readonly agencyId: AgencyId; readonly relayed: number }[]): Promise<void>;
  /** Dossiers with their journals, in pages by id. Rejects when a row of the page cannot be read. */
  journalPage(after: DossierId | null, limit: number): Promise<readonly StoredJournal[]>;
  /** The same for verification: rows that cannot be read are said of the dossier they belong to and harm no neighbour. */
  auditPage(after: DossierId | null, limit: number): Promise<readonly JournalEntry[]>;
}

/** Everything verification needs of one dossier; or why what is stored of it cannot even be read. */
export type JournalEntry = StoredJournal | UnreadableJournal;

export interface StoredJournal {
  readonly kind: 'stored';
  readonly dossierId: DossierId;
  readonly loaded: StoredDossier;
  readonly journal: readonly DossierEvent[];
  /** Consulted agencies that may read an event of which they have only their part, by its seq; absent where there is none. */
  readonly shown: ReadonlyMap<number, readonly AgencyId[]>;
}

export interface UnreadableJournal {
  readonly kind: 'unreadable';
  readonly dossierId: DossierId;
  readonly reason: string;
}

/** Everything stored of one dossier: what `load` gives, and the closed segments besides. */
export interface StoredDossier {
  readonly file: DossierFile;
  readonly parties: readonly Party[];
}
