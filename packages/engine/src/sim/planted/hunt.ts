import { run } from '../run.js';
import type { RunOptions } from '../simulation.js';
import type { Plant } from './plant.js';

export interface Catch {
  readonly plant: Plant;
  /** Seeds looked at, the one that found it included. */
  readonly seeds: number;
  /** The invariant that found it; null when none did. */
  readonly by: string | null;
  readonly text: string;
}

/** Runs seeds with the planted fault until an invariant finds it. */
export async function hunt(
  plant: Plant,
  { from, most, turn }: { readonly from: number; readonly most: number; readonly turn: RunOptions['turn'] },
): Promise<Catch> {
  for (let i = 0; i < most; i++) {
    const { violation } = await run({ seed: from + i, plant, turn });
    if (violation !== null) return { plant, seeds: i + 1, by: violation.invariant, text: violation.text };
  }
  return { plant, seeds: most, by: null, text: '' };
}

/** One line of the table of planted faults. */
export function tableLine({ plant, seeds, by, text }: Catch): string {
  const off = plant.without === undefined ? '' : ` (without ${plant.without.join(', ')})`;
  const found = by === null ? `SURVIVED ${seeds} seeds` : `${by} at seed ${seeds}`;
  return `${plant.name.padEnd(30)} ${found.padEnd(20)}${off} ${plant.mistake}${text === '' ? '' : ` — ${text.slice(0, 160)}`}`;
}
