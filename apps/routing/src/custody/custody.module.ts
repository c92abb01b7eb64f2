import { Module } from '@nestjs/common';
import { AgencyKeys } from './agency-keys.js';
import { CheckReceipt } from './check-receipt.js';
import { HubKeys } from './hub-keys.js';
import { SignReceipts } from './sign-receipts.js';
import { SigningLoop } from './signing-loop.js';

/** Signed custody: the key registry, the check of receipts that come with acts, and the receipts the hub signs. */
@Module({
  providers: [AgencyKeys, HubKeys, SignReceipts, SigningLoop, CheckReceipt],
  exports: [AgencyKeys, SignReceipts, CheckReceipt],
})
export class CustodyModule {}
