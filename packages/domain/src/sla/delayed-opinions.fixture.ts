/** Journeys whose opinions are learnt later than they were given. For specs. */
import type { DossierEvent } from '../dossier/events.js';
import { isFinal } from '../procedure/phase.js';
import type { Journey } from './journey.fixture.js';

const isOpinion = ({ type }: DossierEvent): boolean => type === 'dossier.consultationAnswered.v1';

/** The opinion at `place` learnt `by` facts later, but not after the end of the dossier. It changes no phase. */
function learntLater(events: readonly DossierEvent[], place: number, by: number): readonly DossierEvent[] {
  const event = events[place];
  const end = events.findIndex(({ phase }) => isFinal(phase));
  const to = Math.min(place + by, (end === -1 ? events.length : end) - 1);
  const last = events[to];
  if (event === undefined || last === undefined || to <= place) return events;
  const late = { ...event, phase: last.phase };
  return [...events.slice(0, place), ...events.slice(place + 1, to + 1), late, ...events.slice(to + 1)];
}

/** The same facts, the opinions among them learnt later; numbered in the order in which they were learnt. */
export function delayed({ events }: Journey, by: readonly number[]): readonly DossierEvent[] {
  const opinions = events.filter(isOpinion);
  const facts = opinions.reduceRight<readonly DossierEvent[]>((so, { id }, n) => {
    const place = so.findIndex((event) => event.id === id);
    return learntLater(so, place, by[n % by.length] ?? 0);
  }, events);
  return facts.map((event, i) => ({ ...event, seq: i + 1 }));
}
