/** `lienthong feasibility`: can the timeline of a definition be kept, whenever a dossier comes in? Offline, on calendars from files. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROUTE_CLASSES, SYNTHESIS_POLICIES } from '@lien-thong/domain';
import type { Channel, ProcedureVersion } from '@lien-thong/domain';
import { loadCalendars } from '../calendars/load.js';
import type { Call, Command } from '../command.js';
import { choiceOf, isSet, textOf, textsOf } from '../command.js';
import { FOUND, SOUND } from '../exit-codes.js';
import { HUB_HELP, HUB_OPTIONS, hubOf } from '../hub.js';
import type { Outcome } from '../output.js';
import { definitionOf, subjectOf } from '../procedures/subject.js';
import { Unreadable } from '../words.js';
import type { Words } from '../words.js';
import { judge, proofView, verdictOn } from './judge.js';
import type { Asked, Judged } from './judge.js';
import { provingOn } from './offices.js';
import type { Proving } from './offices.js';
import { VERDICT_WORDS } from './proof-words.js';
import { repairLines, routeTable, waysOutLines, witnessLines, worstOf } from './report.js';

const CHANNELS: readonly Channel[] = ['counter', 'online', 'post'];
/** The calendars that come with this repository, where the program stands in it. */
const SEEDS = fileURLToPath(new URL('../../../../infra/seeds', import.meta.url));

function calendarPaths(call: Call): readonly string[] {
  const named = textsOf(call, 'calendars');
  if (named.length > 0) return named;
  if (existsSync(SEEDS)) return [SEEDS];
  throw new Unreadable({
    vi: 'cần lịch: --calendars FILE|FOLDER',
    en: 'calendars are needed: --calendars FILE|FOLDER',
  });
}

/** `receiver=haiphong-hai-an`, several times. */
function desksOf(call: Call): ReadonlyMap<string, string> {
  return new Map(
    textsOf(call, 'desk').map((text) => {
      const [party = '', agency = '', ...more] = text.split('=');
      if (party !== '' && agency !== '' && more.length === 0) return [party, agency];
      throw new Unreadable({ vi: `--desk ${text}: viết receiver=AGENCY`, en: `--desk ${text}: write receiver=AGENCY` });
    }),
  );
}

function yearOf(call: Call): number | null {
  const text = textOf(call, 'year');
  if (text === null || /^20\d\d$/.test(text)) return text === null ? null : Number(text);
  throw new Unreadable({ vi: `--year ${text}: phải là năm, như 2026`, en: `--year ${text}: a year, such as 2026` });
}

function askedOf(call: Call, procedure: ProcedureVersion): Asked {
  const cases = procedure.cases.map(({ key }): string => key);
  return {
    caseKey: choiceOf(call, 'case', cases),
    channel: choiceOf(call, 'channel', CHANNELS),
    route: choiceOf(call, 'route', ROUTE_CLASSES),
    repair: choiceOf(call, 'repair', SYNTHESIS_POLICIES),
    waysOut: isSet(call, 'ways-out'),
  };
}

/** On what it was proved, and from when on that is provisional. */
function groundLine(
  { code, version, name, nameEn }: ProcedureVersion,
  { year, offices }: Proving,
  judged: readonly Judged[],
): Words {
  const from = judged.flatMap(({ feasibility }) =>
    feasibility.computable ? [feasibility.validity.provisionalFrom] : [],
  )[0];
  const provisional = from === undefined || from === null ? { vi: '', en: '' } : PROVISIONAL(from);
  const { id, version: calendar } = offices.legal;
  return {
    vi: `${code}@${version} ${name}: mọi phút có thể nộp trong năm ${year}, lịch ${id} ${calendar}${provisional.vi}`,
    en: `${code}@${version} ${nameEn}: every start minute of ${year}, calendar ${id} ${calendar}${provisional.en}`,
  };
}
const PROVISIONAL = (from: string): Words => ({ vi: `; tạm tính từ ${from}`, en: `; provisional from ${from}` });
const REPAIR_HEAD: Words = { vi: 'Sửa ít nhất:', en: 'Smallest repair:' };
const WAYS_HEAD: Words = { vi: 'Các lối ra:', en: 'Ways out:' };

