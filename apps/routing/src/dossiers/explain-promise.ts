import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { explainPromise, instantOf, instantSchema } from '@lien-thong/domain';
import type { PromisePart } from '@lien-thong/domain';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { calendarDaysSchema, calendarDaysView, daySchema, dayView, reasonSchema } from './counted-day-view.js';
import { DossierReader } from './dossier-reader.js';
import type { Glance } from './dossier-reader.js';

const partSchema = z.strictObject({
  part: z.enum(['transfer', 'acceptance', 'limit']),
  from: instantSchema,
  countsFrom: instantSchema,
  cutoff: z.strictObject({ rule: z.enum(['transferCutoff', 'limitCutoff']), time: z.string() }).nullable(),
  to: instantSchema,
  minutes: z.int().nullable().describe('Sum of the blocks; null where calendar days are counted'),
  days: z.array(daySchema).nullable(),
  calendarDays: calendarDaysSchema.nullable(),
});

export const promiseExplanationSchema = z
  .strictObject({
    code: z.string(),
    at: instantSchema,
    promise: z.strictObject({ at: instantSchema, estimate: z.boolean(), provisional: z.boolean() }),
    receivedAt: instantSchema,
    parts: z.array(partSchema).nullable().describe('Null where the calendar does not reach'),
    computed: instantSchema.nullable(),
    agrees: z
      .boolean()
      .nullable()
      .describe('False where a fact of movedBy moved it, or the calendar has changed since it was printed'),
    movedBy: z.array(reasonSchema),
  })
  .meta({ id: 'PromiseExplanation' });
export type PromiseExplanationView = z.infer<typeof promiseExplanationSchema>;

export class ExplainPromise extends Query<PromiseExplanationView> {
  constructor(readonly glance: Glance) {
    super();
  }
}

function partView(part: PromisePart): z.infer<typeof partSchema> {
  const { from, countsFrom, to, days, calendarDays, cutoff } = part;
  return {
    ...part,
    ...{ from: instantOf(from), countsFrom: instantOf(countsFrom), to: instantOf(to) },
    cutoff: cutoff === null ? null : { ...cutoff },
    days: days?.map(dayView) ?? null,
    calendarDays: calendarDaysView(calendarDays),
  };
}

@QueryHandler(ExplainPromise)
export class ExplainPromiseHandler implements IQueryHandler<ExplainPromise> {
  constructor(private readonly reader: DossierReader) {}

  /** Throws `not-found` where nothing was promised, and `actor-not-entitled` for who sees a part only. */
  async execute({ glance }: ExplainPromise): Promise<PromiseExplanationView> {
    const { file, journal, rules, at, whole } = await this.reader.read({ ...glance, journal: true });
    if (!whole) throw new Problem('actor-not-entitled');
    const explained = explainPromise({ dossier: file.dossier, rules }, journal);
    if (explained === null) throw new Problem('not-found');
    const { promise, receivedAt, computed, agrees, movedBy } = explained;
    return {
      ...{ code: file.dossier.code, at, promise: { ...promise }, receivedAt, computed, agrees },
      movedBy: movedBy.map((reason) => ({ ...reason })),
      parts: explained.parts?.map(partView) ?? null,
    };
  }
}
