/** What a drawn question has in it: counted, so that a campaign can tell what it never met. */
import type { PlainPlan } from './oracle/plain-plan.js';
import type { SmallOffices } from './small-worlds.fixture.js';

function ofLegs({ stages }: PlainPlan): readonly (string | false)[] {
  const legs = stages.flatMap((s) => (s.kind === 'leg' ? [s.leg] : s.kind === 'together' ? s.branches.flat() : []));
  return [
    legs.some(({ cutoff }) => cutoff !== null) && 'cut-off of a leg',
    legs.some(({ work }) => work.some(({ minutes }) => minutes > 0)) && 'minimum work',
    legs.some(({ work }) => new Set(work.map(({ desk }) => desk)).size > 1) && 'work at two desks',
    legs.some(({ budget }) => budget === 0) && 'no budget',
  ];
}

function ofStages({ stages }: PlainPlan): readonly (string | false)[] {
  const kinds = stages.map(({ kind }) => kind);
  const opens = kinds.indexOf('opens');
  const branches = stages.flatMap((s) => (s.kind === 'together' ? [s.branches.length] : []));
  return [
    opens > 0 && 'limit opens later',
    stages.some((s, i) => s.kind === 'leg' && s.rests && i > opens) && 'leg not counted',
    branches.length > 0 && `${branches[0]} branches`,
    kinds[opens + 1] === 'together' && 'branches first',
    kinds[opens + 1] === 'mayWait' && opens === 0 && 'wait on reception',
    kinds.lastIndexOf('leg') > kinds.lastIndexOf('mayWait') && kinds.includes('mayWait') && 'leg after the last wait',
  ];
}

function ofWaits({ waits, limit }: PlainPlan): readonly (string | false)[] {
  const unit = limit.unit === 'sameDay' && limit.cutoff !== null ? 'sameDay with cut-off' : limit.unit;
  return [
    `limit: ${unit}`,
    ...waits.map((wait) => `${unit} ${wait.limit} in ${wait.key}`),
    waits.length > 1 && 'supplement and payment',
    waits.some(({ rounds }) => rounds > 1) && 'two rounds',
  ];
}

function ofOffices({ laterLaw, makeUps, holidays, closed, years }: SmallOffices): readonly (string | false)[] {
  const closures = Object.values(closed).flat();
  return [
    laterLaw !== null && 'legal hours change',
    makeUps.length > 0 && 'make-up Saturday',
    holidays.length > 0 && 'holiday',
    closures.some(({ block }) => block !== null) && 'closed for a block',
    closures.some(({ date }) => makeUps.includes(date)) && 'closed on a make-up Saturday',
    years.length > 1 && 'two years loaded',
  ];
}

/** Names of what is there. */
export function featuresOf(plan: PlainPlan | null, offices: SmallOffices): readonly string[] {
  const features = plan === null ? [] : [...ofLegs(plan), ...ofStages(plan), ...ofWaits(plan)];
  return [...features, ...ofOffices(offices)].filter((feature) => feature !== false);
}
