/** Which facts of a journal change what somebody owes or may do; the others remind or divide the work. */
import type { EventType, JournalEntry } from '@lien-thong/client';

const ASIDE: ReadonlySet<EventType> = new Set<EventType>([
  'dossier.assigned.v1',
  'dossier.stepStarted.v1',
  'dossier.stepCompleted.v1',
  'dossier.subDeadlinesRecut.v1',
  'dossier.clockWarned.v1',
  'dossier.clockRunsLow.v1',
]);

export function isLegalFact(type: EventType): boolean {
  return !ASIDE.has(type);
}

/** A minute of delay is that of a line, not of somebody who wrote it down later. */
const MINUTE_MS = 60_000;

/** Whether a fact was recorded later than it happened, in whole minutes. Pure. */
export function isLateEntry({ occurredAt, recordedAt }: Pick<JournalEntry, 'occurredAt' | 'recordedAt'>): boolean {
  return Math.floor(Date.parse(recordedAt) / MINUTE_MS) > Math.floor(Date.parse(occurredAt) / MINUTE_MS);
}
