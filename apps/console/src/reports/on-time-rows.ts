/** The on-time report as the rows of a file. */
import type { OnTimeReport } from '@lien-thong/client';
import type { CsvValue } from './csv.js';

/** Of every group: what it took in, and the one state each dossier of it is in. */
export const MEASURES = [
  'carriedOver',
  'received',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedOverdue',
  'resolvedUnknown',
  'withdrawn',
  'closed',
  'openInTime',
  'openOverdue',
  'openResting',
  'openUnknown',
] as const;
export type Measure = (typeof MEASURES)[number];

interface Naming {
  readonly words: Readonly<Record<Measure | 'total' | 'taken' | 'resolved' | 'ended' | 'open' | 'share', string>>;
  readonly group: string;
  readonly whole: string;
  readonly say: (vi: string, en: string) => string;
}

/** Which heading a measure stands under. */
const UNDER: Readonly<Record<Measure, 'taken' | 'resolved' | 'ended' | 'open'>> = {
  carriedOver: 'taken',
  received: 'taken',
  resolvedEarly: 'resolved',
  resolvedOnTime: 'resolved',
  resolvedOverdue: 'resolved',
  resolvedUnknown: 'resolved',
  withdrawn: 'ended',
  closed: 'ended',
  openInTime: 'open',
  openOverdue: 'open',
  openResting: 'open',
  openUnknown: 'open',
};

/** Two numbers for every share, never a rounded one alone. */
export function onTimeRows(
  report: OnTimeReport,
  { words, group, whole, say }: Naming,
): readonly (readonly CsvValue[])[] {
  const head = MEASURES.map((measure) => `${words[UNDER[measure]]}: ${words[measure]}`);
  const figures = (counts: OnTimeReport['whole']): readonly CsvValue[] => [
    counts.total,
    ...MEASURES.map((measure) => counts[measure]),
    counts.resolvedInTime.numerator,
    counts.resolvedInTime.denominator,
  ];
  return [
    [group, words.total, ...head, words.share, words.resolved],
    ...report.groups.map((row) => [say(row.label, row.labelEn), ...figures(row)]),
    [whole, ...figures(report.whole)],
  ];
}
