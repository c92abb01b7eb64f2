/** What publishing a draft will do, read from the service before anything is done. */
import type { Client } from '@lien-thong/client';
import type { OperationShapes } from '@lien-thong/client';
import { FOUND } from '../exit-codes.js';
import { answerOf } from '../hub.js';
import type { Progress } from '../progress.js';
import { NoAnswer } from '../words.js';
import type { Words } from '../words.js';
import { findingLine } from './lint.js';

type Lint = OperationShapes['lintVersion']['value'];
type Diff = OperationShapes['diffVersions']['value'];
type Version = OperationShapes['listVersions']['value']['versions'][number];
type Verdict = OperationShapes['readVersionFeasibility']['value']['current'];

export interface Publishing {
  readonly code: string;
  readonly version: number;
  /** The revision that was read; null: the present one. */
  readonly revision: number | null;
  readonly effectiveFrom: string;
  readonly reason: string | null;
  /** Digest of the verdict that was read; null: the present one, which the plan shows. */
  readonly digest: string | null;
}

export interface PublishPlan extends Publishing {
  readonly revision: number;
  readonly draftedBy: string | null;
  /** The version it takes over from on its first day; null when there is none. */
  readonly replaces: number | null;
  readonly diff: Diff | null;
  readonly publishable: boolean;
  readonly findings: Lint['findings'];
  /** The proof of every route on the calendars of the agencies concerned, for receptions from the first day on. */
  readonly verdict: Verdict;
  readonly digest: string;
}

/** The draft among the versions. Throws NoAnswer (exit code 1) for what is published already. */
function draftAmong(versions: readonly Version[], { code, version }: Publishing): Version & { revision: number } {
  const found = versions.find((one) => one.version === version);
  if (found !== undefined && found.revision !== null) return { ...found, revision: found.revision };
  const words: Words =
    found === undefined
      ? { vi: `không có bản nháp ${code}@${version}`, en: `there is no draft ${code}@${version}` }
      : { vi: `${code}@${version} đã được công bố`, en: `${code}@${version} is published already` };
  throw new NoAnswer(words, FOUND);
}

/** In force on the day before it would be taken over from: the latest first day not after it, then the highest number. */
function inForce(versions: readonly Version[], day: string): number | null {
  const begun = versions.filter(({ state, effectiveFrom }) => state === 'published' && effectiveFrom <= day);
  const [latest] = begun.sort((a, b) =>
    a.effectiveFrom === b.effectiveFrom ? b.version - a.version : a.effectiveFrom < b.effectiveFrom ? 1 : -1,
  );
  return latest?.version ?? null;
}

/** The service proves each route once and keeps it; while it is at it, it asks to be asked again. */
const WHILE_PROVING = { giveUpAfterMs: 180_000, attemptTimeoutMs: 60_000, longestPauseMs: 3_000 };

async function verdictOf(client: Client, { code, version, effectiveFrom }: Publishing): Promise<Verdict> {
  const asked = { code, version, effectiveFrom, proofs: 'none' as const };
  return answerOf(await client.readVersionFeasibility(asked, { retries: WHILE_PROVING })).value.current;
}

const PROVING: Words = { vi: 'chứng minh mốc thời gian của mọi tuyến', en: 'proving the timeline of every route' };

/** Asks the service; nothing is changed. Throws NoAnswer. */
export async function planOf(client: Client, publishing: Publishing, progress: Progress): Promise<PublishPlan> {
  const { code, version } = publishing;
  const { versions } = answerOf(await client.listVersions({ code })).value;
  const draft = draftAmong(versions, publishing);
  const replaces = inForce(versions, publishing.effectiveFrom);
  const { publishable, findings } = answerOf(await client.lintVersion({ code, version })).value;
  const diff =
    replaces === null ? null : answerOf(await client.diffVersions({ code, version, against: replaces })).value;
  const revision = publishing.revision ?? draft.revision;
  const draftedBy = draft.changed?.id ?? draft.drafted?.id ?? null;
  progress.long(PROVING);
  const verdict = await verdictOf(client, publishing);
  const digest = publishing.digest ?? verdict.digest;
  return { ...publishing, revision, draftedBy, replaces, diff, publishable, findings, verdict, digest };
}

function changeLines({ replaces, diff }: PublishPlan): readonly Words[] {
  if (diff === null) {
    return [{ vi: '  chưa có bản nào trước nó', en: '  no version goes before it' }];
  }
  return [
    {
      vi: `  thay bản ${replaces}; ${diff.openDossiers} hồ sơ đang mở vẫn theo bản cũ:`,
      en: `  takes over from version ${replaces}; ${diff.openDossiers} open dossiers stay on that:`,
    },
    ...diff.changes.map(({ sentence, sentenceEn }) => ({ vi: `    ${sentence}`, en: `    ${sentenceEn}` })),
  ];
}

type Route = Verdict['routes'][number];

/** Routes that are not safe, those alike but for the hours of the agencies on one line, with the worst share of late starts. */
function unsafeLines(routes: readonly Route[]): readonly Words[] {
  const groups = new Map<string, Route[]>();
  for (const route of routes.filter(({ verdict }) => verdict !== 'SAFE')) {
    const key = [route.caseKey, route.limit, route.route, route.verdict].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), route]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [one] = alike;
    if (one === undefined) return [];
    const late = `${(Math.max(...alike.map(({ worstShare }) => worstShare ?? 0)) * 100).toFixed(1)} %`;
    const { caseKey, limit, routeName, routeNameEn, verdict } = one;
    return [
      {
        vi: `    ${caseKey}, ${limit}, ${routeName}: ${verdict}, trễ đến ${late} số phút nộp (${alike.length} cặp giờ làm việc)`,
        en: `    ${caseKey}, ${limit}, ${routeNameEn}: ${verdict}, late from up to ${late} of the starts (${alike.length} pairs of hours)`,
      },
    ];
  });
}

/** The verdict in the service's own words, and the routes that are not safe. */
function verdictLines({ verdict }: PublishPlan): readonly Words[] {
  const { sentence, sentenceEn, digest, range, routes } = verdict;
  return [
    {
      vi: `  mốc thời gian, tiếp nhận ${range.from} đến ${range.to}: ${verdict.verdict}. ${sentence}`,
      en: `  timeline, receptions ${range.from} to ${range.to}: ${verdict.verdict}. ${sentenceEn}`,
    },
    ...unsafeLines(routes),
    { vi: `  digest của kết luận: ${digest}`, en: `  digest of the verdict: ${digest}` },
  ];
}

function approvalLine({ reason, verdict }: PublishPlan): Words {
  if (reason !== null) return { vi: `  lý do duyệt: ${reason}`, en: `  reason for approval: ${reason}` };
  return verdict.verdict === 'SAFE'
    ? { vi: '  an toàn, không cần lý do', en: '  safe, no reason is needed' }
    : { vi: '  không nêu lý do: sẽ bị từ chối', en: '  without a reason: it will be refused' };
}

/** The plan as lines, before it is carried out. */
export function planLines(plan: PublishPlan): readonly Words[] {
  const { code, version, revision, effectiveFrom, draftedBy, findings } = plan;
  return [
    {
      vi: `Sẽ công bố ${code}@${version} (lần sửa ${revision}, người soạn ${draftedBy ?? '–'}), hiệu lực từ ${effectiveFrom}`,
      en: `Will publish ${code}@${version} (revision ${revision}, drafted by ${draftedBy ?? '–'}), in force from ${effectiveFrom}`,
    },
    ...changeLines(plan),
    ...findings.map(findingLine),
    ...verdictLines(plan),
    approvalLine(plan),
  ];
}
