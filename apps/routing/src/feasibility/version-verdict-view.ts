/** The verdict on a version as it is shown, and as it is kept with a published one. */
import { NOT_COMPUTABLE_CODES, ROUTE_CLASSES, VERDICTS } from '@lien-thong/domain';
import { z } from 'zod';
import { ROUTE_SENTENCES, VERDICT_SENTENCES } from './feasibility-sentences.js';
import { said } from './feasibility-view.js';
import type { KeptRoute, KeptVerdict } from './version-verdicts.js';

const routeSchema = z.strictObject({
  caseKey: z.string(),
  channels: z.array(z.enum(['counter', 'online', 'post'])),
  route: z.enum(ROUTE_CLASSES),
  routeName: z.string(),
  routeNameEn: z.string(),
  limit: z.string(),
  receiver: z.string().describe('Cơ quan có giờ làm việc được tính · an agency that keeps the hours that were counted'),
  decider: z.string(),
  verdict: z.enum(VERDICTS),
  ...said,
  reason: z.enum(NOT_COMPUTABLE_CODES).nullable(),
  worstSlack: z.int().nullable(),
  slackUnit: z.enum(['minutes', 'days']).nullable(),
  worstShare: z.number().nullable().describe('Share of the starts from which it may be overdue'),
  bestShare: z.number().nullable().describe('Share of the starts from which it must be overdue'),
  provisionalFrom: z.string().nullable(),
  digest: z.string().describe('Of definition, route class, calendars and range'),
});

export const versionVerdictSchema = z
  .strictObject({
    verdict: z.enum(VERDICTS).describe('Của tuyến xấu nhất · of the worst route'),
    ...said,
    digest: z.string().describe('What an approval names, so that nobody stands for a verdict he has not seen'),
    range: z.strictObject({ from: z.string(), to: z.string() }).describe('Days of reception, both included'),
    calendars: z.array(z.string()),
    routes: z.array(routeSchema),
  })
  .meta({ id: 'VersionVerdict' });
export type VersionVerdictView = z.infer<typeof versionVerdictSchema>;

function routeView(route: KeptRoute): VersionVerdictView['routes'][number] {
  const [sentence, sentenceEn] = VERDICT_SENTENCES[route.verdict];
  const [routeName, routeNameEn] = ROUTE_SENTENCES[route.route];
  const { caseKey, receiver, decider, verdict, worstSlack, slackUnit, worstShare, bestShare, provisionalFrom } = route;
  return {
    ...{ caseKey, channels: [...route.channels], route: route.route, routeName, routeNameEn },
    ...{ limit: String(route.limit), receiver, decider, verdict, sentence, sentenceEn },
    reason: NOT_COMPUTABLE_CODES.find((code) => code === route.reason) ?? null,
    ...{ worstSlack, slackUnit, worstShare, bestShare, provisionalFrom, digest: route.digest },
  };
}

export function versionVerdictView({ verdict, digest, range, calendars, routes }: KeptVerdict): VersionVerdictView {
  const [sentence, sentenceEn] = VERDICT_SENTENCES[verdict];
  return {
    ...{ verdict, sentence, sentenceEn, digest, calendars: [...calendars] },
    range: { from: range.from, to: range.to },
    routes: routes.map(routeView),
  };
}
