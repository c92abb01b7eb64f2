/** The queues of an agency's work list, from its own point of view (reference: what clerks of one-stop units call them). */
import type { Phase } from '@lien-thong/domain';

/** Every open dossier an agency is party to stands in exactly one of these. */
export const OWN_QUEUES = [
  'toReceive',
  'toTransfer',
  'awaitingReceipt',
  'toAccept',
  'processing',
  'waiting',
  'results',
  'elsewhere',
] as const;
export type OwnQueue = (typeof OWN_QUEUES)[number];

/** Cut across the others: what has to be looked at first. */
export const CROSS_CUTS = ['overdue', 'runningLow'] as const;

export const QUEUES = [...OWN_QUEUES, ...CROSS_CUTS] as const;
export type Queue = (typeof QUEUES)[number];

/** Where the next act is the agency's own. */
export const QUEUES_TO_ACT: readonly OwnQueue[] = ['toReceive', 'toTransfer', 'toAccept', 'processing', 'results'];

/** A clock of mine runs low with so many working minutes left, or with a quarter of its budget, whichever comes first. */
export const LOW_MINUTES = 240;

type Side = 'receiving' | 'competent' | 'addressed' | 'holds' | 'asked';

/** The first row that fits is the queue of a dossier; `elsewhere` when none does. `asked`: an opinion it has not given yet. */
export const QUEUE_RULES: readonly {
  readonly queue: OwnQueue;
  readonly phases: readonly Phase[] | null;
  readonly as: Side;
}[] = [
  { queue: 'toReceive', phases: ['submitted'], as: 'receiving' },
  { queue: 'toTransfer', phases: ['received', 'transferReturned', 'jurisdictionPending'], as: 'receiving' },
  { queue: 'toAccept', phases: ['inTransfer', 'awaitingAcceptance'], as: 'addressed' },
  { queue: 'awaitingReceipt', phases: ['inTransfer', 'awaitingAcceptance'], as: 'receiving' },
  { queue: 'processing', phases: ['processing'], as: 'competent' },
  { queue: 'waiting', phases: ['awaitingSupplement', 'awaitingPayment', 'suspended'], as: 'holds' },
  { queue: 'results', phases: ['decided'], as: 'competent' },
  { queue: 'results', phases: ['resultInTransfer', 'readyForReturn'], as: 'receiving' },
  { queue: 'processing', phases: null, as: 'asked' },
];
