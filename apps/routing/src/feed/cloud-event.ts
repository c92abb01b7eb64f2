/** A fact of an agency's feed as a CloudEvent 1.0, structured JSON: the same whether it is fetched or comes over the bus. */
import { EVENT_TYPES, PHASES, actorSchema, instantSchema } from '@lien-thong/domain';
import type { DossierEvent } from '@lien-thong/domain';
import { formatCursor } from '@lien-thong/engine';
import type { Delivery } from '@lien-thong/engine';
import { z } from 'zod';

/** What a message of the bus is: the CloudEvents of one batch, in the order of the feed (CloudEvents 1.0, JSON batch format). */
export const EVENT_BATCH_MEDIA_TYPE = 'application/cloudevents-batch+json';

const journalled = {
  seq: z.int().describe('Number in the journal of the dossier: apply in this order'),
  occurredAt: instantSchema,
  recordedAt: instantSchema,
  phase: z.enum(PHASES).describe('State after it'),
  actor: actorSchema,
  fact: z.looseObject({}).describe('What this type of event defines'),
  prevHash: z.string(),
  hash: z.string(),
};
const typeSchema = z.enum(EVENT_TYPES as [(typeof EVENT_TYPES)[number]]);
const pastFactSchema = z.strictObject({ id: z.uuid(), type: typeSchema, ...journalled }).meta({ id: 'PastFact' });

export const cloudEventSchema = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.uuid().describe('Same fact, same id: what came twice is recognised by it'),
    source: z.string(),
    type: typeSchema,
    subject: z.string().describe('Id of the dossier'),
    time: instantSchema.describe('When it happened at the counter'),
    datacontenttype: z.literal('application/json'),
    cursor: z.string().describe('Place in the feed of this agency: what to go on after'),
    n: z.int().describe('Number in the feed, without gaps'),
    view: z.enum(['full', 'snapshot', 'part']),
    data: z.strictObject({
      dossierId: z.uuid(),
      ...journalled,
      history: z
        .array(pastFactSchema)
        .optional()
        .describe('With view `snapshot`: the facts before it, for an agency that did not get them when they happened'),
    }),
  })
  .meta({ id: 'CloudEvent' });
export type CloudEvent = z.infer<typeof cloudEventSchema>;

function journalledOf({ seq, occurredAt, recordedAt, phase, actor, prevHash, hash, data }: DossierEvent) {
  return { seq, occurredAt, recordedAt, phase, actor, fact: { ...data }, prevHash, hash };
}

/** `source` is the address of the service that keeps the journal; `history` goes with a snapshot only. */
export function cloudEvent(
  { epoch, n, view, event }: Delivery,
  source: string,
  history: readonly DossierEvent[] | null = null,
): CloudEvent {
  const { id, type, dossierId, occurredAt } = event;
  const past = history?.map((each) => ({ id: each.id, type: each.type, ...journalledOf(each) }));
  return {
    ...{
      specversion: '1.0',
      id,
      source,
      type,
      subject: dossierId,
      time: occurredAt,
      datacontenttype: 'application/json',
    },
    ...{ cursor: formatCursor({ epoch, n }), n, view },
    data: { dossierId, ...journalledOf(event), ...(past === undefined ? {} : { history: past }) },
  };
}
