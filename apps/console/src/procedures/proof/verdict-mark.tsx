/** A verdict as a mark and words. What cannot be computed is never shown as good. */
import { Badge } from '../../parts/badge.js';
import type { TimeLevel } from '../../parts/badge.js';
import { useWords } from '../../words/catalogue.js';
import { proofWords } from './proof-words.js';
import type { VersionRow } from '../versions.js';

export type Verdict = NonNullable<VersionRow['verdict']>;

const LEVEL: Readonly<Record<Verdict, TimeLevel>> = {
  SAFE: 'onTime',
  SAFE_IF_DYNAMIC: 'low',
  START_DEPENDENT: 'low',
  OVERDUE_BY_CONSTRUCTION: 'overdue',
  IMPOSSIBLE: 'overdue',
  NOT_COMPUTABLE: 'unknown',
};

export function VerdictMark({ verdict }: { readonly verdict: Verdict | null }) {
  const words = useWords(proofWords);
  if (verdict === null) return <Badge level="unknown">{words.noVerdict}</Badge>;
  return <Badge level={LEVEL[verdict]}>{words.verdicts[verdict]}</Badge>;
}
