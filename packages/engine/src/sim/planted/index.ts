import { IN_THE_ANSWERS } from './in-the-answers.js';
import { IN_THE_PAST } from './in-the-past.js';
import { IN_THE_TRANSACTION } from './in-the-transaction.js';
import { IN_THE_WARNINGS } from './in-the-warnings.js';
import { IN_TIME } from './in-time.js';
import { ON_THE_WAY } from './on-the-way.js';
import type { Plant } from './plant.js';

/** Every mistake the simulator must find. */
export const PLANTS: readonly Plant[] = [
  ...IN_THE_TRANSACTION,
  ...IN_TIME,
  ...IN_THE_PAST,
  ...IN_THE_ANSWERS,
  ...ON_THE_WAY,
  ...IN_THE_WARNINGS,
];
