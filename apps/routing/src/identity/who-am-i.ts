/** What a page needs to greet whoever has signed in. */
import { Inject, Injectable } from '@nestjs/common';
import { instantSchema } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Env } from '../env.js';
import { CLOCK, ENV, READ_POOL } from '../runtime/tokens.js';
import { ROLES } from './caller.js';
import type { Caller } from './caller.js';

export const meSchema = z.strictObject({
  kind: z.enum(['person', 'software']),
  id: z.string(),
  agencyId: z.string(),
  agency: z.strictObject({ id: z.string(), name: z.string(), nameEn: z.string() }),
  officerId: z.string().nullable(),
  title: z.string().nullable().describe('Chức danh của cán bộ · of the officer; null for software'),
  titleEn: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  supervises: z.array(z.string()),
  demo: z.boolean().describe('Bản trình diễn · the demonstration: its clock is stepped, and anybody may sign in'),
  at: instantSchema.describe('Giờ của hệ thống · the time of the engine'),
});
export type MeView = z.infer<typeof meSchema>;

const GREETED = {
  name: 'greeted',
  text: `select a.name, a.name_en as "nameEn", o.title, o.title_en as "titleEn"
    from agency a left join officer o on o.id = $2 where a.id = $1`,
};

interface Greeted {
  readonly name: string;
  readonly nameEn: string;
  readonly title: string | null;
  readonly titleEn: string | null;
}

@Injectable()
export class WhoAmI {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async tell({ kind, id, agencyId, officerId, roles, supervises }: Caller): Promise<MeView> {
    const { rows } = await this.pool.query<Greeted>({ ...GREETED, values: [agencyId, officerId] });
    const { name = agencyId, nameEn = agencyId, title = null, titleEn = null } = rows[0] ?? {};
    return {
      ...{ kind, id, agencyId, officerId, roles: [...roles].sort(), supervises: [...supervises] },
      agency: { id: agencyId, name, nameEn },
      ...{ title, titleEn },
      demo: this.env.LIENTHONG_PROFILE === 'demo',
      at: this.clock.now(),
    };
  }
}
