/** Acts of admins on the keys of software: made, shown once, revoked. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.js';
import { formatApiKey, hashOfSecret, newSecret } from '../identity/api-key.js';
import { Authorities } from '../identity/authorities.js';
import type { Caller } from '../identity/caller.js';
import { READ_POOL } from '../runtime/tokens.js';
import { uuid7 } from '../store/uuid7.js';
import type { Wire } from '../store/wire.js';
import { API_KEYS, addApiKey, apiKeyOf, revokeApiKey } from './api-key-rows.js';
import type { ApiKeyBody, ApiKeysView, ApiKeyView, MadeApiKeyView } from './api-key-view.js';
import { OfficerReader } from './officer-reader.js';
import { PeopleDesk } from './people-desk.js';

@Injectable()
export class ApiKeyDesk {
  constructor(
    private readonly desk: PeopleDesk,
    private readonly reader: OfficerReader,
    private readonly authorities: Authorities,
    @Inject(READ_POOL) private readonly pool: Pool,
  ) {}

  /** In the order they were made, ended ones included. Throws not-found for an agency there is not. */
  async list(agency: string): Promise<ApiKeysView> {
    const agencyId = this.reader.expectAgency(agency);
    const { rows } = await this.pool.query<ApiKeyView>({ ...API_KEYS, values: [agencyId] });
    return { keys: rows };
  }

  /**
   * A new key. Its secret is in this answer and nowhere else: what is kept for a repeated request has none. Throws not-found,
   * expires-in-past, key-reused.
   */
  async make(caller: Caller, key: string, agency: string, body: ApiKeyBody): Promise<MadeApiKeyView> {
    const agencyId = this.reader.expectAgency(agency);
    const secret = newSecret();
    const act = { caller, key, operation: 'makeApiKey', on: agencyId, body };
    const made = await this.desk.once(act, async (wire) => {
      const { label, roles, expiresAt = null } = body;
      if (expiresAt !== null && Date.parse(expiresAt) <= Date.now())
        throw new Problem('expires-in-past', { expiresAt });
      const id = uuid7();
      await addApiKey(wire, { id, agencyId, label, roles, expiresAt, secretHash: hashOfSecret(secret) });
      const kept = expectKey(await apiKeyOf(wire, agencyId, id), id);
      await this.note(wire, caller, { action: 'keyMade', before: null, after: kept });
      return kept;
    });
    return { ...made, key: made.replayed ? null : formatApiKey({ id: made.id, secret }) };
  }

  /** Refused with the next request; again changes nothing. Throws not-found, own-admin-role for the key that asks. */
  async revoke(caller: Caller, agency: string, id: string): Promise<ApiKeyView> {
    const agencyId = this.reader.expectAgency(agency);
    const revoked = await this.desk.alone(caller, async (wire) => {
      const key = expectKey(await apiKeyOf(wire, agencyId, id), id);
      if (caller.kind === 'software' && caller.id === key.id) throw new Problem('own-admin-role', { key: id });
      await revokeApiKey(wire, agencyId, id);
      const after = expectKey(await apiKeyOf(wire, agencyId, id), id);
      // Again changes nothing, and nothing is written of it.
      if (key.state !== 'revoked') await this.note(wire, caller, { action: 'keyRevoked', before: key, after });
      return after;
    });
    this.authorities.forgetKey(id);
    return revoked;
  }

  private note(wire: Wire, caller: Caller, { action, before, after }: Noted): Promise<void> {
    const { id, agencyId } = after;
    return this.desk.note(wire, caller, {
      ...{ action, subject: { kind: 'apiKey', id }, agencyId },
      ...{ before: before === null ? null : keyFacts(before), after: keyFacts(after) },
    });
  }
}

interface Noted {
  readonly action: 'keyMade' | 'keyRevoked';
  readonly before: ApiKeyView | null;
  readonly after: ApiKeyView;
}

/** Neither the secret nor its hash. */
function keyFacts({ label, roles, expiresAt, state }: ApiKeyView): object {
  return { label, roles: [...roles].sort(), expiresAt, state };
}

function expectKey(key: ApiKeyView | null, id: string): ApiKeyView {
  if (key === null) throw new Problem('not-found', { key: id });
  return key;
}
