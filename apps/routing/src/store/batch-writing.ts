/** A batch as a few set-based statements, sent one behind the other without waiting. */
import type { Dossier } from '@lien-thong/domain';
import type { BatchWrite, DossierWrite, FeedDraft, FeedFirsts } from '@lien-thong/engine';
import { INSERT_ALIASES, aliasesOf } from './alias-rows.js';
import { binaryArray } from './binary-array.js';
import type { Statement, Write } from './columns.js';
import { INSERT_ANSWERS } from './command-keys.js';
import { sendDerived } from './derived-writing.js';
import type { Before } from './derived-writing.js';
import { INSERT_DOSSIERS, UPDATE_DOSSIERS, UPDATE_HEADS, UPDATE_MOVING } from './dossier-rows.js';
import { isOnlyRecorded, isSettled } from './dossier-rows.js';
import { INSERT_EVENTS } from './event-rows.js';
import { INSERT_FEED, ShownTo, feedFirsts, feedValues } from './feed-rows.js';
import { INSERT_PARTIES, RETIRE_PARTIES, movedDossiers, retireValues } from './party-rows.js';
import type { KeyRing } from './private-crypto.js';
import { writePrivates } from './private-rows.js';
import { INSERT_RECEIPTS, receiptOf } from './receipt-rows.js';
import type { Wire } from './wire.js';

const CLEAR_CLOCKS: Statement = { name: 'clear-clocks', text: 'delete from clock where dossier_id = any ($1::uuid[])' };
const CLEAR_SEGMENTS: Statement = {
  name: 'clear-segments',
  text: 'delete from segment where dossier_id = any ($1::uuid[])',
};

/** Dossiers from which on the server is given the first statements while the others are written: a message more, and it never waits. */
const WORTH_A_PIECE = 16;

type Sent = Promise<unknown>;

function send<Row>(wire: Wire, { statement, values }: Write<Row>, rows: readonly Row[]): Sent[] {
  return rows.length === 0 ? [] : [wire.send(statement, values(rows))];
}

/** A re-fold replaces what it does not name too. */
function clear(wire: Wire, writes: readonly DossierWrite[]): Sent[] {
  const refolded = writes.filter(({ replaceAll }) => replaceAll).map(({ dossier }) => dossier.id);
  if (refolded.length === 0) return [];
  const values = [binaryArray('uuid', refolded)];
  return [wire.send(CLEAR_CLOCKS, values), wire.send(CLEAR_SEGMENTS, values)];
}

function retire(wire: Wire, writes: readonly DossierWrite[]): Sent[] {
  const moved = movedDossiers(writes);
  return moved.length === 0 ? [] : [wire.send(RETIRE_PARTIES, retireValues(moved))];
}

/** Dossiers by how much of their row is to be written. */
function sortedDossiers(writes: readonly DossierWrite[], before: Before) {
  const sorted: Record<'born' | 'recorded' | 'settled' | 'whole', Dossier[]> = {
    born: [],
    recorded: [],
    settled: [],
    whole: [],
  };
  for (const write of writes) {
    const { dossier, isNew } = write;
    const stood = isNew ? undefined : before(write)?.dossier;
    if (isNew) sorted.born.push(dossier);
    else if (isOnlyRecorded(stood, dossier)) sorted.recorded.push(dossier);
    else (isSettled(stood, dossier) ? sorted.settled : sorted.whole).push(dossier);
  }
  return sorted;
}

function sendRows(wire: Wire, { born, recorded, settled, whole }: ReturnType<typeof sortedDossiers>): Sent[] {
  return [
    ...send(wire, INSERT_DOSSIERS, born),
    ...send(wire, UPDATE_DOSSIERS, whole),
    ...send(wire, UPDATE_MOVING, settled),
    ...send(wire, UPDATE_HEADS, recorded),
  ];
}

/** Parties go before events, whose actors row-level security looks for among them; those who leave go after. */
function sendDossiers(wire: Wire, { dossiers: writes, feed }: BatchWrite, before: Before): Sent[] {
  const shownTo = new ShownTo(feed);
  const rows = sendRows(wire, sortedDossiers(writes, before));
  if (writes.length >= WORTH_A_PIECE) wire.push();
  const events = writes.flatMap((write) => write.events.map((event) => ({ event, shownTo: shownTo.of(event) })));
  return [
    ...rows,
    ...send(wire, INSERT_ALIASES, aliasesOf(writes)),
    ...send(
      wire,
      INSERT_PARTIES,
      writes.flatMap(({ parties }) => parties),
    ),
    ...send(wire, INSERT_EVENTS, events),
    ...retire(wire, writes),
    ...clear(wire, writes),
    ...sendDerived(wire, writes, before),
  ];
}

async function sendFeed(wire: Wire, feed: readonly FeedDraft[]): Promise<FeedFirsts> {
  if (feed.length === 0) return new Map();
  return feedFirsts(await wire.send(INSERT_FEED, feedValues(feed)), feed);
}

/**
 * Sends the whole batch and waits for nothing: the commit goes out behind it in one piece, and what failed here fails the commit.
 * Nothing of it is there before that, and nothing at all if any part of it fails.
 */
export function writeBatch(
  { wire, ring, before }: { readonly wire: Wire; readonly ring: KeyRing; readonly before: Before },
  batch: BatchWrite,
): Promise<FeedFirsts> {
  const { dossiers, answers, feed, privates, receipts } = batch;
  const sent = [
    ...sendDossiers(wire, batch, before),
    ...send(wire, INSERT_ANSWERS, answers),
    ...send(wire, INSERT_RECEIPTS, receipts.map(receiptOf)),
  ];
  if (privates.length > 0) {
    const born = new Set(dossiers.filter(({ isNew }) => isNew).map(({ dossier }) => dossier.id));
    sent.push(wire.hold((direct) => writePrivates(direct, ring, { records: privates, born })));
  }
  // Last, because whoever writes to the same feeds waits from here to our commit.
  const firsts = sendFeed(wire, feed);
  // Each failure is noted by the wire.
  for (const each of [...sent, firsts]) each.catch(() => undefined);
  return firsts;
}
