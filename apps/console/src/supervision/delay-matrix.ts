/** Who sends to whom, and how late that becomes: pairs of a report laid out as a square, with sums that agree with the report. */
import type { Report } from '@lien-thong/client';

/** A dossier that nobody has taken over has no receiver. */
export const NOBODY = '';

export interface Sum {
  /** Late dossiers. */
  readonly dossiers: number;
  /** All dossiers whose limit has ended: what the late ones are counted of. */
  readonly ended: number;
  readonly minutes: number;
}

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

type Group = Report['groups'][number];

const added = (a: Sum | null, b: Sum): Sum =>
  a === null ? b : { dossiers: a.dossiers + b.dossiers, ended: a.ended + b.ended, minutes: a.minutes + b.minutes };

/** Key of a pair as the report has it. */
export const pairKey = (sender: string, receiver: string): string => `${sender}>${receiver}`;

function idsOf({ key }: Group): readonly [string, string] {
  const at = key.indexOf('>');
  return [key.slice(0, at), key.slice(at + 1)];
}

function namesOf({ label, labelEn }: Group): readonly [readonly [string, string], readonly [string, string]] {
  const [from = '', to = ''] = label.split(' → ');
  const [fromEn = '', toEn = ''] = labelEn.split(' → ');
  return [
    [from, fromEn],
    [to, toEn],
  ];
}

/** The worst first by late minutes. A pair whose sender decides itself names him once: there its label says so instead. */
function ordered(sums: ReadonlyMap<string, Sum>, names: ReadonlyMap<string, Agency>): readonly Agency[] {
  return [...sums]
    .sort(([a, x], [b, y]) => y.minutes - x.minutes || y.ended - x.ended || (a < b ? -1 : 1))
    .map(([id]) => names.get(id) ?? { id, name: id, nameEn: id });
}

/** Lays the groups of a report by pair out. What the report left out by its limit is missing here too; its `whole` has it. */
export function matrixOf(report: Pick<Report, 'groups' | 'whole'>): Matrix {
  const cells = new Map<string, Sum>();
  const senders = new Map<string, Sum>();
  const receivers = new Map<string, Sum>();
  const names = new Map<string, Agency>();
  for (const group of report.groups) {
    const [sender, receiver] = idsOf(group);
    const [[from, fromEn], [to, toEn]] = namesOf(group);
    const sum = { dossiers: group.dossiers, ended: group.ended ?? group.dossiers, minutes: group.minutes };
    cells.set(pairKey(sender, receiver), sum);
    senders.set(sender, added(senders.get(sender) ?? null, sum));
    receivers.set(receiver, added(receivers.get(receiver) ?? null, sum));
    names.set(sender, { id: sender, name: from, nameEn: fromEn });
    if (sender !== receiver && !names.has(receiver)) names.set(receiver, { id: receiver, name: to, nameEn: toEn });
  }
  return {
    senders: ordered(senders, names),
    receivers: ordered(receivers, names),
    cell: (sender, receiver) => cells.get(pairKey(sender, receiver)) ?? null,
    ofSender: (sender) => senders.get(sender) ?? null,
    ofReceiver: (receiver) => receivers.get(receiver) ?? null,
    whole: report.whole,
  };
}

export type Show = 'mean' | 'total' | 'share';
export const SHOWS = ['mean', 'total', 'share'] as const satisfies readonly Show[];

/** Minutes a late dossier was late by on average, all late minutes, or late dossiers of a hundred. */
export function shownValue({ dossiers, ended, minutes }: Sum, show: Show): number {
  if (show === 'total') return minutes;
  if (show === 'share') return ended === 0 ? 0 : (dossiers / ended) * 100;
  return dossiers === 0 ? 0 : Math.round(minutes / dossiers);
}

export type Shade = 'none' | 'little' | 'much' | 'most';

/** Where each word begins: an hour and a working day late; one and five days together; a twentieth and a fifth of all. */
export const SHADES: Readonly<Record<Show, readonly [little: number, much: number]>> = {
  mean: [60, 480],
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
