/** Open dossiers by who holds them, of which procedure, and how much time is left: laid out so that every sum is that of its parts. */
import type { Slack } from '@lien-thong/client';

export type Band = Slack['bands'][number]['band'];

/** The most pressing first; resting and unknown stand apart: neither is good. */
export const BANDS = [
  'overdue',
  'under4h',
  'underDay',
  'under3Days',
  'more',
  'resting',
  'unknown',
] as const satisfies readonly Band[];

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

export type Counts = Readonly<Record<Band, number>>;

export interface SlackLine extends Named {
  readonly counts: Counts;
  readonly total: number;
  /** The same split by the other of agency and procedure. */
  readonly parts: readonly (Named & { readonly counts: Counts; readonly total: number })[];
}

export type RowsOf = 'agency' | 'procedure';
type Cell = Slack['cells'][number];

const NONE: Counts = { overdue: 0, under4h: 0, underDay: 0, under3Days: 0, more: 0, resting: 0, unknown: 0 };

const agencyOf = ({ agency: { id, name, nameEn } }: Cell): Named => ({ id, name, nameEn });
const procedureOf = ({ procedure: { code, name, nameEn } }: Cell): Named => ({ id: code, name, nameEn });

const counted = (counts: Counts, { band, count }: Cell): Counts => ({ ...counts, [band]: counts[band] + count });
const totalOf = (counts: Counts): number => BANDS.reduce((sum, band) => sum + counts[band], 0);

/** How pressing: overdue first, then what runs out next. */
function pressing(a: { readonly counts: Counts; readonly total: number }, b: typeof a): number {
  for (const band of BANDS) {
    if (a.counts[band] !== b.counts[band]) return b.counts[band] - a.counts[band];
  }
  return b.total - a.total;
}

interface Gathered extends Named {
  counts: Counts;
  readonly cells: Cell[];
}

function gathered(cells: readonly Cell[], nameOf: (cell: Cell) => Named): readonly Gathered[] {
  const lines = new Map<string, Gathered>();
  for (const cell of cells) {
    const named = nameOf(cell);
    const line = lines.get(named.id) ?? { ...named, counts: NONE, cells: [] };
    line.counts = counted(line.counts, cell);
    line.cells.push(cell);
    lines.set(named.id, line);
  }
  return [...lines.values()];
}

/** Lines by agency, each split by procedure, or the other way round. */
export function linesOf(cells: readonly Cell[], rows: RowsOf): readonly SlackLine[] {
  const [head, part] = rows === 'agency' ? [agencyOf, procedureOf] : [procedureOf, agencyOf];
  return gathered(cells, head)
    .map(({ id, name, nameEn, counts, cells: own }) => ({
      ...{ id, name, nameEn, counts, total: totalOf(counts) },
      parts: gathered(own, part)
        .map((each) => ({
          ...{ id: each.id, name: each.name, nameEn: each.nameEn },
          ...{ counts: each.counts, total: totalOf(each.counts) },
        }))
        .sort(pressing),
    }))
    .sort(pressing);
}

/** The whole as the service counted it, the cells it left out included. */
export function wholeOf({ bands }: Pick<Slack, 'bands'>): Counts {
  return bands.reduce<Counts>((counts, { band, total }) => ({ ...counts, [band]: total }), NONE);
}
