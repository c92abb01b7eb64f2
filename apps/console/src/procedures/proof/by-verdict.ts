/** The order in which verdicts are read: the worst first. */
import type { Verdict } from './verdict-mark.js';

const WORST_FIRST: readonly Verdict[] = [
  'IMPOSSIBLE',
  'OVERDUE_BY_CONSTRUCTION',
  'START_DEPENDENT',
  'SAFE_IF_DYNAMIC',
  'NOT_COMPUTABLE',
  'SAFE',
];

export const byVerdict = (one: Verdict, other: Verdict): number =>
  WORST_FIRST.indexOf(one) - WORST_FIRST.indexOf(other);
