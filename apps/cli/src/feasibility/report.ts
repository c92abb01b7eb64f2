/** What was proved, as tables: one row a route, then the worst path minute by minute, repairs and ways out. */
import { verdictOf } from '@lien-thong/domain';
import type { Alternative, BudgetChange, ProcedureVersion, Proof, Synthesis } from '@lien-thong/domain';
import { tableOf } from '../table.js';
import type { Language, Words } from '../words.js';
import type { Judged } from './judge.js';
import {
  CHANNEL_WORDS,
  REASON_WORDS,
  ROUTE_WORDS,
  VERDICT_WORDS,
  WAY_WORDS,
  legWords,
  limitWords,
  partyWords,
  percentWords,
  wallClock,
} from './proof-words.js';

const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** The same lines in both languages, from a maker of one. */
function inBoth(lines: (language: Language) => readonly string[]): readonly Words[] {
  const [vi = [], en = []] = LANGUAGES.map(lines);
  return vi.map((line, at) => ({ vi: line, en: en[at] ?? '' }));
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['trường hợp', 'kênh', 'đường đi', 'thời hạn', 'kết luận', 'trễ tệ nhất', 'trễ tốt nhất', 'còn lại'],
  en: ['case', 'channel', 'route', 'limit', 'verdict', 'late at worst', 'late at best', 'left'],
};
const DAYS: Words = { vi: ' ngày', en: ' d' };

function routeRow(judged: Judged, language: Language): readonly string[] {
  const { caseKey, channels, route, limit, feasibility } = judged;
  const about = [
    ...[caseKey, channels.map((channel) => CHANNEL_WORDS[channel][language]).join(' ')],
    ...[ROUTE_WORDS[route][language], limitWords(limit)[language], VERDICT_WORDS[verdictOf(feasibility)][language]],
  ];
  if (!feasibility.computable) return [...about, REASON_WORDS[feasibility.reason][language], '', ''];
  const { worst, best, slackUnit } = feasibility;
  const unit = slackUnit === 'days' ? DAYS[language] : '′';
  return [
    ...about,
    percentWords(worst.share)[language],
    percentWords(best.share)[language],
    `${worst.worstSlack}${unit}`,
  ];
}

export function routeTable(judged: readonly Judged[]): readonly Words[] {
  return inBoth((language) => tableOf([HEADS[language], ...judged.map((one) => routeRow(one, language))], [5, 6, 7]));
}

/** The worst route that could be computed: the one whose worst path is shown. */
export function worstOf(judged: readonly Judged[]): (Judged & { readonly feasibility: Proof }) | null {
  const order = ['IMPOSSIBLE', 'OVERDUE_BY_CONSTRUCTION', 'START_DEPENDENT', 'SAFE_IF_DYNAMIC', 'SAFE'];
  const proved = judged.flatMap((one) =>
    one.feasibility.computable ? [{ ...one, feasibility: one.feasibility }] : [],
  );
  const rank = ({ feasibility: { verdict, worst } }: { feasibility: Proof }): number =>
    order.indexOf(verdict) * 1e6 + worst.worstSlack;
  return proved.reduce<(typeof proved)[number] | null>((a, b) => (a === null || rank(b) < rank(a) ? b : a), null);
}

/** The worst path: who holds the dossier from when to when, and what the limit is charged with. */
export function witnessLines(
  { route, feasibility }: Judged & { feasibility: Proof },
  procedure: ProcedureVersion,
): readonly Words[] {
  const { witness } = feasibility;
  const start = wallClock(witness.start);
  const head: Words = {
    vi: `Trường hợp tệ nhất (${ROUTE_WORDS[route].vi}): nộp ${start.vi}, thời hạn cho ${witness.allowed}′, dùng ${witness.used}′, còn ${witness.slack}′`,
    en: `Worst path (${ROUTE_WORDS[route].en}): received ${start.en}, the limit gives ${witness.allowed}′, ${witness.used}′ are used, ${witness.slack}′ left`,
  };
  const steps = inBoth((language) =>
    tableOf(
      witness.steps.map(({ key, owner, from, to, charged }) => [
        ...[`  ${legWords(key, procedure)[language]}`, partyWords(owner)[language]],
        ...[wallClock(from)[language], '→', wallClock(to)[language], `${charged}′`],
      ]),
      [5],
    ),
  );
  return [head, ...steps];
}

function changeLines(changes: readonly BudgetChange[], procedure: ProcedureVersion): readonly Words[] {
  return changes.map(({ leg, fromMinutes, toMinutes }) => {
    const { vi, en } = legWords(leg, procedure);
    return { vi: `    ${vi}: ${fromMinutes}′ → ${toMinutes}′`, en: `    ${en}: ${fromMinutes}′ → ${toMinutes}′` };
  });
}

/** The smallest cut that is safe, or that there is none. */
export function repairLines(
  route: Judged['route'],
  synthesis: Synthesis,
  procedure: ProcedureVersion,
): readonly Words[] {
  const { vi, en } = ROUTE_WORDS[route];
  if (synthesis.outcome === 'cut') {
    const head: Words = {
      vi: `  ${vi}: bớt ${synthesis.cutMinutes}′ là an toàn (${synthesis.policy})`,
      en: `  ${en}: ${synthesis.cutMinutes}′ less is safe (${synthesis.policy})`,
    };
    return [head, ...changeLines(synthesis.changes, procedure)];
  }
  const none: Words = {
    vi: `  ${vi}: không cách chia ngân sách nào an toàn`,
    en: `  ${en}: no budgets are safe`,
  };
  return synthesis.outcome === 'alreadySafe' ? [] : [none];
}

/** Every way out of a route with its verdict. */
export function waysOutLines(route: Judged['route'], alternatives: readonly Alternative[]): readonly Words[] {
  const head: Words = { vi: `  ${ROUTE_WORDS[route].vi}:`, en: `  ${ROUTE_WORDS[route].en}:` };
  const rows = (language: Language): readonly string[] =>
    tableOf(
      alternatives.map(({ way, feasibility }) => {
        const said = feasibility.computable ? VERDICT_WORDS[feasibility.verdict] : REASON_WORDS[feasibility.reason];
        const late = feasibility.computable ? percentWords(feasibility.worst.share)[language] : '';
        return [`    ${WAY_WORDS[way][language]}`, said[language], late];
      }),
      [2],
    );
  return [head, ...inBoth(rows)];
}
