import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { AgencyId } from '@lien-thong/domain';
import type { FastifyReply } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { Access } from '../identity/access.js';
import { formatApiKey } from '../identity/api-key.js';
import { Authorities } from '../identity/authorities.js';
import { ROLES } from '../identity/caller.js';
import { Sessions } from '../identity/sessions.js';
import { Operation } from '../openapi/operation.js';
import { READ_POOL } from '../runtime/tokens.js';
import { demoKeyOf, demoPurposeOf } from '../store/demo-identities.js';

const signInSchema = z.strictObject({
  account: z.string().max(64).describe('Tài khoản dựng sẵn · a built-in account'),
});
const identitiesSchema = z.strictObject({
  accounts: z.array(
    z.strictObject({
      id: z.string(),
      agencyId: z.string(),
      title: z.string(),
      titleEn: z.string(),
      roles: z.array(z.enum(ROLES)),
    }),
  ),
  keys: z.array(z.strictObject({ agencyId: z.string(), key: z.string(), roles: z.array(z.enum(ROLES)) })),
});

const ACCOUNTS = `select a.id, o.agency_id as "agencyId", o.title, o.title_en as "titleEn",
  coalesce((select array_agg(r.role order by r.role) from account_role r where r.account_id = a.id), '{}') as roles
  from account a join officer o on o.id = a.officer_id where a.demo order by a.id`;
/** Keys that administer come last: whoever looks for the key of an agency finds the one for its dossiers. */
const KEYS = `select id, agency_id as "agencyId", roles from api_key where demo order by 'admin' = any (roles), id`;

/** Built-in accounts and keys: known to everybody, and accepted in the demo profile only. */
@Controller('demo')
@Access({ public: true })
export class DemoIdentitiesController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    private readonly authorities: Authorities,
    private readonly sessions: Sessions,
  ) {}

  @Operation({
    id: 'listDemoIdentities',
    summary: 'Tài khoản và khóa dựng sẵn của bản trình diễn',
    summaryEn: 'Built-in accounts and keys of the demonstration',
    tag: 'demo',
    answers: { 200: { schema: identitiesSchema } },
    example: { status: 200 },
  })
  @Get('identities')
  async list(): Promise<z.infer<typeof identitiesSchema>> {
    const [accounts, keys] = await Promise.all([this.pool.query(ACCOUNTS), this.pool.query<KeyRow>(KEYS)]);
    return identitiesSchema.parse({
      accounts: accounts.rows,
      keys: keys.rows.map(({ id, agencyId, roles }) => ({
        ...{ agencyId, roles },
        key: formatApiKey(demoKeyOf(agencyId, demoPurposeOf(id))),
      })),
    });
  }

  @Operation({
    id: 'signInToDemo',
    summary: 'Đăng nhập bằng tài khoản dựng sẵn',
    summaryEn: 'Sign in as a built-in account',
    tag: 'demo',
    answers: { 204: { none: true } },
    problems: ['sign-in-refused'],
  })
  @Post('sign-in')
  @HttpCode(204)
  async signIn(
    @Body({ schema: signInSchema }) { account }: z.infer<typeof signInSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const found = await this.authorities.account(account, 'now');
    if (found?.demo !== true) throw new Problem('sign-in-refused');
    await this.sessions.begin(found, reply);
  }
}

interface KeyRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly roles: readonly string[];
}
