import { EVENT_TYPES, PHASES, actorSchema, instantSchema } from '@lien-thong/domain';
import { z } from 'zod';

/** An event with everything its hash stands for, member by member as it was hashed. */
export const journalledEventSchema = z
  .strictObject({
    id: z.uuid(),
    dossierId: z.uuid(),
    seq: z.int(),
    type: z.enum(EVENT_TYPES as [(typeof EVENT_TYPES)[number]]),
    occurredAt: instantSchema,
    recordedAt: instantSchema,
    actor: actorSchema,
    phase: z.enum(PHASES),
    data: z.looseObject({}),
    prevHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'JournalledEvent' });
