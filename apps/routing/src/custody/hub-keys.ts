/** Keys the hub holds for agencies: made on first use, private halves wrapped by the master key. */
import { Injectable } from '@nestjs/common';
import type { AgencyId, Instant } from '@lien-thong/domain';
import { CURRENT_HUB_KEYS, INSERT_KEYS, INSERT_SECRETS, readHubKey, texts } from '../store/agency-keys.js';
import type { AgencyKey, HubKeyRow, KeySecret } from '../store/agency-keys.js';
import { KeyRing } from '../store/private-crypto.js';
import type { Wire } from '../store/wire.js';
import { newKey, signingKeyOf } from './ed25519.js';
import type { SigningKey } from './ed25519.js';

const contextOf = (agencyId: AgencyId, kid: string): string => `agency-key ${agencyId} ${kid}`;

@Injectable()
export class HubKeys {
  /** Opened keys by kid: a kid never stands for another key. */
  private readonly opened = new Map<string, SigningKey>();

  constructor(private readonly ring: KeyRing) {}

  /** The current key of each agency, in a transaction of the ledger's scope that makes those that are missing. */
  async current(wire: Wire, agencies: readonly AgencyId[], since: Instant): Promise<ReadonlyMap<AgencyId, SigningKey>> {
    const wanted = [...new Set(agencies)].sort();
    const found = await this.find(wire, wanted);
    const missing = wanted.filter((agencyId) => !found.has(agencyId));
    if (missing.length === 0) return found;
    await this.make(wire, missing, since);
    // Somebody else may have made one at the same time: his stands, and is found here.
    return new Map([...found, ...(await this.find(wire, missing))]);
  }

  private async find(wire: Wire, agencies: readonly AgencyId[]): Promise<Map<AgencyId, SigningKey>> {
    const rows = (await wire.send(CURRENT_HUB_KEYS, [texts(agencies)])).map(readHubKey);
    return new Map(await Promise.all(rows.map(async (row) => [row.agencyId, await this.open(row)] as const)));
  }

  private async open({ agencyId, kid, master, wrapped }: HubKeyRow): Promise<SigningKey> {
    const known = this.opened.get(kid);
    if (known !== undefined) return known;
    const seed = this.ring.unwrapSecret({ master, wrapped }, contextOf(agencyId, kid));
    const key = await signingKeyOf(seed);
    this.opened.set(kid, key);
    return key;
  }

  private async make(wire: Wire, agencies: readonly AgencyId[], since: Instant): Promise<void> {
    for (const agencyId of agencies) {
      const { kid, jwk, seed } = await newKey();
      const times = { validFrom: since, validTo: null, rotatedAt: null, revokedAt: null };
      const key: AgencyKey = { kid, agencyId, heldBy: 'hub', x: jwk.x, ...times };
      const secret: KeySecret = { kid, ...this.ring.wrapSecret(seed, contextOf(agencyId, kid)) };
      const inserted = await wire.send(INSERT_KEYS.statement, INSERT_KEYS.values([key]));
      if (inserted.length > 0) await wire.send(INSERT_SECRETS.statement, INSERT_SECRETS.values([secret]));
    }
  }
}
