import { run } from './run.js';
import type { RunReport } from './run.js';
import type { RunOptions } from './simulation.js';
import { FAULT_KINDS } from './world/faults.js';
import type { FaultKind } from './world/faults.js';

/** A failing run made small, and its trace. */
export interface Shrunk {
  readonly seed: number;
  readonly faults: readonly FaultKind[];
  readonly mostDossiers: number;
  readonly mostActs: number;
  readonly report: RunReport;
}

type Size = Required<Pick<RunOptions, 'faults' | 'mostDossiers' | 'mostActs'>>;

/** Sizes a little smaller than this one, the boldest cut first. */
function smaller({ faults, mostDossiers, mostActs }: Size): readonly Size[] {
  const halves = [0, 1].map((half) => faults.filter((_, i) => i % 2 === half));
  const fewerFaults = [[], ...halves, ...faults.map((fault) => faults.filter((other) => other !== fault))];
  const fewerActs = [Math.floor(mostActs / 2), Math.floor((mostActs * 3) / 4), mostActs - 1];
  return [
    ...fewerFaults
      .filter(({ length }) => length < faults.length)
      .map((less) => ({ faults: less, mostDossiers, mostActs })),
    ...[1, 2, mostDossiers - 1]
      .filter((less) => less > 0 && less < mostDossiers)
      .map((less) => ({ faults, mostDossiers: less, mostActs })),
    ...fewerActs
      .filter((less) => less > 0 && less < mostActs)
      .map((less) => ({ faults, mostDossiers, mostActs: less })),
  ];
}

/**
 * Takes away faults, dossiers and acts from a failing run for as long as the same invariant still complains, within a budget of
 * runs. The seed stays: with fewer faults it tells another story, which is only kept if it fails as well.
 */
export async function shrink(
  failing: RunReport,
  { turn, plant = null }: Pick<RunOptions, 'turn' | 'plant'>,
  budget = 60,
): Promise<Shrunk> {
  const { seed } = failing;
  let size: Size = { faults: FAULT_KINDS, mostDossiers: 8, mostActs: failing.acts + 1 };
  let left = budget;
  const stillFails = async (candidate: Size): Promise<boolean> => {
    left -= 1;
    const { violation } = await run({ seed, plant, turn, ...candidate });
    return violation?.invariant === failing.violation?.invariant;
  };
  for (let better: Size | null = size; better !== null && left > 0;) {
    better = null;
    for (const candidate of smaller(size)) {
      if (left <= 0 || better !== null) break;
      if (await stillFails(candidate)) better = candidate;
    }
    if (better !== null) size = better;
  }
  const small = await run({ seed, plant, turn, ...size, trace: true });
  if (small.violation !== null) return { seed, ...size, report: small };
  const whole = await run({ seed, plant, turn, trace: true });
  return { seed, faults: FAULT_KINDS, mostDossiers: 8, mostActs: failing.acts, report: whole };
}

/** The part of a trace that matters: facts, faults and answers, the last ones of them. */
export function traceOf({ seed, faults, mostDossiers, mostActs, report }: Shrunk, most = 80): string {
  const { violation, lines } = report;
  const telling = lines.filter((line) => / → |FAULT|^(send|answer|fault|crash|the |other)/.test(line));
  const size = `faults [${faults.join(' ')}], at most ${mostDossiers} dossiers and ${mostActs} acts`;
  return [`seed ${seed}: ${violation?.invariant} ${violation?.text}`, size, ...telling.slice(-most)].join('\n');
}
