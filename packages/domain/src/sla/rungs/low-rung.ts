/** Rungs that look at what is left instead of what was used (ADR 0023): so many working minutes, or a plan that is more than they are. */
import { z } from 'zod';

/** `warning`: the budgets of what is still to come exceed what is left of the limit; `high`: so do the least works. */
export const RISK_RUNG_LEVELS = ['warning', 'high'] as const;

export const lowRungSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remaining'), minutes: z.int().min(1) }),
  z.strictObject({ kind: z.literal('risk'), level: z.enum(RISK_RUNG_LEVELS) }),
]);
export type LowRung = z.infer<typeof lowRungSchema>;

/** Its name within one epoch of a clock, as rows keep it: `remaining:120`, `risk:high`. */
export function lowRungKey(rung: LowRung): string {
  return rung.kind === 'remaining' ? `remaining:${rung.minutes}` : `risk:${rung.level}`;
}
