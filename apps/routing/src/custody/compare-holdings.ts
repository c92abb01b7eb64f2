/** The hub's side of the nightly comparison: digests of what it takes the agency to hold, then the rows of the buckets that differ. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  BUCKETS,
  agencyIdSchema,
  bucketDigests,
  differingBuckets,
  digestSchema,
  holdingDifferences,
  holdingSchema,
  instantSchema,
  rowsOf,
} from '@lien-thong/domain';
import type { Holding } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';
import { CLOCK, READ_POOL } from '../runtime/tokens.js';
import { holdingsSeenBy } from '../store/holdings.js';

const counterpart = agencyIdSchema
  .optional()
  .describe('Chỉ những hồ sơ đang giao nhận với cơ quan này · only dossiers on the way between you and this agency');
const bucket = z
  .int()
  .min(0)
  .max(BUCKETS - 1);

export const comparisonSchema = z
  .union([
    z.strictObject({
      counterpart,
      digests: z
        .array(digestSchema)
        .length(BUCKETS)
        .describe('SHA-256 of the canonical JSON of each bucket, by the last byte of the dossier id'),
    }),
    z.strictObject({
      counterpart,
      buckets: z.array(bucket).min(1).max(BUCKETS),
      holdings: z.array(holdingSchema).max(8_000).describe('Your rows of these buckets'),
    }),
  ])
  .meta({ id: 'HoldingsComparison' });

const rows = z.array(holdingSchema).readonly();
export const comparedSchema = z
  .union([
    z.strictObject({ at: instantSchema, differing: z.array(bucket).readonly() }),
    z.strictObject({
      at: instantSchema,
      onlyHere: rows.describe('Of your rows, those the hub does not have'),
      onlyThere: rows.describe('What the hub has and you do not'),
      differs: z.array(z.strictObject({ here: holdingSchema, there: holdingSchema })).readonly(),
    }),
  ])
  .meta({ id: 'HoldingsCompared' });
export type Compared = z.infer<typeof comparedSchema>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

@Injectable()
export class CompareHoldings {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  async execute(caller: Pick<Caller, 'agencyId'>, asked: z.infer<typeof comparisonSchema>): Promise<Compared> {
    const there = await holdingsSeenBy(this.pool, caller.agencyId, asked.counterpart ?? null);
    const at = this.clock.now();
    if ('digests' in asked) return { at, differing: differingBuckets(asked.digests, bucketDigests(there, sha256)) };
    const named = (holdings: readonly Holding[]) => rowsOf(holdings, [...new Set(asked.buckets)]);
    return { at, ...holdingDifferences(named(asked.holdings), named(there)) };
  }
}
