/** Amendments to be read by admins, page by page. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { cursorSchema, decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { READ_POOL } from '../runtime/tokens.js';
import type { Read } from '../store/read-as.js';
import { LEDGER_READS, inTransaction } from '../store/transactions.js';
import { AFFECTED_STATES, affectedPage, countsOf, reasonsOf } from './affected-rows.js';
import { amendmentOfId, amendmentsBefore } from './amendment-rows.js';
import type { Amendment } from './amendment-rows.js';
import { affectedView, amendmentSchema, amendmentView } from './amendment-view.js';
import type { AffectedPageView, AmendmentView } from './amendment-view.js';

const limitSchema = z.coerce.number().int().min(1).max(500).default(100);

export const amendmentsQuerySchema = z.strictObject({ cursor: cursorSchema, limit: limitSchema });
export const affectedQuerySchema = z.strictObject({
  cursor: cursorSchema,
  limit: limitSchema,
  state: z.enum(AFFECTED_STATES).optional(),
  becomesOverdue: z
    .enum(['true'])
    .optional()
    .describe('Chỉ hồ sơ quá hạn vì thay đổi · only those overdue by the change'),
});
export type AffectedQuery = z.infer<typeof affectedQuerySchema>;

export const amendmentsSchema = z
  .strictObject({ amendments: z.array(amendmentSchema), next: z.string().nullable() })
  .meta({ id: 'Amendments' });
export type AmendmentsView = z.infer<typeof amendmentsSchema>;

const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class ReadAmendments {
  constructor(@Inject(READ_POOL) private readonly pool: Pool) {}

  /** The newest first. Throws cursor-invalid. */
  list({ cursor, limit }: z.infer<typeof amendmentsQuerySchema>): Promise<AmendmentsView> {
    const shape = z.tuple([z.iso.datetime(), z.uuid()]);
    const after = cursor === undefined ? null : decodeCursor(cursor, shape);
    return this.read(async (read) => {
      const found = await amendmentsBefore(read, after, limit + 1);
      const page = found.slice(0, limit);
      const amendments: AmendmentView[] = [];
      for (const amendment of page) amendments.push(await this.withTally(read, amendment));
      const last = page.at(-1);
      const next = found.length > limit && last !== undefined ? encodeCursor([last.draftedAt, last.id]) : null;
      return { amendments, next };
    });
  }

  /** Throws not-found. */
  one(id: string): Promise<AmendmentView> {
    return this.read(async (read) => this.withTally(read, await found(read, id)));
  }

  /** What it makes of each dossier, in the order of their ids. Throws not-found, cursor-invalid. */
  dossiers(id: string, { cursor, limit, state, becomesOverdue }: AffectedQuery): Promise<AffectedPageView> {
    const [after] = cursor === undefined ? [FIRST] : decodeCursor(cursor, z.tuple([z.uuid()]));
    return this.read(async (read) => {
      await found(read, id);
      const asked = { after, state: state ?? null, onlyOverdue: becomesOverdue === 'true', limit: limit + 1 };
      const rows = await affectedPage(read, id, asked);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next = rows.length > limit && last !== undefined ? encodeCursor([last.dossierId]) : null;
      return { amendment: id, dossiers: page.map(affectedView), next };
    });
  }

  private async withTally(read: Read, amendment: Amendment): Promise<AmendmentView> {
    const [counts, reasons] = [await countsOf(read, amendment.id), await reasonsOf(read, amendment.id)];
    return { ...amendmentView(amendment, { counts, reasons }), replayed: false };
  }

  /** In the ledger's scope: an amendment concerns every agency, and who may read one was decided by the role. */
  private read<T>(work: (read: Read) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, LEDGER_READS, (wire) =>
      work((statement, values) => wire.select(statement, values)),
    );
  }
}

async function found(read: Read, id: string): Promise<Amendment> {
  const amendment = await amendmentOfId(read, id);
  if (amendment === null) throw new Problem('not-found', { amendment: id });
  return amendment;
}
