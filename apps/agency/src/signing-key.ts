/** The key this office signs receipts with: made here, shown to the service with proof, never sent. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { makeReceiptKey, receiptKeyOf, signKeyProof, valueOf } from '@lien-thong/client';
import type { KeyProof, PrivateReceiptKey } from '@lien-thong/client';
import type { AgencyConfig } from './config.js';
import { lineTo } from './line.js';

/**
 * Makes the key where the configuration says, unless it is there, and registers its public half. From then on the service wants
 * this office to sign. Returns the id of the key. Throws when the configuration names no file, or the service refuses.
 */
export async function takeKey(config: AgencyConfig, apiKey: string): Promise<string> {
  const { signingKey: file, agency } = config;
  if (file === null) throw new Error('the configuration names no "signingKey"');
  if (!existsSync(file))
    writeFileSync(file, `${JSON.stringify(await makeReceiptKey())}\n`, { mode: 0o600, flag: 'wx' });
  const key = await receiptKeyOf(JSON.parse(readFileSync(file, 'utf8')) as PrivateReceiptKey);
  const { client } = lineTo(config, apiKey);
  const { keys } = valueOf(await client.listAgencyKeys({ id: agency }));
  if (keys.some(({ kid }) => kid === key.kid)) return key.kid;
  // The time of the service: a proof dated by a wrong clock would be refused.
  const { at } = valueOf(await client.listDossiers({ limit: 1 }));
  const now = Math.floor(Date.parse(at) / 1_000);
  const proof = await signKeyProof({ agencyId: agency as KeyProof['agencyId'], key, now });
  return valueOf(await client.registerAgencyKey({ id: agency, body: { proof } })).kid;
}
