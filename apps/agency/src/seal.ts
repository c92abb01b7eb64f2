/** Signs what moves custody with the key of this office; where it has none the service signs and names the person. */
import { existsSync, readFileSync } from 'node:fs';
import { receiptClaimsFor, receiptKeyOf, signReceipt } from '@lien-thong/client';
import type { Client, PrivateReceiptKey, ReceiptStatement, Seal } from '@lien-thong/client';
import type { AgencyConfig } from './config.js';

/** Null as long as there is no key (`agency key` makes one). Throws for a file that holds no private Ed25519 key as JWK. */
export async function sealWith({ signingKey, agency }: AgencyConfig, client: Client): Promise<Seal | null> {
  if (signingKey === null || !existsSync(signingKey)) return null;
  const key = await receiptKeyOf(JSON.parse(readFileSync(signingKey, 'utf8')) as PrivateReceiptKey);
  return async ({ body }, code) => {
    if (code === null) return body;
    // What the receipt must name, and the time of the service: the clock of this office may be wrong.
    const custody = await client.readReceipts({ code }, { retries: { giveUpAfterMs: 0 } });
    if (!custody.ok) return custody.problem;
    const { head, at } = custody.value;
    const statement = { command: body, head, agencyId: agency, now: at } as unknown as ReceiptStatement;
    const claims = receiptClaimsFor(statement);
    return claims === null ? body : { ...body, receipt: await signReceipt(claims, key) };
  };
}
