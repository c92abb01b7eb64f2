/** How a clock stands, in words. */
import type { Clock } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { minutesText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { Badge } from './badge.js';
import { levelOf } from './clock-level.js';
import { partWords } from './words.js';

export function TimeLeft({ clock }: { readonly clock: Clock | null }) {
  const words = useWords(partWords);
  const { language } = useLanguage();
  const level = levelOf(clock);
  const remaining = clock?.remainingMinutes ?? null;
  if (level === 'unknown' || remaining === null) return <Badge level={level}>{words.level[level]}</Badge>;
  const minutes = minutesText(Math.abs(remaining), language);
  if (level === 'overdue') return <Badge level={level}>{words.over(minutes)}</Badge>;
  if (level === 'resting') return <Badge level={level}>{`${words.level.resting} · ${words.left(minutes)}`}</Badge>;
  return <Badge level={level}>{words.left(minutes)}</Badge>;
}
