/** Which amendments of a journal hold as it reads today, and what is left of those that were taken back (ADR 0029). */
import type { DossierEvent, EventOf } from './events.js';

export type Amended = EventOf<'dossier.versionAmended.v1'>;

const isAmended = (event: DossierEvent): event is Amended => event.type === 'dossier.versionAmended.v1';

function revertedPlaces(events: readonly DossierEvent[]): ReadonlySet<number> {
  return new Set(events.filter(isAmended).flatMap(({ data }) => (data.reverts === null ? [] : [data.reverts])));
}

/** Those that were not taken back, in the order of the journal. Pure. */
export function amendmentsInForce(events: readonly DossierEvent[]): readonly Amended[] {
  const reverted = revertedPlaces(events);
  return events.filter(isAmended).filter(({ seq, data }) => data.reverts === null && !reverted.has(seq));
}

/** Whether the fact brings the dossier under another version: not so a reversal, nor one that was taken back. */
export function goesOn({ data }: Amended): boolean {
  return data.reverts === null && data.toVersion !== data.fromVersion;
}

/** The fact as if it had changed nothing; it keeps its place in the journal. */
function voided(event: Amended): Amended {
  const { fromVersion, limitBefore } = event.data;
  const data = { ...event.data, toVersion: fromVersion, limit: limitBefore, limitBy: 'kept' as const };
  return { ...event, data: { ...data, legs: [], clocks: [] } };
}

/** The journal with amendments that were taken back as if they had never been. Pure. */
export function withoutReverted(events: readonly DossierEvent[]): readonly DossierEvent[] {
  const reverted = revertedPlaces(events);
  if (reverted.size === 0) return events;
  return events.map((event) => (isAmended(event) && reverted.has(event.seq) ? voided(event) : event));
}
