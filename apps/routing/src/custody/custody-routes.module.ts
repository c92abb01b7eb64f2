import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DossiersModule } from '../dossiers/dossiers.module.js';
import { ReferenceModule } from '../reference/reference.module.js';
import { CompareHoldings } from './compare-holdings.js';
import { CustodyController } from './custody.controller.js';
import { CustodyModule } from './custody.module.js';
import { CustodyReader } from './custody-reader.js';
import { EvidenceSeal } from './evidence-seal.js';
import { GetEvidenceHandler } from './get-evidence.js';
import { HoldingsController } from './holdings.controller.js';
import { KeysController } from './keys.controller.js';
import { ListReceiptsHandler } from './list-receipts.js';

/** Routes of receipts, keys, evidence and holdings. */
@Module({
  imports: [CqrsModule, CustodyModule, DossiersModule, ReferenceModule],
  controllers: [CustodyController, KeysController, HoldingsController],
  providers: [CustodyReader, ListReceiptsHandler, GetEvidenceHandler, EvidenceSeal, CompareHoldings],
})
export class CustodyRoutesModule {}
