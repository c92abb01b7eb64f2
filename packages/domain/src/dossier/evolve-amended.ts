/** Another version of the procedure: what the dossier is pinned to from now on, and a lapse that has not happened after all. */
import { goesOn } from './amendments-in-force.js';
import type { Amended } from './amendments-in-force.js';
import type { Dossier } from './dossier.js';
import { lapseWithdrawn } from './evolve-restated.js';

/** Budgets cut anew hold on for legs whose budget is the same in both versions; the others get that of the new one. */
function subDeadlinesKept({ subDeadlines }: Dossier, { data }: Amended): Pick<Dossier, 'subDeadlines'> {
  if (subDeadlines === undefined) return {};
  const changed = new Set(data.legs.map(({ leg }) => leg));
  return { subDeadlines: Object.fromEntries(Object.entries(subDeadlines).filter(([leg]) => !changed.has(leg))) };
}

export function amendedChange(dossier: Dossier, event: Amended): Partial<Dossier> {
  const lapse = lapseWithdrawn(dossier, event.data.clocks);
  if (!goesOn(event)) return lapse;
  const { toVersion: procedureVersion, limit } = event.data;
  return { ...lapse, ...subDeadlinesKept(dossier, event), pin: { ...dossier.pin, procedureVersion, limit } };
}
