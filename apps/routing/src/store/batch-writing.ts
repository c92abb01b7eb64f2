/** A batch as a few set-based statements, sent one behind the other without waiting. */
import type { BatchWrite, DossierWrite } from '@lien-thong/engine';
import { INSERT_ALIASES, aliasesOf } from './alias-rows.js';
import { binaryArray } from './binary-array.js';
import { UPSERT_CLOCKS } from './clock-rows.js';
import type { Statement, Write } from './columns.js';
import { INSERT_ANSWERS } from './command-keys.js';
import { INSERT_DOSSIERS, UPDATE_DOSSIERS } from './dossier-rows.js';
import { INSERT_EVENTS } from './event-rows.js';
import { INSERT_FEED, ShownTo } from './feed-rows.js';
import { INSERT_PARTIES, RETIRE_PARTIES, movedDossiers, retireValues } from './party-rows.js';
import type { KeyRing } from './private-crypto.js';
import { writePrivates } from './private-rows.js';
import { UPSERT_SEGMENTS } from './segment-rows.js';
import type { Wire } from './wire.js';

const CLEAR_CLOCKS: Statement = { name: 'clear-clocks', text: 'delete from clock where dossier_id = any ($1::uuid[])' };
const CLEAR_SEGMENTS: Statement = {
  name: 'clear-segments',
  text: 'delete from segment where dossier_id = any ($1::uuid[])',
};

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

/** Parties go before events, whose actors row-level security looks for among them; those who leave go after. */
function sendDossiers(wire: Wire, writes: readonly DossierWrite[], shownTo: ShownTo): Sent[] {
  const dossiers = (isNew: boolean) => writes.filter((write) => write.isNew === isNew).map(({ dossier }) => dossier);
  const events = writes.flatMap((write) => write.events.map((event) => ({ event, shownTo: shownTo.of(event) })));
  return [
    ...send(wire, INSERT_DOSSIERS, dossiers(true)),
    ...send(wire, UPDATE_DOSSIERS, dossiers(false)),
    ...send(wire, INSERT_ALIASES, aliasesOf(writes)),
    ...send(
      wire,
      INSERT_PARTIES,
      writes.flatMap(({ parties }) => parties),
    ),
    ...send(wire, INSERT_EVENTS, events),
    ...retire(wire, writes),
    ...clear(wire, writes),
    ...send(
      wire,
      UPSERT_CLOCKS,
      writes.flatMap(({ dossier, clocks }) => clocks.map((clock) => ({ dossierId: dossier.id, clock }))),
    ),
    ...send(
      wire,
      UPSERT_SEGMENTS,
      writes.flatMap(({ dossier, segments }) => segments.map((segment) => ({ dossierId: dossier.id, segment }))),
    ),
  ];
}

/** Sends the whole batch. Nothing of it is there before the commit, and nothing at all if any part of it fails. */
export async function writeBatch(wire: Wire, ring: KeyRing, batch: BatchWrite): Promise<void> {
  const { dossiers, answers, feed, privates } = batch;
  const sent = [
    ...sendDossiers(wire, dossiers, new ShownTo(feed)),
    ...send(wire, INSERT_ANSWERS, answers),
    ...send(wire, INSERT_FEED, feed),
  ];
  if (privates.length > 0) {
    const born = new Set(dossiers.filter(({ isNew }) => isNew).map(({ dossier }) => dossier.id));
    sent.push(wire.hold((direct) => writePrivates(direct, ring, { records: privates, born })));
  }
  await Promise.all(sent);
}
