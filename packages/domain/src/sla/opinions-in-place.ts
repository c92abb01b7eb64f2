/** The journal with every opinion where it was given, for whoever tells a story in the order in which it happened (DESIGN 4.8). */
import type { DossierEvent } from '../dossier/events.js';
import { isDetected } from '../dossier/events.js';

/** Behind the last fact that had happened when it was given, not before its own question. */
function placeOf(opinion: DossierEvent, told: readonly DossierEvent[]): number {
  const before = told.findLastIndex(
    ({ type, occurredAt, data }) =>
      (!isDetected(type) && occurredAt <= opinion.occurredAt) ||
      (type === 'dossier.consultationRequested.v1' &&
        'consultation' in opinion.data &&
        data.consultation === opinion.data.consultation),
  );
  return before + 1;
}

/**
 * The facts as they are, but for opinions learnt behind other facts: each stands where it was given, in the phase the dossier then
 * had (an opinion changes none). They keep their numbers. Pure.
 */
export function withOpinionsInPlace(history: readonly DossierEvent[]): readonly DossierEvent[] {
  let told: readonly DossierEvent[] = [];
  for (const event of history) {
    const place = event.type === 'dossier.consultationAnswered.v1' ? placeOf(event, told) : told.length;
    const phase = told[place - 1]?.phase ?? event.phase;
    told = place === told.length ? [...told, event] : told.toSpliced(place, 0, { ...event, phase });
  }
  return told;
}
