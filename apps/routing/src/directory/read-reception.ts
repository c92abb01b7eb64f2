import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { minuteOf } from '@lien-thong/domain';
import type { Agency, AgencyId } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { EXCHANGE } from '../bus/bus.module.js';
import type { Exchange } from '../bus/exchange.js';
import { Problem } from '../http/problem.js';
import { LiveReference } from '../reference/live-reference.js';
import { CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { LEDGER_READS, inTransaction } from '../store/transactions.js';
import { agencyRef } from './agency-ref.js';
import { deskNow } from './desk-now.js';
import { RECEIPTS } from './reception-statements.js';
import type { ReceiptsRow } from './reception-statements.js';
import { RECEIPT_DAYS } from './reception-view.js';
import type { ReceptionView } from './reception-view.js';

const MINUTES_PER_DAY = 1440;

export class ReadReception extends Query<ReceptionView> {
  constructor(readonly id: string) {
    super();
  }
}

/**
 * How an agency takes what is sent to it. Counted over all its transfers, whoever sent them, so it is read with the eyes of the ledger:
 * a sender may know how long a receipt takes there, and nothing of the dossiers of others.
 */
@QueryHandler(ReadReception)
export class ReadReceptionHandler implements IQueryHandler<ReadReception> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(EXCHANGE) private readonly exchange: Exchange,
  ) {}

  /** Throws `not-found`. */
  async execute({ id }: ReadReception): Promise<ReceptionView> {
    const { directory } = this.reference;
    const agency = directory.agencies.get(id);
    if (agency === undefined) throw new Problem('not-found', { agency: id });
    const at = this.clock.now();
    const since = minuteOf(at) - RECEIPT_DAYS * MINUTES_PER_DAY;
    const [row] = await inTransaction(this.pool, LEDGER_READS, (wire) =>
      wire.select<ReceiptsRow & object>(RECEIPTS, [id, since]),
    );
    if (row === undefined) throw new Error('an aggregate has no row');
    const { waiting, software, ...receipts } = row;
    return {
      agency: agencyRef(directory, id as AgencyId),
      at,
      ...deskNow(this.reference, agency, at),
      desk: agency.deskHours,
      line: this.lineOf(agency, software),
      receipts: { days: RECEIPT_DAYS, ...receipts },
      waiting,
    };
  }

  private lineOf({ id, consoleOnly }: Agency, software: boolean): ReceptionView['line'] {
    if (consoleOnly) return 'console';
    if (!software) return null;
    return this.exchange.accessOf(id as AgencyId) === null ? 'feed' : 'bus';
  }
}
