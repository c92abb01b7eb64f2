/** An officer as an admin sees him: who he is, and what he signs in with. */
import { officerIdSchema } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRefSchema } from '../directory/agency-ref.js';
import { ROLES } from '../identity/caller.js';
import { cursorSchema } from '../http/cursor.js';

export const officerPathSchema = officerIdSchema;
const nameSchema = z.string().trim().min(1).max(120);

export const accountSchema = z
  .strictObject({
    id: z.string(),
    issuer: z.string().describe('Nơi cấp danh tính · the OpenID Connect provider; demo: built in'),
    subject: z.string().describe('Mã của người đó ở nơi cấp danh tính · what that provider calls him'),
    roles: z.array(z.enum(ROLES)),
    active: z.boolean().describe('False once withdrawn'),
    supervises: z
      .array(z.string())
      .describe('Các cơ quan được giám sát · agencies he watches over; empty unless he is a supervisor or auditor'),
    demo: z.boolean().describe('Built in or made in the demonstration: refused elsewhere'),
  })
  .meta({ id: 'OfficerAccount' });

export const officerSchema = z
  .strictObject({
    id: z.string(),
    agency: agencyRefSchema,
    name: z.string(),
    title: z.string(),
    titleEn: z.string(),
    active: z.boolean(),
    revision: z.int().describe('ETag là "v<revision>" · one more with each change of the officer or of his account'),
    account: accountSchema.nullable(),
  })
  .meta({ id: 'Officer' });
export type OfficerView = z.infer<typeof officerSchema>;

export const actedOfficerSchema = officerSchema
  .extend({ replayed: z.boolean().describe('Answered before under this key') })
  .meta({ id: 'ActedOfficer' });
export type ActedOfficerView = z.infer<typeof actedOfficerSchema>;

export const officersQuerySchema = z.strictObject({
  cursor: cursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type OfficersAsked = z.infer<typeof officersQuerySchema>;

export const officersSchema = z
  .strictObject({ officers: z.array(officerSchema), next: z.string().nullable() })
  .meta({ id: 'Officers' });
export type OfficersView = z.infer<typeof officersSchema>;

export const officerBodySchema = z
  .strictObject({ name: nameSchema, title: nameSchema, titleEn: nameSchema })
  .meta({ id: 'OfficerBody' });
export type OfficerBody = z.infer<typeof officerBodySchema>;

export const officerChangeSchema = officerBodySchema
  .extend({
    active: z.boolean().describe('False: không còn làm việc ở đây · he no longer works here, and cannot sign in'),
  })
  .meta({ id: 'OfficerChange' });
export type OfficerChange = z.infer<typeof officerChangeSchema>;

export const rolesSchema = z
  .array(z.enum(ROLES))
  .min(1)
  .refine((roles) => new Set(roles).size === roles.length, 'a role comes twice');

export const accountBodySchema = z
  .strictObject({
    issuer: z.url().max(300).optional().describe('Mặc định: nơi hệ thống đang dùng · left out: the provider in use'),
    subject: z.string().trim().min(1).max(255),
    roles: rolesSchema,
  })
  .meta({ id: 'AccountBody' });
export type AccountBody = z.infer<typeof accountBodySchema>;

export const accountChangeSchema = z.strictObject({ roles: rolesSchema }).meta({ id: 'AccountChange' });
export type AccountChange = z.infer<typeof accountChangeSchema>;
