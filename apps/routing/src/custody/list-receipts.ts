import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Caller } from '../identity/caller.js';
import type { StoredReceipt } from '../store/receipt-rows.js';
import { readReceiptClaims } from './compact-jws.js';
import { headOf } from './custody-reading.js';
import { CustodyReader } from './custody-reader.js';
import type { ReceiptsView } from './custody-view.js';

export class ListReceipts extends Query<ReceiptsView> {
  constructor(readonly asked: { readonly caller: Caller; readonly code: string }) {
    super();
  }
}

function receiptView({ seq, kind, kid, digest, jws }: StoredReceipt): ReceiptsView['receipts'][number] {
  const read = readReceiptClaims(jws);
  if (read === null) throw new Error(`a stored receipt cannot be read: ${digest}`);
  return { seq, kind, kid, digest, claims: read.claims, jws };
}

@QueryHandler(ListReceipts)
export class ListReceiptsHandler implements IQueryHandler<ListReceipts> {
  constructor(private readonly reader: CustodyReader) {}

  async execute({ asked }: ListReceipts): Promise<ReceiptsView> {
    const { file, journal, receipts, at } = await this.reader.read(asked.caller, asked.code);
    const { id, code, version, phase } = file.dossier;
    return {
      ...{ code, version, at, phase },
      head: { dossierId: id, code, ...headOf({ journal, receipts }) },
      receipts: receipts.map(receiptView),
    };
  }
}
