import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { etagOf } from '../http/etag.js';
import type { ProblemCode } from '../http/problem-codes.js';
import { Operation } from '../openapi/operation.js';
import type { OperationFacts } from '../openapi/operation.js';
import { KeyOf, RevisionSeen } from '../procedures/administration-call.js';
import {
  acknowledgeSchema,
  actedOnAlertSchema,
  assignAlertSchema,
  resolveAlertSchema,
  snoozeSchema,
  unsnoozeSchema,
} from './alert-act-bodies.js';
import type { ActedOnAlertView, AlertActBody } from './alert-act-bodies.js';
import { alertIdSchema } from './alert-query.js';
import { KeyedAlertActs } from './keyed-alert-acts.js';

const COMMON: readonly ProblemCode[] = [
  'alert-not-found',
  'alert-needs-person',
  'alert-changed',
  'alert-closed',
  'key-reused',
];

function act(
  facts: Pick<OperationFacts, 'id' | 'summary' | 'summaryEn' | 'notes'>,
  problems: readonly ProblemCode[] = [],
): MethodDecorator {
  return Operation({
    ...facts,
    tag: 'alerts',
    answers: { 200: { schema: actedOnAlertSchema, headers: ['etag'] } },
    problems: [...COMMON, ...problems],
    headers: { 'Idempotency-Key': 'required', 'If-Match': 'required' },
  });
}

/** Acts of supervisors, by name. Each is in the journal of the alert with who did it. */
@Controller('v1/alerts')
@Access({ roles: ['supervisor'] })
export class AlertActsController {
  constructor(private readonly acts: KeyedAlertActs) {}

  @act(
    {
      id: 'acknowledgeAlert',
      summary: 'Nhận xử lý cảnh báo: không báo lên cấp trên nữa cho tới khi nặng hơn',
      summaryEn: 'Take an alert in hand: it goes no further up the chain unless it gets worse',
    },
    ['alert-already-acknowledged', 'alert-already-snoozed'],
  )
  @Post(':id/acknowledge')
  @HttpCode(200)
  acknowledge(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('id', { schema: alertIdSchema }) id: string,
    @Body({ schema: acknowledgeSchema }) body: AlertActBody<typeof acknowledgeSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActedOnAlertView> {
    const command = { type: 'acknowledge', note: body.reason } as const;
    return tagged(reply, this.acts.act({ caller, key, id, seen, command, body }));
  }

  @act(
    {
      id: 'snoozeAlert',
      summary: 'Hẹn nhắc lại cảnh báo vào một thời điểm, trong vòng một tuần',
      summaryEn: 'Put an alert off until a time within a week',
      notes: 'A breach under it ends that at once.',
    },
    ['alert-snooze-in-past', 'alert-snooze-too-long', 'alert-already-snoozed'],
  )
  @Post(':id/snooze')
  @HttpCode(200)
  snooze(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('id', { schema: alertIdSchema }) id: string,
    @Body({ schema: snoozeSchema }) body: AlertActBody<typeof snoozeSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActedOnAlertView> {
    const command = { type: 'snooze', until: body.until, reason: body.reason } as const;
    return tagged(reply, this.acts.act({ caller, key, id, seen, command, body }));
  }

  @act(
    {
      id: 'unsnoozeAlert',
      summary: 'Bỏ hẹn nhắc lại: cảnh báo lại ngay',
      summaryEn: 'Let an alert that was put off call again at once',
    },
    ['alert-not-snoozed'],
  )
  @Post(':id/unsnooze')
  @HttpCode(200)
  unsnooze(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('id', { schema: alertIdSchema }) id: string,
    @Body({ schema: unsnoozeSchema }) body: AlertActBody<typeof unsnoozeSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActedOnAlertView> {
    return tagged(reply, this.acts.act({ caller, key, id, seen, command: { type: 'unsnooze' }, body }));
  }

  @act(
    {
      id: 'assignAlert',
      summary: 'Giao cảnh báo cho một cán bộ trong phạm vi',
      summaryEn: 'Charge an officer whom it concerns with an alert',
    },
    ['alert-officer-unknown', 'alert-already-assigned'],
  )
  @Post(':id/assign')
  @HttpCode(200)
  assign(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('id', { schema: alertIdSchema }) id: string,
    @Body({ schema: assignAlertSchema }) body: AlertActBody<typeof assignAlertSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActedOnAlertView> {
    return tagged(
      reply,
      this.acts.act({ caller, key, id, seen, command: { type: 'assign', to: body.officerId }, body }),
    );
  }

  @act({
    id: 'resolveAlert',
    summary: 'Kết thúc cảnh báo dù nguyên nhân còn; báo lại nếu nặng hơn hoặc thêm hồ sơ',
    summaryEn: 'Settle an alert although its facts stand; it comes back when they get worse or more dossiers join',
  })
  @Post(':id/resolve')
  @HttpCode(200)
  resolve(
    @CallerOf() caller: Caller,
    @KeyOf() key: string,
    @RevisionSeen() seen: number | null,
    @Param('id', { schema: alertIdSchema }) id: string,
    @Body({ schema: resolveAlertSchema }) body: AlertActBody<typeof resolveAlertSchema>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActedOnAlertView> {
    const command = { type: 'resolve', reason: body.reason } as const;
    return tagged(reply, this.acts.act({ caller, key, id, seen, command, body }));
  }
}

async function tagged(reply: FastifyReply, acted: Promise<ActedOnAlertView>): Promise<ActedOnAlertView> {
  const view = await acted;
  void reply.header('etag', etagOf(view.version));
  return view;
}
