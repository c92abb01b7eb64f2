import type { AgencyId, DossierId } from '@lien-thong/domain';
import type { Pool, QueryResultRow } from 'pg';
import type { Statement } from './columns.js';
import { inTransaction, trackReads, viewerReads } from './transactions.js';
import type { Opening } from './transactions.js';
import type { Wire } from './wire.js';

/** Whose eyes a read has; every `Caller` is one. */
export interface Viewer {
  readonly agencyId: AgencyId;
  readonly supervises: readonly AgencyId[];
}

/** One read of a transaction. Reads that do not wait for each other share a round trip. */
export type Read = <Row extends QueryResultRow>(
  statement: Statement,
  values?: readonly unknown[],
) => Promise<readonly Row[]>;

/**
 * Reads with the caller's eyes: one read-only transaction and one snapshot, in which row-level security shows the dossiers the
 * caller's agency is party to and those of the agencies he supervises. What a forgotten `where` would show besides is not there.
 * Instants come as the domain writes them. Rejects with StoreUnavailable when the database cannot be reached.
 */
export function readAs<T>(pool: Pool, viewer: Viewer, work: (read: Read) => Promise<T>): Promise<T> {
  return readIn(pool, viewerReads(viewer.agencyId, viewer.supervises), work);
}

/** Reads what the public page of one dossier may show, after its secret was checked. */
export function readTracked<T>(pool: Pool, dossierId: DossierId, work: (read: Read) => Promise<T>): Promise<T> {
  return readIn(pool, trackReads(dossierId), work);
}

function readIn<T>(pool: Pool, opening: Opening, work: (read: Read) => Promise<T>): Promise<T> {
  const readBy =
    (wire: Wire): Read =>
    (statement, values) =>
      wire.select(statement, values);
  return inTransaction(pool, opening, (wire) => work(readBy(wire)));
}
