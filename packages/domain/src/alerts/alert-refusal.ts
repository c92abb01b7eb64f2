/** An expected "no" to what a person wants of an alert. Codes and facts only, as with every refusal (law 10). */
import type { RefusalFacts } from '../kernel/refusal.js';

export const ALERT_REFUSAL_CODES = [
  'alert-not-found',
  /** Roles, or the alert is outside what the caller watches over. */
  'alert-not-entitled',
  /** Acknowledged is by name: software has none. */
  'alert-needs-person',
  'alert-closed',
  'alert-already-acknowledged',
  'alert-already-snoozed',
  'alert-already-assigned',
  'alert-not-snoozed',
  'alert-snooze-in-past',
  'alert-snooze-too-long',
  'alert-officer-unknown',
  /** Somebody did something since the version the caller has seen. */
  'alert-changed',
] as const;
export type AlertRefusalCode = (typeof ALERT_REFUSAL_CODES)[number];

export interface AlertRefusal {
  readonly refused: true;
  readonly code: AlertRefusalCode;
  readonly facts: RefusalFacts;
}

export function refuseAlert(code: AlertRefusalCode, facts: RefusalFacts = {}): AlertRefusal {
  return { refused: true, code, facts };
}
