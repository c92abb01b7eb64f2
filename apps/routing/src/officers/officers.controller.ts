import { Body, Controller, Delete, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { agencyIdSchema } from '@lien-thong/domain';
import type { FastifyReply } from 'fastify';
import { etagOf } from '../http/etag.js';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { KeyOf, RevisionSeen } from '../procedures/administration-call.js';
import { AccountDesk } from './account-desk.js';
import { OfficerDesk } from './officer-desk.js';
import { OfficerReader } from './officer-reader.js';
import {
  accountBodySchema,
  accountChangeSchema,
  actedOfficerSchema,
  officerBodySchema,
  officerChangeSchema,
  officerPathSchema,
  officerSchema,
  officersQuerySchema,
  officersSchema,
} from './officer-view.js';
import type {
  AccountBody,
  AccountChange,
  ActedOfficerView,
  OfficerBody,
  OfficerChange,
  OfficersAsked,
  OfficersView,
  OfficerView,
} from './officer-view.js';

/** Officers of agencies and what they sign in with. */
@Controller('v1/agencies/:id/officers')
@Access({ roles: ['admin'] })
export class OfficersController {
  constructor(
    private readonly reader: OfficerReader,
    private readonly officers: OfficerDesk,
    private readonly accounts: AccountDesk,
  ) {}

  @Operation({
    id: 'listOfficers',
    summary: 'Cán bộ của một cơ quan, kèm tài khoản và vai trò',
    summaryEn: 'Officers of an agency, with their accounts and roles',
    tag: 'identity',
    answers: { 200: { schema: officersSchema } },
    problems: ['not-found', 'cursor-invalid'],
  })
  @Get()
  list(
    @Param('id', { schema: agencyIdSchema }) id: string,
    @Query({ schema: officersQuerySchema }) query: OfficersAsked,
  ): Promise<OfficersView> {
    return this.reader.list(id, query);
  }

  @Operation({
    id: 'readOfficer',
    summary: 'Một cán bộ',
    summaryEn: 'One officer',
    tag: 'identity',
    answers: { 200: { schema: officerSchema, headers: ['etag'] } },
    problems: ['not-found'],
  })
  @Get(':officer')
  async one(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', { schema: agencyIdSchema }) id: string,
    @Param('officer', { schema: officerPathSchema }) officer: string,
  ): Promise<OfficerView> {
    return tagged(reply, await this.reader.one(id, officer));
  }

  @Operation({
    id: 'addOfficer',
    summary: 'Thêm cán bộ',
    summaryEn: 'Add an officer',
    notes: 'The journal names officers by the id given here, never by name.',
    tag: 'identity',
    answers: { 201: { schema: actedOfficerSchema, headers: ['etag', 'location'] } },
    problems: ['not-found', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post()
  async add(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', { schema: agencyIdSchema }) id: string,
    @Body({ schema: officerBodySchema }) body: OfficerBody,
  ): Promise<ActedOfficerView> {
    const view = await this.officers.add(caller, key, id, body);
    void reply.header('location', `/v1/agencies/${id}/officers/${view.id}`);
    return tagged(reply, view);
  }

  @Operation({
    id: 'changeOfficer',
    summary: 'Sửa tên, chức danh, tình trạng làm việc của cán bộ',
    summaryEn: 'Change an officer’s name, title, or whether he works there',
    notes: 'Who no longer works there cannot sign in, and what he is signed in with ends at once.',
    tag: 'identity',
    answers: { 200: { schema: actedOfficerSchema, headers: ['etag'] } },
    problems: ['not-found', 'own-admin-role', 'last-admin'],
    headers: { 'If-Match': 'required' },
  })
  @Put(':officer')
  async change(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', { schema: agencyIdSchema }) agencyId: string,
    @Param('officer', { schema: officerPathSchema }) officerId: string,
    @Body({ schema: officerChangeSchema }) body: OfficerChange,
  ): Promise<ActedOfficerView> {
    return tagged(reply, await this.officers.change({ caller, agencyId, officerId, seen }, body));
  }

  @Operation({
    id: 'giveAccount',
    summary: 'Cấp tài khoản đăng nhập cho cán bộ',
    summaryEn: 'Give an officer an account to sign in with',
    notes:
      'A withdrawn account comes back under what is said here. In the demonstration, without an identity provider, the account joins the built-in ones.',
    tag: 'identity',
    answers: { 201: { schema: actedOfficerSchema, headers: ['etag', 'location'] } },
    problems: ['not-found', 'account-exists', 'subject-taken', 'issuer-unknown', 'key-reused'],
    headers: { 'Idempotency-Key': 'required' },
  })
  @Post(':officer/account')
  async give(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', { schema: agencyIdSchema }) agencyId: string,
    @Param('officer', { schema: officerPathSchema }) officerId: string,
    @Body({ schema: accountBodySchema }) body: AccountBody,
  ): Promise<ActedOfficerView> {
    void reply.header('location', `/v1/agencies/${agencyId}/officers/${officerId}`);
    return tagged(reply, await this.accounts.give({ caller, key, agencyId, officerId }, body));
  }

  @Operation({
    id: 'changeRoles',
    summary: 'Đổi vai trò của tài khoản; phiên đang mở kết thúc ngay',
    summaryEn: 'Give an account other roles; its open sessions end at once',
    tag: 'identity',
    answers: { 200: { schema: actedOfficerSchema, headers: ['etag'] } },
    problems: ['not-found', 'own-admin-role', 'last-admin'],
    headers: { 'If-Match': 'required' },
  })
  @Put(':officer/account')
  async changeRoles(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', { schema: agencyIdSchema }) agencyId: string,
    @Param('officer', { schema: officerPathSchema }) officerId: string,
    @Body({ schema: accountChangeSchema }) body: AccountChange,
  ): Promise<ActedOfficerView> {
    return tagged(reply, await this.accounts.changeRoles({ caller, agencyId, officerId, seen }, body));
  }

  @Operation({
    id: 'withdrawAccount',
    summary: 'Thu hồi tài khoản; phiên đang mở kết thúc ngay',
    summaryEn: 'Withdraw an account; its open sessions end at once',
    notes: 'The officer stays, for the journal names him.',
    tag: 'identity',
    answers: { 200: { schema: actedOfficerSchema, headers: ['etag'] } },
    problems: ['not-found', 'own-admin-role', 'last-admin'],
    headers: { 'If-Match': 'required' },
  })
  @Delete(':officer/account')
  async withdraw(
    @CallerOf() caller: Caller,
    @RevisionSeen() seen: number | null,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id', { schema: agencyIdSchema }) agencyId: string,
    @Param('officer', { schema: officerPathSchema }) officerId: string,
  ): Promise<ActedOfficerView> {
    return tagged(reply, await this.accounts.withdraw({ caller, agencyId, officerId, seen }));
  }
}

function tagged<View extends OfficerView>(reply: FastifyReply, view: View): View {
  void reply.header('etag', etagOf(view.revision));
  return view;
}
