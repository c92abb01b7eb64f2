/** One question answered twice, by the proof and by a walk of every path, and where the two answers differ. */
import type { Day, Minute } from '../time/instant.js';
import { isoOfDay, plusDays } from '../time/instant.js';
import { complaintsAbout } from './oracle/check-witness.js';
import type { Extremes } from './oracle/every-path.js';
import { EveryPath } from './oracle/every-path.js';
import type { PlainPlan, PlainWorld } from './oracle/plain-plan.js';
import { dayNumber, midnightOf } from './oracle/plain-plan.js';
import type { Breaches } from './breaches.js';
import type { Feasibility, Proof } from './prove.js';
import { gridDiffers } from './compare-grid.fixture.js';
import { PARTIES } from './small-worlds.fixture.js';
import type { Receptions } from './timeline.js';

export interface Compared {
  readonly proof: Feasibility;
  /** Null where DESIGN says that it cannot be computed. */
  readonly plan: PlainPlan | null;
  readonly world: PlainWorld;
  readonly receptions: Receptions;
  /** Answers of the applicant at every minute, not only at those around which something opens or closes. */
  readonly everyMinute: boolean;
}

const mattering = new WeakMap<PlainWorld, Uint8Array>();

/** Midnights, and minutes around which some office opens or closes: between two of them nothing changes. */
function matters(world: PlainWorld): Uint8Array {
  const known = mattering.get(world);
  if (known !== undefined) return known;
  const flags = new Uint8Array(world.last - world.first + 1);
  for (let m = world.first; m <= world.last; m++) {
    const isWorked = ['law', ...PARTIES].some((office) => world.isOpen(office, m) || world.isOpen(office, m - 1));
    flags[m - world.first] = isWorked || midnightOf(dayNumber(m)) === m ? 1 : 0;
  }
  mattering.set(world, flags);
  return flags;
}

function answersIn(world: PlainWorld, every: boolean) {
  const flags = matters(world);
  return (from: number, to: number): readonly number[] => {
    const answers: number[] = [];
    for (let m = from; m <= to; m++)
      if (every || m === from || m === to || flags[m - world.first] === 1) answers.push(m);
    return answers;
  };
}

interface Walked {
  readonly start: number;
  readonly extremes: Extremes;
}

type Walk = Pick<Compared, 'world' | 'receptions' | 'everyMinute'> & { readonly plan: PlainPlan };

function walk({ plan, world, receptions, everyMinute }: Walk, unit: 'minutes' | 'days') {
  const paths = new EveryPath({ plan, world, answers: answersIn(world, everyMinute), unit });
  const walked: Walked[] = [];
  const excluded: number[] = [];
  const { from, to } = receptions.hours ?? { from: 0, to: 24 };
  const end = midnightOf(plusDays(receptions.lastDay, 1));
  for (let start = midnightOf(receptions.firstDay); start < end; start++) {
    const minute = start - midnightOf(dayNumber(start));
    if (minute < from * 60 || minute >= to * 60 || !world.isOpen('receiver', start)) continue;
    const extremes = paths.from(start);
    if (extremes === null) excluded.push(start);
    else walked.push({ start, extremes });
  }
  return { walked, excluded };
}

type Reading = 'best' | 'worst' | 'dynamic';

/** What a reading says, in the words of the proof. */
function breachesOf(
  walked: readonly Walked[],
  of: Reading,
): Pick<Breaches, 'breaching' | 'worstSlack' | 'worstStart' | 'worstStarts'> & { days: readonly string[] } {
  const most = Math.max(...walked.map(({ extremes }) => extremes[of]));
  const worst = walked.filter(({ extremes }) => extremes[of] === most);
  const breaching = walked.filter(({ extremes }) => extremes[of] > 0);
  return {
    breaching: breaching.length,
    worstSlack: 0 - most,
    worstStart: (worst[0]?.start ?? Number.NaN) as Minute,
    worstStarts: worst.length,
    days: [...new Set(breaching.map(({ start }) => isoOfDay(dayNumber(start) as Day)))],
  };
}