function linesOf(procedure: ProcedureVersion, proving: Proving, judged: readonly Judged[]): readonly Words[] {
  const worst = worstOf(judged);
  const verdict = VERDICT_WORDS[verdictOn(judged)];
  const none: Words = { vi: 'không có thời hạn nào để chứng minh', en: 'there is no limit to prove' };
  const repairs = judged.flatMap(({ route, synthesis }) =>
    synthesis === null ? [] : repairLines(route, synthesis, procedure),
  );
  const ways = judged.flatMap(({ route, alternatives }) =>
    alternatives === null ? [] : waysOutLines(route, alternatives),
  );
  return [
    groundLine(procedure, proving, judged),
    ...(judged.length === 0 ? [none] : routeTable(judged)),
    ...(worst === null ? [] : witnessLines(worst, procedure)),
    ...(repairs.length === 0 ? [] : [REPAIR_HEAD, ...repairs]),
    ...(ways.length === 0 ? [] : [WAYS_HEAD, ...ways]),
    { vi: `Kết luận chung: ${verdict.vi}`, en: `Verdict: ${verdict.en}` },
  ];
}

async function feasibility(call: Call): Promise<Outcome> {
  const [text = ''] = call.positionals;
  const procedure = await definitionOf(subjectOf(text), () => hubOf(call));
  const asked = askedOf(call, procedure);
  const chosen = { province: textOf(call, 'province'), desks: desksOf(call), year: yearOf(call) };
  const proving = provingOn(loadCalendars(calendarPaths(call)), procedure, chosen);
  const judged = await judge(procedure, proving, { asked, progress: call.progress });
  const verdict = verdictOn(judged);
  const routes = judged.map(({ feasibility: proof, ...one }) => ({ ...one, feasibility: proofView(proof) }));
  const value = { code: procedure.code, version: procedure.version, year: proving.year, verdict, routes };
  return { exitCode: verdict === 'SAFE' ? SOUND : FOUND, lines: linesOf(procedure, proving, judged), value };
}

export const feasibilityCommand: Command = {
  name: ['feasibility'],
  usage:
    'feasibility FILE|CODE[@N] [--route R] [--case K] [--channel C] [--desk PARTY=AGENCY]… [--repair POLICY] [--ways-out]',
  help: [
    {
      vi: 'chứng minh mốc thời gian giữ được hay không, cho mọi phút có thể nộp trong năm; mã thoát 0 chỉ khi an toàn',
      en: 'prove whether a timeline can be kept, for every start minute of a year; exit code 0 only when it is safe',
    },
    {
      vi: '--route R       sameAgency, crosses (điện tử), crossesByPost (bưu chính); mặc định: mọi đường thủ tục có',
      en: '--route R       sameAgency, crosses (electronic), crossesByPost; default: all the procedure has',
    },
    {
      vi: '--case, --channel (counter, online, post): chỉ xét phần ấy',
      en: '--case, --channel (counter, online, post): only those',
    },
    {
      vi: '--calendars P   tệp hoặc thư mục lịch, nêu được nhiều lần; mặc định: infra/seeds của kho mã này',
      en: '--calendars P   files or folders of calendars, several times; default: infra/seeds of this repository',
    },
    {
      vi: '--province N    tỉnh của nơi tiếp nhận, như 31',
      en: '--province N    province of the receiver, such as 31',
    },
    {
      vi: '--desk P=A      giờ làm việc: receiver, decider, carrier, consulted:KEY = mã cơ quan; mặc định giờ hành chính',
      en: '--desk P=A      hours: receiver, decider, carrier, consulted:KEY = agency id; default the legal hours',
    },
    {
      vi: '--year Y        năm tiếp nhận; mặc định năm cuối có thông báo',
      en: '--year Y        year of reception; default the last one with a notice',
    },
    {
      vi: '--repair P      cách bớt ngân sách ít nhất: proportional, reserveForDecider, firstCome',
      en: '--repair P      the smallest cut of budgets: proportional, reserveForDecider, firstCome',
    },
    {
      vi: '--ways-out      các lối ra khác, từng lối có kết luận',
      en: '--ways-out      the other ways out, each with its verdict',
    },
    HUB_HELP,
  ],
  options: {
    ...{ route: { type: 'string' }, case: { type: 'string' }, channel: { type: 'string' }, year: { type: 'string' } },
    ...{ province: { type: 'string' }, repair: { type: 'string' } },
    ...{ calendars: { type: 'string', multiple: true }, desk: { type: 'string', multiple: true } },
    'ways-out': { type: 'boolean', default: false },
    ...HUB_OPTIONS,
  },
  takes: { least: 1, most: 1 },
  tables: true,
  run: feasibility,
};
