/** Officers of an agency, for admins. */
import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { agencyRef } from '../directory/agency-ref.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { LiveReference } from '../reference/live-reference.js';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { OFFICER, OFFICERS } from './officer-rows.js';
import type { OfficerRow } from './officer-rows.js';
import type { OfficersAsked, OfficersView, OfficerView } from './officer-view.js';

const placeSchema = z.tuple([z.string().max(64)]);

@Injectable()
export class OfficerReader {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** By id. Throws `not-found` for an agency there is not, `cursor-invalid`. */
  async list(agencyId: string, { cursor, limit }: OfficersAsked): Promise<OfficersView> {
    this.expectAgency(agencyId);
    const after = cursor === undefined ? '' : decodeCursor(cursor, placeSchema)[0];
    const { rows } = await this.pool.query<OfficerRow>({ ...OFFICERS, values: [agencyId, after, limit + 1] });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      officers: shown.map((row) => this.view(row)),
      next: rows.length > shown.length && last !== undefined ? encodeCursor([last.id]) : null,
    };
  }

  /** Throws `not-found`. */
  async one(agencyId: string, id: string): Promise<OfficerView> {
    const { rows } = await this.pool.query<OfficerRow>({ ...OFFICER, values: [agencyId, id] });
    if (rows[0] === undefined) throw new Problem('not-found', { officer: id });
    return this.view(rows[0]);
  }

  /** Throws `not-found` for an agency that is not in the directory. */
  expectAgency(id: string): AgencyId {
    if (!this.reference.directory.agencies.has(id)) throw new Problem('not-found', { agency: id });
    return id as AgencyId;
  }

  view({ agencyId, account, watchable, id, name, title, titleEn, active, revision }: OfficerRow): OfficerView {
    return {
      ...{ id, name, title, titleEn, active, revision },
      agency: agencyRef(this.reference.directory, agencyId),
      account:
        account === null ? null : { ...account, roles: [...account.roles], supervises: watchedBy(account, watchable) },
    };
  }
}

/** The right to watch hangs on the role, not on the house. */
function watchedBy({ roles }: { readonly roles: readonly string[] }, watchable: readonly string[]): string[] {
  return roles.includes('supervisor') || roles.includes('auditor') ? [...watchable] : [];
}
