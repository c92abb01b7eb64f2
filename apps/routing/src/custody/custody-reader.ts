/** Custody with the caller's own eyes: the dossier, its journal, and the receipts of the facts in it. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DossierReader } from '../dossiers/dossier-reader.js';
import type { DossierAsSeen } from '../dossiers/dossier-reader.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { READ_POOL } from '../runtime/tokens.js';
import { binaryArray } from '../store/binary-array.js';
import { LOAD_RECEIPTS, readReceipt } from '../store/receipt-rows.js';
import type { StoredReceipt } from '../store/receipt-rows.js';
import { askOnce, viewerReads } from '../store/transactions.js';
import { SignReceipts } from './sign-receipts.js';

export interface CustodyAsSeen extends DossierAsSeen {
  readonly receipts: readonly StoredReceipt[];
}

@Injectable()
export class CustodyReader {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly reader: DossierReader,
    private readonly signing: SignReceipts,
  ) {}

  /**
   * Signs what the hub has still to sign, then reads. Throws `dossier-not-found`, and `actor-not-entitled` for an agency that is
   * only consulted: a chain of which one sees a part proves nothing.
   */
  async read(caller: Caller, code: string): Promise<CustodyAsSeen> {
    const dossierId = await this.reader.idSeenBy(caller, code);
    if (dossierId === null) throw new Problem('dossier-not-found');
    await this.signing.execute([dossierId]);
    const seen = await this.reader.read({ caller, code, journal: true });
    if (!seen.whole) throw new Problem('actor-not-entitled', { needs: ['receiving', 'competent'] });
    const opening = viewerReads(caller.agencyId, caller.supervises);
    const rows = await askOnce(this.pool, opening, {
      statement: LOAD_RECEIPTS,
      values: [binaryArray('uuid', [dossierId])],
    });
    // The dossier may have gone on since its journal was read: those receipts belong to the next look.
    const receipts = rows.map(readReceipt).filter(({ seq }) => seq <= seen.file.dossier.seq);
    return { ...seen, receipts };
  }
}
