/** Keys of an agency's software, as an admin sees them: never the secret, but once. */
import { z } from 'zod';
import { ROLES } from '../identity/caller.js';
import { rolesSchema } from './officer-view.js';

export const apiKeyIdSchema = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/);
const instantText = z.iso.datetime({ offset: true });

export const apiKeySchema = z
  .strictObject({
    id: z.string().describe('Phần công khai của khóa · the public part'),
    agencyId: z.string(),
    label: z.string(),
    roles: z.array(z.enum(ROLES)),
    state: z.enum(['active', 'expired', 'revoked']),
    createdAt: instantText.describe('Giờ thật · real time, like all instants of a key'),
    expiresAt: instantText.nullable(),
    revokedAt: instantText.nullable(),
    usedAt: instantText
      .nullable()
      .describe('Lần dùng gần nhất, làm tròn theo giờ · last used, to the hour; null: never'),
    demo: z.boolean().describe('Built in: refused outside the demonstration'),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyView = z.infer<typeof apiKeySchema>;

export const apiKeysSchema = z.strictObject({ keys: z.array(apiKeySchema) }).meta({ id: 'ApiKeys' });
export type ApiKeysView = z.infer<typeof apiKeysSchema>;

export const madeApiKeySchema = apiKeySchema
  .extend({
    key: z
      .string()
      .nullable()
      .describe('Chỉ hiện một lần này · lt_<id>_<secret>, shown this once; null when the request comes again'),
    replayed: z.boolean().describe('Answered before under this key'),
  })
  .meta({ id: 'MadeApiKey' });
export type MadeApiKeyView = z.infer<typeof madeApiKeySchema>;

export const apiKeyBodySchema = z
  .strictObject({
    label: z.string().trim().min(1).max(120).describe('Phần mềm nào dùng · which software uses it'),
    roles: rolesSchema,
    expiresAt: instantText.optional().describe('Hết hạn lúc · when it ends by itself; left out: not by itself'),
  })
  .meta({ id: 'ApiKeyBody' });
export type ApiKeyBody = z.infer<typeof apiKeyBodySchema>;
