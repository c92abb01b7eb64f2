/** One act on an alert, on the version that was seen, under one key however often it is sent. */
import type { ActedOnAlert, Result } from '@lien-thong/client';
import { service } from '../service/service.js';

export type AlertAct =
  | { readonly kind: 'acknowledge'; readonly reason: string | null }
  | { readonly kind: 'snooze'; readonly until: string; readonly reason: string | null }
  | { readonly kind: 'unsnooze' }
  | { readonly kind: 'assign'; readonly officerId: string }
  | { readonly kind: 'resolve'; readonly reason: string };
export type AlertActKind = AlertAct['kind'];

interface Sent {
  readonly id: string;
  readonly version: number;
  readonly key: string;
}

const noted = (reason: string | null): { readonly reason?: string } => (reason === null ? {} : { reason });

export function sendAlertAct(act: AlertAct, { id, version, key }: Sent): Promise<Result<ActedOnAlert>> {
  const call = { id, idempotencyKey: key, ifMatch: version };
  switch (act.kind) {
    case 'acknowledge':
      return service.acknowledgeAlert({ ...call, body: noted(act.reason) });
    case 'snooze':
      return service.snoozeAlert({ ...call, body: { until: act.until, ...noted(act.reason) } });
    case 'unsnooze':
      return service.unsnoozeAlert({ ...call, body: {} });
    case 'assign':
      return service.assignAlert({ ...call, body: { officerId: act.officerId } });
    case 'resolve':
      return service.resolveAlert({ ...call, body: { reason: act.reason } });
  }
}
