import type { ReactionMinutes } from '@lien-thong/domain';
import type { Env } from '../env.js';

/** Working minutes each stage of the chain has to take an alert in hand, as this installation sets them. */
export function reactionMinutes(env: Env): ReactionMinutes {
  return {
    unit: env.LIENTHONG_UNIT_REACTS_IN,
    commune: env.LIENTHONG_COMMUNE_REACTS_IN,
    // Nobody stands above it: never asked for.
    province: env.LIENTHONG_COMMUNE_REACTS_IN,
  };
}
