import { Controller, Get } from '@nestjs/common';
import { COMMAND_TYPES, RISK_INPUTS, RISK_LEVELS, RISK_RULES, RISK_RULE_NAMES } from '@lien-thong/domain';
import type { RiskCause } from '@lien-thong/domain';
import { RISK_NAMES, RISK_SENTENCES } from '@lien-thong/domain/words';
import { z } from 'zod';
import { Access } from '../identity/access.js';
import { Operation } from '../openapi/operation.js';

const riskRulesSchema = z
  .strictObject({
    rules: z.array(
      z.strictObject({
        rule: z.enum(RISK_RULE_NAMES),
        ...{ name: z.string(), nameEn: z.string() },
        reads: z.array(z.enum(RISK_INPUTS)).describe('Mọi dữ liệu quy tắc xem xét · all that the rule looks at'),
        causes: z.array(
          z.strictObject({
            code: z.string(),
            levels: z.array(z.enum(RISK_LEVELS)),
            sentence: z.string().describe('`{tên:loại}` là số liệu · `{name:kind}` stands for a fact of the cause'),
            sentenceEn: z.string(),
          }),
        ),
        decisions: z.array(z.enum(COMMAND_TYPES as [(typeof COMMAND_TYPES)[number]])),
      }),
    ),
  })
  .meta({ id: 'RiskRules' });
type RiskRulesView = z.infer<typeof riskRulesSchema>;

const THE_LIST: RiskRulesView = {
  rules: RISK_RULE_NAMES.map((rule) => {
    const { reads, causes, decisions } = RISK_RULES[rule];
    const [name, nameEn] = RISK_NAMES[rule];
    const told = Object.entries(causes).map(([code, levels]) => {
      const [sentence, sentenceEn] = RISK_SENTENCES[code as RiskCause];
      return { code, levels: [...levels], sentence, sentenceEn };
    });
    return { rule, name, nameEn, reads: [...reads], causes: told, decisions: [...decisions] };
  }),
};

@Controller('v1/risk-rules')
@Access({ roles: ['clerk', 'supervisor', 'admin', 'auditor'] })
export class RiskRulesController {
  @Operation({
    id: 'listRiskRules',
    summary: 'Danh mục quy tắc rủi ro: xem dữ liệu gì, nói gì, ở mức nào, khuyên làm gì',
    summaryEn: 'The list of risk rules: what each reads, what it says at which level, and which acts it advises',
    tag: 'alerts',
    answers: { 200: { schema: riskRulesSchema } },
  })
  @Get()
  list(): RiskRulesView {
    return THE_LIST;
  }
}
