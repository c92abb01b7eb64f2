/** Who sends to whom, and how late that becomes: pairs of a report laid out as a square, under the sums of its lines and columns. */
import type { Report } from '@lien-thong/client';

/** A dossier that nobody has taken over has no receiver. */
export const NOBODY = '';

/** `dossiers`: the late ones; `ended`: all whose limit has ended, what the late ones are counted of. */
export type Sum = Report['whole'];

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

export interface Matrix {
  readonly senders: readonly Agency[];
  readonly receivers: readonly Agency[];
  /** Null where no dossier of the pair has come to its end: that is not the same as never late. */
  readonly cell: (sender: string, receiver: string) => Sum | null;
  readonly ofSender: (sender: string) => Sum | null;
  readonly ofReceiver: (receiver: string) => Sum | null;
  readonly whole: Sum;
}

type Groups = Pick<Report, 'groups' | 'whole'>;

/** The same dossiers grouped three times by the service: a median of a line is not to be had from those of its cells. */
export type Grouped = Readonly<Record<'pair' | 'sender' | 'receiver', Groups>>;

/** Key of a pair as the report has it. */
export const pairKey = (sender: string, receiver: string): string => `${sender}>${receiver}`;

function sumsOf({ groups }: Groups): (key: string) => Sum | null {
  const sums = new Map(groups.map(({ ended, ...group }) => [group.key, { ...group, ended: ended ?? group.dossiers }]));
  return (key) => {
    const found = sums.get(key);
    if (found === undefined) return null;
    const { dossiers, ended, minutes, median, ninetieth } = found;
    return { dossiers, ended, minutes, median, ninetieth };
  };
}

/** The worst first by late minutes. */
function agenciesOf({ groups }: Groups): readonly Agency[] {
  return [...groups]
    .sort((a, b) => b.minutes - a.minutes || (b.ended ?? 0) - (a.ended ?? 0) || (a.key < b.key ? -1 : 1))
    .map(({ key, label, labelEn }) => ({ id: key, name: label, nameEn: labelEn }));
}

/** What a report left out by its limit is missing here too; its `whole` has it. */
export function matrixOf({ pair, sender, receiver }: Grouped): Matrix {
  const cells = sumsOf(pair);
  return {
    senders: agenciesOf(sender),
    receivers: agenciesOf(receiver),
    cell: (from, to) => cells(pairKey(from, to)),
    ofSender: sumsOf(sender),
    ofReceiver: sumsOf(receiver),
    whole: pair.whole,
  };
}

export type Show = 'median' | 'ninetieth' | 'mean' | 'total' | 'share';
export const SHOWS = ['median', 'ninetieth', 'mean', 'total', 'share'] as const satisfies readonly Show[];

/** Minutes a late dossier was late by (half of them by no more, nine of ten, on average), all late minutes, or late dossiers of a hundred. */
export function shownValue({ dossiers, ended, minutes, median, ninetieth }: Sum, show: Show): number {
  switch (show) {
    case 'median':
      return median ?? 0;
    case 'ninetieth':
      return ninetieth ?? 0;
    case 'mean':
      return dossiers === 0 ? 0 : Math.round(minutes / dossiers);
    case 'total':
      return minutes;
    case 'share':
      return ended === 0 ? 0 : (dossiers / ended) * 100;
  }
}

export type Shade = 'none' | 'little' | 'much' | 'most';

/** An hour and a working day late. */
const OF_ONE = [60, 480] as const;

/** Where each word begins: of one dossier; one and five days together; a twentieth and a fifth of all. */
export const SHADES: Readonly<Record<Show, readonly [little: number, much: number]>> = {
  ...{ median: OF_ONE, ninetieth: OF_ONE, mean: OF_ONE },
  total: [480, 2_400],
  share: [5, 20],
};

/** How bad it is, by fixed measures: the same number has the same word in every period. */
export function shadeOf(sum: Sum, show: Show): Shade {
  if (sum.dossiers === 0) return 'none';
  const value = shownValue(sum, show);
  const [little, much] = SHADES[show];
  if (value <= little) return 'little';
  return value <= much ? 'much' : 'most';
}
