import { run } from './run.js';
import type { RunReport } from './run.js';
import type { RunOptions } from './simulation.js';
import { FAULT_KINDS } from './world/faults.js';

/** Every so many seeds one is run a second time, to see that it gives the same run (I0). */
const TWICE_EVERY = 97;

export interface Campaign {
  readonly seeds: number;
  readonly acts: number;
  readonly dossiers: number;
  readonly steps: number;
  /** The least dossiers of any run. */
  readonly leastDossiers: number;
  readonly leastActs: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly failures: readonly RunReport[];
}

/** I0: the same seed gives the same run. */
async function deterministic(report: RunReport, turn: RunOptions['turn']): Promise<RunReport> {
  const again = await run({ seed: report.seed, turn });
  if (again.digest === report.digest) return report;
  return { ...report, violation: { invariant: 'I0', text: `${report.digest} and ${again.digest} of one seed` } };
}

/** Runs the seeds `from` up to, without, `to`; goes on after a failure, up to ten of them. */
export async function campaign(
  { from, to }: { readonly from: number; readonly to: number },
  turn: RunOptions['turn'],
  onProgress: (report: RunReport) => void = () => undefined,
): Promise<Campaign> {
  const counts = new Map<string, number>();
  const failures: RunReport[] = [];
  const sum = { seeds: 0, acts: 0, dossiers: 0, steps: 0, leastDossiers: Infinity, leastActs: Infinity };
  for (let seed = from; seed < to && failures.length < 10; seed++) {
    const once = await run({ seed, turn });
    const report = seed % TWICE_EVERY === 0 && once.violation === null ? await deterministic(once, turn) : once;
    sum.seeds += 1;
    sum.acts += report.acts;
    sum.dossiers += report.dossiers;
    sum.steps += report.steps;
    sum.leastDossiers = Math.min(sum.leastDossiers, report.dossiers);
    sum.leastActs = Math.min(sum.leastActs, report.acts);
    for (const [name, count] of report.counts) counts.set(name, (counts.get(name) ?? 0) + count);
    if (report.violation !== null) failures.push(report);
    onProgress(report);
  }
  return { ...sum, counts, failures };
}

/** What must have happened, or the run proves nothing: every fault there is, and these facts and refusals. */
export const MUST_HAPPEN: readonly string[] = [
  ...FAULT_KINDS,
  'crash at commit',
  'crash at committed',
  'crash at publish',
  'crash at published',
  'days skipped',
  'answers replayed',
  'refused key-reused',
  'refused version-stale',
  'clockWarned',
  'clockRunsLow',
  'clockBreached',
  'transferLapsed',
  'transferRefused',
  'transferRecalled',
  'transferRedirected',
  'receptionCorrected',
  'timeCorrected',
  'lateFactsEntered',
  'conflictFound',
  'conflictResolved',
  'consultationAnswered',
  'supplementProvided',
  'paymentConfirmed',
  'suspended',
  'jurisdictionResolved',
  'decided',
  'resultReturned',
  'subDeadlinesRecut',
  'withdrawn',
  'closed',
];
