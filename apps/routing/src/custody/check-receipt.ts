/**
 * What is found out about the custody of an act before the ledger decides it. An agency that has registered a key of its own states
 * every movement of custody under its signature; for others the hub signs after the commit. What is wrong with a receipt is told
 * by the ledger, in its turn: after visibility and idempotency key, before the act is decided.
 */
import { Inject, Injectable } from '@nestjs/common';
import { RECEIPT_TYP, isRefusal, receiptKindOfCommand, refuse } from '@lien-thong/domain';
import type { Command, DossierId, ReceiptClaims, ReceiptKind, Refusal } from '@lien-thong/domain';
import type { SignedReceipt } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { logLine } from '../http/log.js';
import type { Caller } from '../identity/caller.js';
import { READ_POOL } from '../runtime/tokens.js';
import type { AgencyKey } from '../store/agency-keys.js';
import type { Receipt } from '../store/receipt-rows.js';
import { AgencyKeys } from './agency-keys.js';
import { readReceiptClaims } from './compact-jws.js';
import { custodyOf } from './custody-reading.js';
import { digestOf, isSignedBy } from './ed25519.js';
import { againstClaims, againstKey, againstPlace } from './receipt-rules.js';
import { SignReceipts } from './sign-receipts.js';

export interface ReceiptedAct {
  readonly caller: Pick<Caller, 'agencyId'>;
  readonly dossierId: DossierId | null;
  readonly command: Command;
  /** The compact JWS that came with it. */
  readonly receipt: string | undefined;
}

@Injectable()
export class CheckReceipt {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly keys: AgencyKeys,
    private readonly signing: SignReceipts,
  ) {}

  /** A receipt to be stored with the act, what is wrong with it or its absence, or undefined where none is needed. */
  async execute(act: ReceiptedAct): Promise<SignedReceipt | Refusal | undefined> {
    const { caller, dossierId, command, receipt } = act;
    const kind = receiptKindOfCommand(command);
    if (receipt !== undefined) {
      if (kind === null || dossierId === null) return refuse('receipt-foreign', { field: 'kind' });
      return noted(caller, dossierId, await this.checked({ caller, dossierId, command, kind, receipt }));
    }
    if (kind === null || !(await this.keys.signsItself(caller.agencyId))) return undefined;
    return refuse('receipt-required', { kind });
  }

  private async checked(act: {
    readonly caller: Pick<Caller, 'agencyId'>;
    readonly dossierId: DossierId;
    readonly command: Command;
    readonly kind: ReceiptKind;
    readonly receipt: string;
  }): Promise<SignedReceipt | Refusal> {
    const { caller, dossierId, command, kind, receipt } = act;
    const read = readReceiptClaims(receipt);
    if (read === null) return refuse('receipt-malformed');
    const { kid, claims } = read;
    const [key] = await this.keys.called([kid]);
    // A key the hub holds signs here and nowhere else.
    if (key === undefined || key.heldBy === 'hub' || !(await isSignedBy(receipt, key.x, RECEIPT_TYP))) {
      return refuse('receipt-forged', { kid });
    }
    const said = { iss: caller.agencyId, sub: dossierId, kind, ...declared(command) };
    return (
      againstKey(key, claims, this.keys.nowSeconds()) ??
      againstClaims(claims, { ...said, keyOf: key.agencyId }) ??
      (await this.placed({ dossierId, claims, key, jws: receipt }))
    );
  }

  private async placed(found: {
    readonly dossierId: DossierId;
    readonly claims: ReceiptClaims;
    readonly key: AgencyKey;
    readonly jws: string;
  }): Promise<SignedReceipt | Refusal> {
    const { dossierId, claims, key, jws } = found;
    await this.signing.execute([dossierId]);
    const custody = await custodyOf(this.pool, dossierId);
    if (custody === null) return refuse('dossier-not-found');
    const wrong = againstPlace(claims, custody, this.keys.nowSeconds());
    if (wrong !== null) return wrong;
    const { position, kind, jti, iss, previous } = claims;
    const payload: Receipt = { jti, kind, agencyId: iss, kid: key.kid, digest: digestOf(jws), previous, jws };
    return { position, kind, payload };
  }
}

/** An operator sees who sends receipts that are no good; one that was only overtaken is everyday life. */
function noted(
  { agencyId }: Pick<Caller, 'agencyId'>,
  dossierId: DossierId,
  found: SignedReceipt | Refusal,
): SignedReceipt | Refusal {
  if (isRefusal(found) && found.code !== 'receipt-stale') {
    logLine('warn', 'receipt-refused', { code: found.code, agency: agencyId, dossier: dossierId });
  }
  return found;
}

function declared({ occurredAt }: Command): { readonly occurredAt?: string } {
  return occurredAt === undefined ? {} : { occurredAt };
}
