import { JournalFault, millisOf } from '@lien-thong/domain';
import type { DossierEvent, DossierId, Instant } from '@lien-thong/domain';
import type { FeedItem, JournalEntry, Store } from '../ports/store.js';

/** A transfer whose delivery nobody has confirmed. */
export interface Undelivered {
  readonly dossierId: DossierId;
  readonly code: string;
  readonly attempt: number;
  readonly to: string;
  readonly sentAt: Instant;
  readonly minutes: number;
}

export interface UndeliveredReport {
  readonly dossiers: number;
  readonly undelivered: readonly Undelivered[];
  /** Entries handed to the hook again. */
  readonly republished: number;
}

export interface UndeliveredQuestion {
  readonly now: Instant;
  /** Wall-clock minutes a transfer may be under way. */
  readonly longerThan: number;
  /** Hands entries to the transport once more: readers know them by their ids. */
  readonly republish: (items: readonly FeedItem[]) => Promise<void>;
}

const PAGE = 200;
const FEED_PAGE = 500;

/**
 * A lost message is a dossier whose delivery clock runs: every transfer that has been under way for longer is named, and the
 * entry of its dispatch is handed over again. Rejects when store or hook do; asking again is harmless.
 */
export async function republishUndelivered(store: Store, question: UndeliveredQuestion): Promise<UndeliveredReport> {
  const found: (Undelivered & { readonly event: DossierEvent })[] = [];
  let dossiers = 0;
  for (let after: DossierId | null = null; ;) {
    const page: readonly JournalEntry[] = await store.journalPage(after, PAGE);
    const last = page.at(-1);
    if (last === undefined) break;
    dossiers += page.length;
    for (const entry of page) found.push(...undeliveredIn(entry, question));
    after = last.dossierId;
  }
  const items = await entriesOf(store, found);
  if (items.length > 0) await question.republish(items);
  return { dossiers, republished: items.length, undelivered: found.map(({ event: _, ...transfer }) => transfer) };
}

function undeliveredIn(
  entry: JournalEntry,
  { now, longerThan }: UndeliveredQuestion,
): readonly (Undelivered & { readonly event: DossierEvent })[] {
  // What cannot be read is named by `verify`.
  if (entry.kind === 'unreadable') return [];
  const { dossier } = entry.loaded.file;
  if (dossier.phase !== 'inTransfer' || dossier.transfer === null) return [];
  const event = entry.journal.findLast(
    ({ type }) => type === 'dossier.transferDispatched.v1' || type === 'dossier.transferRedirected.v1',
  );
  if (event === undefined) throw new JournalFault(`${dossier.id} is under way, and nothing was sent`);
  const minutes = Math.floor((millisOf(now) - millisOf(event.occurredAt)) / 60_000);
  if (minutes <= longerThan) return [];
  const { attempt, to } = dossier.transfer;
  return [{ dossierId: dossier.id, code: dossier.code, attempt, to, sentAt: event.occurredAt, minutes, event }];
}

/** The feed entries of those dispatches for the agencies they were sent to. */
async function entriesOf(
  store: Store,
  found: readonly { readonly to: string; readonly event: DossierEvent }[],
): Promise<readonly FeedItem[]> {
  const items: FeedItem[] = [];
  for (const agencyId of new Set(found.map(({ to }) => to))) {
    const wanted = new Set(found.filter(({ to }) => to === agencyId).map(({ event }) => event.id));
    for (let after = 0; wanted.size > 0;) {
      const page = await store.readFeed(agencyId as FeedItem['agencyId'], after, FEED_PAGE);
      const last = page.at(-1);
      if (last === undefined) break;
      for (const item of page) if (wanted.delete(item.event.id)) items.push(item);
      after = last.n;
    }
  }
  return items;
}
