import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { formatApiKey, hashOfSecret, newSecret } from '../src/identity/api-key.js';
import type { TestDatabase } from './database.js';

/** Keys, accounts and sessions made straight in the database, as an administrator would. */
export class Identities {
  private constructor(private readonly client: Client) {}

  static async open({ migratorUrl }: TestDatabase): Promise<Identities> {
    const client = new Client({ connectionString: migratorUrl });
    await client.connect();
    return new Identities(client);
  }

  /** An agency in an otherwise empty directory. */
  async agency(id: string): Promise<void> {
    await this.client.query(
      `insert into agency (id, identifier, name, name_en, level, kind, province_code, console_only, valid_from, verified)
        values ($1, 'H00.1', 'Cơ quan thử', 'Test agency', 'commune', 'ubnd', '31', false, '2025-07-01', 'no')`,
      [id],
    );
  }

  /** A key of the agency's software, `lt_<id>_<secret>`. */
  async key(agencyId: string, roles: readonly string[]): Promise<string> {
    const key = { id: `k${randomUUID().slice(0, 8)}`, secret: newSecret() };
    await this.client.query(
      'insert into api_key (id, agency_id, label, secret_hash, roles) values ($1, $2, $3, $4, $5)',
      [key.id, agencyId, 'spec', hashOfSecret(key.secret), rolesOr(roles)],
    );
    return formatApiKey(key);
  }

  /** An officer with an account; returns the account's id. */
  async account(agencyId: string, roles: readonly string[], subject: string = randomUUID()): Promise<string> {
    const id = `a${randomUUID().slice(0, 8)}`;
    await this.client.query(
      `insert into officer (id, agency_id, name, title, title_en) values ($1, $2, 'Cán bộ thử', 'Cán bộ', 'Officer')`,
      [id, agencyId],
    );
    await this.client.query('insert into account (id, officer_id, issuer, subject) values ($1, $1, $2, $3)', [
      id,
      'spec',
      subject,
    ]);
    await this.client.query('insert into account_role select $1, unnest($2::text[])', [id, rolesOr(roles)]);
    return id;
  }

  /** What the session cookie of a signed-in person holds. */
  async session(agencyId: string, roles: readonly string[]): Promise<string> {
    const accountId = await this.account(agencyId, roles);
    const secret = newSecret();
    await this.client.query(
      `insert into session (id_hash, account_id, authz_version, expires_at) values ($1, $2, 1, now() + interval '1 hour')`,
      [hashOfSecret(secret), accountId],
    );
    return secret;
  }

  /** Lets an agency's supervisors and auditors watch over areas: province or commune codes, or `all`. */
  async supervise(agencyId: string, ...areaCodes: string[]): Promise<void> {
    await this.client.query('insert into supervised_area select $1, unnest($2::text[]) on conflict do nothing', [
      agencyId,
      areaCodes,
    ]);
  }

  /** Any statement, as the owner of the tables. */
  async run(sql: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    const { rows } = await this.client.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

function rolesOr(roles: readonly string[]): readonly string[] {
  return roles.length === 0 ? ['clerk'] : roles;
}
