/** The starts by day and hour, counted once more from a walk of every path. */
import type { Day } from '../time/instant.js';
import type { Extremes } from './oracle/every-path.js';
import { dayNumber, midnightOf } from './oracle/plain-plan.js';
import type { Proof } from './prove.js';

interface Walked {
  readonly start: number;
  readonly extremes: Extremes;
}

type Cells = Map<string, { starts: number; breaching: number; unavoidable: number; excluded: number }>;

function cellOf(cells: Cells, minute: number) {
  const day = dayNumber(minute);
  const key = `${day} ${Math.floor((minute - midnightOf(day)) / 60)}`;
  const cell = cells.get(key) ?? { starts: 0, breaching: 0, unavoidable: 0, excluded: 0 };
  cells.set(key, cell);
  return cell;
}

function walkedCells(walked: readonly Walked[], excluded: readonly number[]): Cells {
  const cells: Cells = new Map();
  for (const { start, extremes } of walked) {
    const cell = cellOf(cells, start);
    cell.starts += 1;
    cell.breaching += extremes.worst > 0 ? 1 : 0;
    cell.unavoidable += extremes.best > 0 ? 1 : 0;
  }
  for (const start of excluded) cellOf(cells, start).excluded += 1;
  return cells;
}

function provedCells({ grid }: Proof): Cells {
  const cells: Cells = new Map();
  if (grid === undefined) throw new Error('the grid was wanted');
  const { firstDay, starts, breaching, unavoidable, excluded } = grid;
  starts.forEach((count, i) => {
    if (count + excluded[i]! === 0) return;
    const cell = { starts: count, breaching: breaching[i]!, unavoidable: unavoidable[i]!, excluded: excluded[i]! };
    cells.set(`${(firstDay + Math.floor(i / 24)) as Day} ${i % 24}`, cell);
  });
  return cells;
}

const inOrder = (cells: Cells) => JSON.stringify([...cells].sort(([a], [b]) => a.localeCompare(b)));

/** What the two disagree about; nothing when every cell has the same counts. */
export function gridDiffers(proof: Proof, walked: readonly Walked[], excluded: readonly number[]): readonly string[] {
  const [ours, theirs] = [inOrder(provedCells(proof)), inOrder(walkedCells(walked, excluded))];
  return ours === theirs ? [] : [`grid: the proof says ${ours}, the walk ${theirs}`];
}
