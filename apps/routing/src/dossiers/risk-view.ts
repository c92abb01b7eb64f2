/** What threatens a dossier, by the rules the domain lists (DESIGN 4.9). */
import { COMMAND_TYPES, RISK_LEVELS, RISK_RULE_NAMES, risks } from '@lien-thong/domain';
import type { Directory, Risk } from '@lien-thong/domain';
import { RISK_SENTENCES, told } from '@lien-thong/domain/words';
import { z } from 'zod';
import { ownerSchema, ownerView } from '../directory/agency-ref.js';
import type { DossierAsSeen } from './dossier-reader.js';

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);

export const riskSchema = z
  .strictObject({
    rule: z.enum(RISK_RULE_NAMES),
    level: z.enum(RISK_LEVELS),
    cause: z.strictObject({ code: z.string(), facts: z.record(z.string(), fact) }),
    sentence: z.string().describe('Nguyên nhân bằng lời · the cause in words'),
    sentenceEn: z.string(),
    owner: ownerSchema.nullable().describe('Who can do something about it'),
    evidence: z.array(z.string()).readonly().describe('Clocks it rests on'),
    decision: z
      .enum(COMMAND_TYPES as [(typeof COMMAND_TYPES)[number]])
      .nullable()
      .describe('The act that would help'),
  })
  .meta({ id: 'Risk' });

type RiskView = z.infer<typeof riskSchema>;

export function riskView(risk: Risk, directory: Directory): RiskView {
  const { code, facts } = risk.cause;
  const [vi, en] = RISK_SENTENCES[code];
  return {
    ...risk,
    cause: { code, facts: { ...facts } },
    sentence: told(vi, facts, 'vi'),
    sentenceEn: told(en, facts, 'en'),
    owner: risk.owner === null ? null : ownerView(directory, risk.owner),
  };
}

/** Empty for who sees a part: what threatens a whole is told to those who answer for it. */
export function risksView({ file, rules, at, whole, systemsDown }: DossierAsSeen, directory: Directory): RiskView[] {
  if (!whole) return [];
  return risks(file, rules, { now: at, systemsDown }).map((risk) => riskView(risk, directory));
}
