/** The queues of the work list, in the order in which a clerk looks at them. */
import type { Inbox } from '@lien-thong/client';

export type Counts = Inbox['counts'];
export type Queue = keyof Counts;

/** Where the next act is the agency's own: what is shown when no queue is chosen. */
const TO_ACT = ['toReceive', 'toTransfer', 'toAccept', 'processing', 'results'] as const satisfies readonly Queue[];

export const QUEUES = [
  'overdue',
  'runningLow',
  'toReceive',
  'toTransfer',
  'awaitingReceipt',
  'toAccept',
  'processing',
  'waiting',
  'results',
  'elsewhere',
] as const satisfies readonly Queue[];

/** How many stand in a queue; of all that is to be acted on now where none is named. */
export function countOf(counts: Counts, queue: Queue | undefined): number {
  if (queue !== undefined) return counts[queue];
  return TO_ACT.reduce((sum, each) => sum + counts[each], 0);
}
