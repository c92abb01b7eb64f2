/** Smallest changes and ways out, as they are shown: each with its proof, its promised dates, and what it costs whom. */
import { EXAMPLES, SYNTHESIS_POLICIES, WAYS_OUT } from '@lien-thong/domain';
import type { Alternative, Cost, PromisedDate, Synthesis, SynthesisPolicy } from '@lien-thong/domain';
import { z } from 'zod';
import { filledIn } from '@lien-thong/domain/words';
import { versionViewSchema } from '../procedures/get-version.js';
import { COST_SENTENCES, EXAMPLE_SENTENCES, WAY_SENTENCES } from './feasibility-sentences.js';
import { proofSchema, proofView, said } from './feasibility-view.js';

const promiseSchema = z
  .strictObject({
    example: z.enum(EXAMPLES),
    ...said,
    receivedAt: z.string(),
    promisedAt: z.string().nullable().describe('Null: lịch chưa tới · the calendar does not reach'),
    estimate: z.boolean(),
  })
  .meta({ id: 'ExamplePromise' });
export const promisesSchema = z.array(promiseSchema);

const costSchema = z.strictObject({
  kind: z.enum(['laterPromise', 'estimateOnly', 'shorterBudget', 'worksOnCopy', 'shorterLimit', 'travels']),
  who: z.enum(['applicant', 'receiver', 'decider', 'carrier', 'consulted']).describe('Ai chịu · who pays'),
  leg: z.string().nullable(),
  minutes: z.int().nullable(),
  ...said,
});

const definitionSchema = versionViewSchema
  .nullable()
  .describe('The definition with it taken, to be drafted; null where no definition says it');

export const synthesisSchema = z
  .strictObject({
    policy: z.enum(SYNTHESIS_POLICIES),
    outcome: z.enum(['alreadySafe', 'cut', 'noBudgetsAreSafe', 'notComputable']),
    changes: z.array(z.strictObject({ leg: z.string(), fromMinutes: z.int(), toMinutes: z.int() })),
    cutMinutes: z.int().describe('Minutes taken from all legs together'),
    definition: definitionSchema,
    proof: proofSchema,
  })
  .meta({ id: 'BudgetSynthesis' });

export const alternativeSchema = z
  .strictObject({
    way: z.enum(WAYS_OUT),
    ...said,
    proof: proofSchema.describe('Of doNotOffer: of the dossier handed in at the competent agency itself'),
    promises: promisesSchema,
    costs: z.array(costSchema),
    without: z.array(z.literal('supplement')).describe('Left out of the proof because it cannot be computed with it'),
    definition: definitionSchema,
  })
  .meta({ id: 'WayOut' });

const inWords = ([sentence, sentenceEn]: readonly [string, string]) => ({ sentence, sentenceEn });

export function promisesView(promises: readonly PromisedDate[]): z.infer<typeof promisesSchema> {
  return promises.map(({ example, receivedAt, at, estimate }) => ({
    ...{ example, ...inWords(EXAMPLE_SENTENCES[example]) },
    ...{ receivedAt, promisedAt: at, estimate },
  }));
}

function costView(cost: Cost): z.infer<typeof costSchema> {
  const leg = 'leg' in cost ? cost.leg : null;
  const minutes = 'minutes' in cost ? cost.minutes : null;
  const [vietnamese, english] = COST_SENTENCES[cost.kind];
  const facts = { leg, minutes };
  const words = { sentence: filledIn(vietnamese, facts), sentenceEn: filledIn(english, facts) };
  return { kind: cost.kind, who: cost.who, leg, minutes, ...words };
}

export function synthesisView(policy: SynthesisPolicy, synthesis: Synthesis): z.infer<typeof synthesisSchema> {
  const { outcome, proof } = synthesis;
  const cut = outcome === 'cut' ? synthesis : null;
  return {
    ...{ policy, outcome, proof: proofView(proof) },
    changes: (cut?.changes ?? []).map((change) => ({ ...change })),
    cutMinutes: cut?.cutMinutes ?? 0,
    definition: cut?.procedure ?? null,
  };
}

export function alternativeView(alternative: Alternative): z.infer<typeof alternativeSchema> {
  const { way, feasibility, promises, costs, without, procedure } = alternative;
  return {
    ...{ way, ...inWords(WAY_SENTENCES[way]) },
    proof: proofView(feasibility),
    promises: promisesView(promises),
    costs: costs.map(costView),
    without: [...without],
    definition: procedure,
  };
}
