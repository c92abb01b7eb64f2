import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Env } from '../env.js';
import { Operation } from '../openapi/operation.js';
import { ENV } from '../runtime/tokens.js';
import { Access, CallerOf } from './access.js';
import { ROLES } from './caller.js';
import type { Caller } from './caller.js';
import { cookieOptions } from './cookies.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { WhoAmI, meSchema } from './who-am-i.js';
import type { MeView } from './who-am-i.js';

const ATTEMPT = 'lt_sign_in';
const ATTEMPT_PATH = '/auth';
const FOUND = 302;

/** What a provider may add to his answer is nobody's concern here. */
const callbackSchema = z.object({ code: z.string().max(4096).optional(), state: z.string().max(512).optional() });

@Controller('auth')
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly whoAmI: WhoAmI,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Operation({
    id: 'beginSignIn',
    summary: 'Đăng nhập: chuyển trình duyệt tới nhà cung cấp danh tính',
    summaryEn: 'Sign in: send the browser to the identity provider',
    tag: 'identity',
    answers: { 302: { none: true } },
    problems: ['sign-in-not-configured'],
  })
  @Access({ public: true })
  @Get('login')
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { url, cookie } = await this.signIn.begin();
    await reply.setCookie(ATTEMPT, cookie, cookieOptions(this.env, ATTEMPT_PATH)).redirect(url, FOUND);
  }

  @Operation({
    id: 'completeSignIn',
    summary: 'Nhận người dùng trở lại từ nhà cung cấp danh tính',
    summaryEn: 'Take the officer back from the identity provider',
    tag: 'identity',
    answers: { 302: { none: true } },
    problems: ['sign-in-refused', 'sign-in-not-configured'],
  })
  @Access({ public: true })
  @Get('callback')
  async complete(
    @Query({ schema: callbackSchema }) query: z.infer<typeof callbackSchema>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const account = await this.signIn.complete(query, request.cookies[ATTEMPT]);
    await this.sessions.begin(account, reply);
    await reply.clearCookie(ATTEMPT, cookieOptions(this.env, ATTEMPT_PATH)).redirect('/', FOUND);
  }

  @Operation({
    id: 'signOut',
    summary: 'Đăng xuất: phiên kết thúc ngay ở mọi nơi',
    summaryEn: 'Sign out: the session ends at once, everywhere',
    tag: 'identity',
    answers: { 204: { none: true } },
    problems: ['origin-refused'],
  })
  @Access({ roles: [...ROLES] })
  @Post('logout')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(request, reply);
  }

  @Operation({
    id: 'readMe',
    summary: 'Tôi là ai: cơ quan, chức danh, vai trò, phạm vi giám sát',
    summaryEn: 'Who I am: agency, title, roles, agencies I supervise',
    tag: 'identity',
    answers: { 200: { schema: meSchema } },
    example: { status: 200 },
  })
  @Access({ roles: [...ROLES] })
  @Get('me')
  me(@CallerOf() caller: Caller): Promise<MeView> {
    return this.whoAmI.tell(caller);
  }
}
