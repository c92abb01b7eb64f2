/** A journey whose reception is put right afterwards, told twice like the journey itself. For specs. */
import type { DossierEvent } from '../dossier/events.js';
import { HAI_AN } from '../testing/office-directory.js';
import { instantOf, minuteOf, plusMinutes } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Journey } from './journey.fixture.js';

/** How far before its typing a paper dossier may have come in: over a weekend. */
const TYPED_LATE = 4000;

/** What the clerk notes at the end: nothing moves from here on but the reception. */
function correction({ events }: Journey, from: Minute, to: Minute): DossierEvent | null {
  const last = events.at(-1);
  if (last === undefined) return null;
  const seq = events.length + 1;
  const data = { from: instantOf(from), to: instantOf(to), reason: 'typed late', promise: null, approvedBy: null };
  const actor = { kind: 'clerk', agencyId: HAI_AN, officerId: null };
  // The pair of type and data is that of the events' own schema.
  return { ...last, id: `e${seq}`, seq, type: 'dossier.receptionCorrected.v1', actor, data } as unknown as DossierEvent;
}

/** The reception at another minute between the facts beside it, which `way` chooses; the journey itself when it has none. */
export function withCorrectedReception(told: Journey, way: number): Journey {
  const { facts } = told;
  const place = facts.findIndex(({ type }) => type === 'received');
  const received = facts[place];
  if (received === undefined) return told;
  const was = minuteOf(instantOf(received.at as Minute));
  const earliest = facts[place - 1]?.at ?? was - TYPED_LATE;
  const latest = facts[place + 1]?.at ?? was;
  const to = plusMinutes(was, earliest + (way % (latest - earliest + 1)) - was);
  const corrected = correction(told, was, to);
  if (corrected === null) return told;
  return { events: [...told.events, corrected], facts: facts.with(place, { ...received, at: to }) };
}
