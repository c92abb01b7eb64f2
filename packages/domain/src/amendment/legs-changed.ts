/** Legs whose budget differs between two versions of a procedure. */
import type { EventData } from '../dossier/events.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { publishedBudget } from '../sla/amended-clock.js';

type Legs = EventData<'dossier.versionAmended.v1'>['legs'];

const keysOf = ({ legs, steps, consultations }: ProcedureVersion): readonly string[] => [
  ...Object.keys(legs),
  ...steps.map(({ key }) => `step:${key}`),
  ...consultations.map(({ key }) => `consultation:${key}`),
];

const known = new WeakMap<ProcedureVersion, WeakMap<ProcedureVersion, Legs>>();

/** With the budget of each; null where a version does not know the leg. Each pair of versions is compared once. */
export function legsChanged(from: ProcedureVersion, to: ProcedureVersion): Legs {
  const ofFrom = known.get(from) ?? new WeakMap<ProcedureVersion, Legs>();
  known.set(from, ofFrom);
  const legs = ofFrom.get(to) ?? compared(from, to);
  ofFrom.set(to, legs);
  return legs;
}

function compared(from: ProcedureVersion, to: ProcedureVersion): Legs {
  return [...new Set([...keysOf(from), ...keysOf(to)])].flatMap((leg) => {
    const [before, after] = [publishedBudget(from, leg), publishedBudget(to, leg)];
    return before === after ? [] : [{ leg, before, after }];
  });
}
