/** What is drawn of a dossier: a row for each holder with its bars, the pauses and late minutes in them, and who handed over to whom. */
import type { Owner, Timeline } from '@lien-thong/client';
import type { Axis } from './axis.js';

type Segment = Timeline['segments'][number];
export type Rest = NonNullable<Segment['rests']>[number];
type LateStretch = NonNullable<Timeline['lateness']>['stretches'][number];

/** On the axis, in working minutes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Bar extends Span {
  readonly segment: Segment;
  readonly rests: readonly (Span & { readonly rest: Rest })[];
}

export interface Lane {
  readonly key: string;
  readonly owner: Owner;
  /** Working minutes charged; null where one of them cannot be computed. */
  readonly minutes: number | null;
  readonly bars: readonly Bar[];
  readonly late: readonly (Span & { readonly stretch: LateStretch })[];
}

export interface Handover {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export function ownerKey({ kind, agency }: Owner): string {
  return agency === null ? kind : `${kind}:${agency.id}`;
}

/** Rows in the order in which their holders came first. Pure. */
export function lanesOf({ segments, lateness }: Timeline, axis: Axis): readonly Lane[] {
  const span = ({ from, to }: { from: string; to: string }): Span => ({ start: axis.at(from), end: axis.at(to) });
  const keys = [...new Set(segments.map(({ owner }) => ownerKey(owner)))];
  return keys.flatMap((key) => {
    const own = segments.filter(({ owner }) => ownerKey(owner) === key);
    const [first] = own;
    if (first === undefined) return [];
    const bars = own.map((segment) => ({
      ...{ segment, ...span(segment) },
      rests: (segment.rests ?? []).map((rest) => ({ rest, ...span(rest) })),
    }));
    const stretches = (lateness?.stretches ?? []).filter(({ owner }) => ownerKey(owner) === key);
    const late = stretches.map((stretch) => ({ stretch, ...span(stretch) }));
    return [{ key, owner: first.owner, minutes: sumOf(own.map(({ legalMinutes }) => legalMinutes)), bars, late }];
  });
}

/** Null as soon as one of them is unknown: what is not known is not nothing. Pure. */
export function sumOf(minutes: readonly (number | null)[]): number | null {
  return minutes.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0 as number | null);
}

/** Where custody went from one row to another. Pure. */
export function handoversOf({ segments }: Timeline, lanes: readonly Lane[], axis: Axis): readonly Handover[] {
  const row = (segment: Segment) => lanes.findIndex(({ key }) => key === ownerKey(segment.owner));
  return segments.slice(1).flatMap((segment, i) => {
    const before = segments[i];
    if (before === undefined) return [];
    const [from, to] = [row(before), row(segment)];
    return from === to ? [] : [{ at: axis.at(segment.from), from, to }];
  });
}

export interface Label {
  readonly x: number;
  readonly width: number;
}

export interface PlacedLabel {
  /** Row of labels, 0 the lowest. */
  readonly level: number;
  readonly anchor: 'start' | 'end';
}

const APART = 6;

/** Labels of lines that stand close together are stacked; one that would leave the drawing is written before its line. Pure. */
export function placedLabels(labels: readonly Label[], room: number): readonly PlacedLabel[] {
  const taken: { readonly level: number; readonly from: number; readonly to: number }[] = [];
  return labels.map(({ x, width }) => {
    const anchor = x + width + APART > room ? 'end' : 'start';
    const [from, to] = anchor === 'start' ? [x, x + width] : [x - width, x];
    const isFree = (level: number) =>
      !taken.some((other) => other.level === level && from < other.to + APART && other.from < to + APART);
    let level = 0;
    while (!isFree(level)) level += 1;
    taken.push({ level, from, to });
    return { level, anchor };
  });
}