function verdictOf(walked: readonly Walked[]): string {
  const every = (test: (extremes: Extremes) => boolean): boolean => walked.every(({ extremes }) => test(extremes));
  if (every(({ best }) => best > 0)) return 'IMPOSSIBLE';
  if (every(({ worst }) => worst <= 0)) return 'SAFE';
  if (every(({ worst }) => worst > 0)) return 'OVERDUE_BY_CONSTRUCTION';
  return every(({ dynamic }) => dynamic <= 0) ? 'SAFE_IF_DYNAMIC' : 'START_DEPENDENT';
}

/** The verdict of the walk alone; null where every start leads out of the loaded years. */
export function walkedVerdict(question: Omit<Walk, 'everyMinute'>): string | null {
  const { walked } = walk({ ...question, everyMinute: false }, 'minutes');
  return walked.length === 0 ? null : verdictOf(walked);
}

const differ = (what: string, ours: unknown, theirs: unknown): readonly string[] => {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  return a === b ? [] : [`${what}: the proof says ${a}, the walk ${b}`];
};

function readingDiffers(of: Reading, ours: Breaches, theirs: ReturnType<typeof breachesOf>): readonly string[] {
  const { breaching, worstSlack, worstStart, worstStarts, dates } = ours;
  const days = dates.map(({ date }) => date);
  return differ(of, { breaching, worstSlack, worstStart, worstStarts, days }, theirs);
}

/** Slack where every limit is kept has no meaning in days, and the best of several limits is not one number. */
function comparable(theirs: ReturnType<typeof breachesOf>, ours: Breaches, isExact: boolean) {
  if (isExact) return theirs;
  const { worstSlack, worstStart, worstStarts } = ours;
  return { ...theirs, worstSlack, worstStart, worstStarts };
}

function unkeepableDiffer(proof: Proof, walked: readonly Walked[], joins: boolean): readonly string[] {
  const theirs = [...new Set(walked.flatMap(({ extremes }) => [...extremes.unkeepable]))].sort();
  const ours = proof.unkeepable.map(({ leg }) => leg).sort();
  // After a join the proof may name a leg too many, never one too few.
  return differ('unkeepable', joins ? ours.filter((leg) => theirs.includes(leg)) : ours, theirs);
}

/** What the two answers disagree about; nothing when they agree. */
export function disagreements(compared: Compared): readonly string[] {
  const { proof, plan, world } = compared;
  if (plan === null) return proof.computable ? ['the proof computes what cannot be computed'] : [];
  const unit = proof.computable ? proof.slackUnit : 'minutes';
  const inMinutes = walk({ ...compared, plan }, 'minutes');
  if (!proof.computable) return inMinutes.walked.length > 0 ? [`${proof.reason}, but the walk computes`] : [];
  const { walked, excluded } = unit === 'minutes' ? inMinutes : walk({ ...compared, plan }, 'days');
  if (walked.length === 0) return ['the walk finds no start to prove'];
  const restarts = plan.waits.some(({ limit }) => limit === 'restarts');
  const readings = (['best', 'worst', 'dynamic'] as const).flatMap((of) => {
    const ours = of === 'dynamic' ? proof.dynamicRescue : proof[of];
    const theirs = breachesOf(walked, of);
    const isExact = (unit === 'minutes' || theirs.breaching > 0) && !(of === 'best' && restarts);
    return readingDiffers(of, ours, comparable(theirs, ours, isExact));
  });
  const joins = plan.stages.some(({ kind }) => kind === 'together');
  return [
    ...differ('verdict', proof.verdict, verdictOf(inMinutes.walked)),
    ...differ('starts', [proof.worst.starts, proof.excludedStarts], [walked.length, excluded.length]),
    ...gridDiffers(proof, walked, excluded),
    ...readings,
    ...unkeepableDiffer(proof, walked, joins),
    ...complaintsAbout(proof.witness, plan, world),
    ...(unit === 'minutes' ? differ('slack of the witness', proof.witness.slack, proof.worst.worstSlack) : []),
    ...differ('start of the witness', proof.witness.start, proof.worst.worstStart),
  ];
}
