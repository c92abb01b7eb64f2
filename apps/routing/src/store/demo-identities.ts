/** The built-in accounts and keys of the demo profile; nothing outside it accepts them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agencyIdSchema, officerIdSchema } from '@lien-thong/domain';
import type { AgencyId } from '@lien-thong/domain';
import type { Client } from 'pg';
import { z } from 'zod';
import { loadRows } from './seed.js';

const officersSchema = z.array(
  z.strictObject({
    id: officerIdSchema,
    agencyId: agencyIdSchema,
    name: z.string().min(1),
    title: z.string().min(1),
    titleEn: z.string().min(1),
    roles: z.array(z.enum(['clerk', 'supervisor', 'admin', 'auditor'])).min(1),
  }),
);

export interface DemoKey {
  readonly id: string;
  readonly secret: string;
}

/**
 * A key of an agency's software in the demo profile: known to everybody, so worth nothing anywhere else. The software that
 * administers procedures has one of its own beside the one that handles dossiers.
 */
export function demoKeyOf(agencyId: AgencyId, purpose: '' | 'admin' = ''): DemoKey {
  const holder = purpose === '' ? agencyId : `${agencyId}-${purpose}`;
  const secret = createHash('sha256').update(`lien-thong demonstration key ${holder}`).digest('base64url');
  return { id: `demo-${holder}`, secret };
}

/** What the key is for, by its id. */
export function demoPurposeOf(id: string): '' | 'admin' {
  return id.endsWith('-admin') ? 'admin' : '';
}

function keyRow(agencyId: AgencyId, roles: readonly string[], purpose: '' | 'admin' = ''): object {
  const { id, secret } = demoKeyOf(agencyId, purpose);
  const hash = createHash('sha256').update(secret).digest('hex');
  return { id, agency_id: agencyId, label: 'demo', secret_hash: `\\x${hash}`, roles, demo: true };
}

/** Loads `demo_officers.json`: an officer and account each, and a key for each agency's software. Run as `migrator`. */
export async function loadDemoIdentities(migrator: Client, folder: string, say: (line: string) => void): Promise<void> {
  const officers = officersSchema.parse(JSON.parse(readFileSync(join(folder, 'demo_officers.json'), 'utf8')));
  const { rows: agencies } = await migrator.query<{ id: AgencyId; kind: string }>('select id, kind from agency');
  // One in each province, so that what one has drafted another can publish.
  const administrators = agencies.filter(({ kind }) => kind === 'supervisor');
  const tables = [
    {
      table: 'officer',
      key: ['id'],
      rows: officers.map(({ id, agencyId, name, title, titleEn }) => ({
        id,
        agency_id: agencyId,
        name,
        title,
        title_en: titleEn,
        active: true,
      })),
    },
    {
      table: 'account',
      key: ['id'],
      rows: officers.map(({ id }) => ({
        id,
        officer_id: id,
        issuer: 'demo',
        subject: id,
        active: true,
        authz_version: 1,
        demo: true,
      })),
    },
    {
      table: 'account_role',
      key: ['account_id', 'role'],
      rows: officers.flatMap(({ id, roles }) => roles.map((role) => ({ account_id: id, role }))),
    },
    {
      table: 'api_key',
      key: ['id'],
      rows: [
        ...agencies.map(({ id, kind }) => keyRow(id, kind === 'supervisor' ? ['supervisor'] : ['clerk'])),
        ...administrators.map(({ id }) => keyRow(id, ['admin'], 'admin')),
      ],
    },
  ];
  for (const rows of tables) await loadRows(migrator, { ...rows, immutable: true });
  const keys = agencies.length + administrators.length;
  say(`demo: ${officers.length} accounts and ${keys} keys, refused outside the demo profile`);
}
