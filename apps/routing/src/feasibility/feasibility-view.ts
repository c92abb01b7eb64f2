/** A proof as it is shown: the verdict in words, which starts breach, the worst path, and for how long it holds. */
import { NOT_COMPUTABLE_CODES, VERDICTS, instantOf, verdictOf } from '@lien-thong/domain';
import type { Feasibility, NotComputable, Proof, UnkeepableLeg, Witness } from '@lien-thong/domain';
import { z } from 'zod';
import { filledIn } from '@lien-thong/domain/words';
import { breachesSchema, breachesView } from './breaches-view.js';
import { REASON_SENTENCES, UNKEEPABLE, VERDICT_SENTENCES } from './feasibility-sentences.js';

export const said = { sentence: z.string(), sentenceEn: z.string() };

const unkeepableSchema = z.strictObject({
  leg: z.string(),
  arrivals: z.int(),
  unkeepable: z.int(),
  first: z.strictObject({ arrival: z.string(), earliest: z.string(), latest: z.string().nullable() }),
  ...said,
});

const witnessSchema = z
  .strictObject({
    start: z.string(),
    limitFrom: z.string().describe('Where the limit that is worst kept begins to count'),
    end: z.string(),
    steps: z.array(
      z.strictObject({
        key: z.string().describe('transfer, acceptance, step:…, consultation:…, resultTransfer, supplement, payment'),
        owner: z.string(),
        from: z.string(),
        to: z.string(),
        legalMinutes: z.int(),
        charged: z.int().describe('Minutes of them the limit was charged with'),
        branch: z.int().nullable().describe('Of several branches that run together'),
      }),
    ),
    allowed: z.int(),
    used: z.int(),
    slack: z.int(),
  })
  .meta({ id: 'FeasibilityWitness' });

const validitySchema = z.strictObject({
  years: z.array(z.int()),
  provisionalFrom: z
    .string()
    .nullable()
    .describe('Từ ngày này lịch chưa có thông báo chính thức · from this day on the hours rest on no notice'),
  excludedStarts: z.int().describe('Starts whose paths leave the loaded years: not counted'),
  calendars: z.array(z.string()).describe('Versions of the calendars, the legal one first'),
});

const provedSchema = z.strictObject({
  computable: z.literal(true),
  verdict: z.enum(VERDICTS),
  ...said,
  slackUnit: z.enum(['minutes', 'days']),
  best: breachesSchema,
  worst: breachesSchema,
  dynamicRescue: breachesSchema.extend({
    rescues: z.boolean().describe('Cutting the later legs after each observed end keeps the limit from every start'),
  }),
  unkeepable: z.array(unkeepableSchema),
  witness: witnessSchema,
  validity: validitySchema,
});

const refusedSchema = z.strictObject({
  computable: z.literal(false),
  verdict: z.literal('NOT_COMPUTABLE'),
  ...said,
  reason: z.enum(NOT_COMPUTABLE_CODES),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  why: z.string(),
  whyEn: z.string(),
});

export const proofSchema = z
  .discriminatedUnion('computable', [provedSchema, refusedSchema])
  .meta({ id: 'TimelineProof' });
export type ProofView = z.infer<typeof proofSchema>;

function unkeepableView({ leg, arrivals, unkeepable, first }: UnkeepableLeg): z.infer<typeof unkeepableSchema> {
  const facts = { leg, arrivals, unkeepable };
  const [vietnamese, english] = UNKEEPABLE;
  return {
    ...facts,
    first: {
      arrival: instantOf(first.arrival),
      earliest: instantOf(first.earliest),
      latest: first.latest === null ? null : instantOf(first.latest),
    },
    sentence: filledIn(vietnamese, facts),
    sentenceEn: filledIn(english, facts),
  };
}

function witnessView({ start, limitFrom, end, steps, allowed, used, slack }: Witness): z.infer<typeof witnessSchema> {
  return {
    ...{ start: instantOf(start), limitFrom: instantOf(limitFrom), end: instantOf(end), allowed, used, slack },
    steps: steps.map(({ key, owner, from, to, legalMinutes, charged, branch }) => ({
      ...{ key, owner, legalMinutes, charged, branch: branch ?? null },
      ...{ from: instantOf(from), to: instantOf(to) },
    })),
  };
}

function provedView(proof: Proof, words: readonly [string, string]): ProofView {
  const { rescues, ...dynamic } = proof.dynamicRescue;
  const { years, provisionalFrom, calendars } = proof.validity;
  return {
    ...{ computable: true as const, verdict: proof.verdict, sentence: words[0], sentenceEn: words[1] },
    slackUnit: proof.slackUnit,
    best: breachesView(proof.best),
    worst: breachesView(proof.worst),
    dynamicRescue: { ...breachesView(dynamic), rescues },
    unkeepable: proof.unkeepable.map(unkeepableView),
    witness: witnessView(proof.witness),
    validity: {
      ...{ years: [...years], provisionalFrom, calendars: [...calendars] },
      excludedStarts: proof.excludedStarts,
    },
  };
}

/** Why nothing can be computed, in words. */
export function reasonInWords({ reason, facts }: NotComputable): { readonly why: string; readonly whyEn: string } {
  const [vietnamese, english] = REASON_SENTENCES[reason];
  const none = reason === 'calendar-never-open' ? { party: '', calendar: '' } : {};
  const filled = { ...none, ...facts };
  return { why: filledIn(vietnamese, filled), whyEn: filledIn(english, filled) };
}

export function proofView(feasibility: Feasibility): ProofView {
  const words = VERDICT_SENTENCES[verdictOf(feasibility)];
  if (feasibility.computable) return provedView(feasibility, words);
  return {
    ...{ computable: false as const, verdict: 'NOT_COMPUTABLE' as const, sentence: words[0], sentenceEn: words[1] },
    ...{ reason: feasibility.reason, facts: { ...feasibility.facts }, ...reasonInWords(feasibility) },
  };
}
