/** `lienthong calendars check`: whether calendars hang together before anything is counted on them. */
import { checkLayer } from '@lien-thong/domain';
import type { CalendarLayer, IsoDate, NationalLayer } from '@lien-thong/domain';
import type { Call, Command } from '../command.js';
import { FOUND, SOUND } from '../exit-codes.js';
import type { Outcome } from '../output.js';
import { tableOf } from '../table.js';
import type { Words } from '../words.js';
import { findingWords } from './finding-words.js';
import type { FileRule } from './finding-words.js';
import { loadCalendars } from './load.js';
import type { Loaded } from './load.js';
import { summaries, yearFindings } from './years.js';
import type { YearSummary } from './years.js';

interface CheckFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** The layer or file it is about. */
  readonly about: string;
  readonly path: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly sentence: string;
  readonly sentenceEn: string;
}

type Bare = Omit<CheckFinding, 'sentence' | 'sentenceEn'>;

/** A first version: nothing of the past changes, so what day it is does not matter. */
const NO_DAY = '1970-01-01' as IsoDate;

function missing({ nationals, provinces }: Loaded): readonly Bare[] {
  const bare = (rule: FileRule, facts = {}): Bare => ({ rule, severity: 'error', about: '', path: '', facts });
  if (nationals.length > 1) return [bare('severalNationals', { count: nationals.length })];
  if (nationals.length === 0 && provinces.length > 0) return [bare('noNational')];
  return nationals.length === 0 ? [] : provinces.length === 0 ? [bare('noProvince')] : [];
}

function layerFindings(layer: CalendarLayer, national: NationalLayer, loaded: Loaded): readonly Bare[] {
  const provinces = layer.level === 'province' ? [layer] : loaded.provinces;
  const checked = checkLayer({ layer, former: null, national, provinces, today: NO_DAY, reason: null });
  return checked.map(({ rule, path, facts }) => ({
    ...{ rule, severity: 'error' as const, about: `${layer.level} ${layer.id}`, path, facts },
  }));
}

/** Layers are checked one by one; a year is judged only on days that do not contradict themselves. */
function findingsIn(loaded: Loaded): readonly Bare[] {
  const flaws = loaded.flaws.map(({ file, code, path, facts }) => ({
    ...{ rule: code, severity: 'error' as const, about: file, path, facts },
  }));
  const [national] = loaded.nationals;
  const lacks = flaws.length > 0 ? [] : missing(loaded);
  if (national === undefined || lacks.some(({ rule }) => rule === 'severalNationals')) return [...flaws, ...lacks];
  const layers: readonly CalendarLayer[] = [national, ...loaded.provinces, ...loaded.closures];
  const years = yearFindings(national).map((finding): Bare => ({ ...finding, about: `national ${national.id}` }));
  return [...flaws, ...lacks, ...layers.flatMap((layer) => layerFindings(layer, national, loaded)), ...years];
}

const MARK = { error: '✗', warning: '!' } as const;

function findingLine({ severity, about, path, rule, sentence, sentenceEn }: CheckFinding): Words {
  const place = [about, path].filter((text) => text !== '').join(' ');
  const head = `${MARK[severity]} ${place === '' ? '' : `${place}: `}`;
  return { vi: `${head}${sentence} [${rule}]`, en: `${head}${sentenceEn} [${rule}]` };
}

/** Provinces whose years are the same stand in one row. */
function yearTable(years: readonly YearSummary[]): readonly Words[] {
  const groups = new Map<string, { readonly year: YearSummary; readonly provinces: string[] }>();
  for (const year of years) {
    const key = JSON.stringify({ ...year, province: null });
    const group = groups.get(key) ?? { year, provinces: [] };
    group.provinces.push(year.province);
    groups.set(key, group);
  }
  if (groups.size === 0) return [];
  const rows = (language: 'vi' | 'en'): readonly string[] => {
    const head = { vi: ['năm', 'số tỉnh', 'ngày làm việc', 'phút/ngày', 'làm bù', ''], en: HEAD_EN }[language];
    const provisional = { vi: 'tạm tính', en: 'provisional' }[language];
    const lines = [...groups.values()].map(({ year, provinces }) => [
      ...[String(year.year), String(provinces.length)],
      ...[String(year.workingDays), String(year.minutesPerDay), year.makeUpDays.join(' ') || '–'],
      year.provisional ? provisional : '',
    ]);
    return tableOf([head, ...lines], [1, 2, 3]);
  };
  const english = rows('en');
  return rows('vi').map((vi, at) => ({ vi, en: english[at] ?? '' }));
}
const HEAD_EN = ['year', 'provinces', 'working days', 'minutes/day', 'make-up days', ''];

function verdictLine(findings: readonly CheckFinding[]): Words {
  const [errors, warnings] = (['error', 'warning'] as const).map(
    (severity) => findings.filter((finding) => finding.severity === severity).length,
  );
  if (findings.length === 0) return { vi: '✓ Lịch nhất quán', en: '✓ The calendars hang together' };
  return { vi: `${errors} lỗi, ${warnings} lưu ý`, en: `${errors} errors, ${warnings} warnings` };
}

async function check(call: Call): Promise<Outcome> {
  const loaded = loadCalendars(call.positionals);
  const findings = findingsIn(loaded).map((bare): CheckFinding => {
    const { vi, en } = findingWords(bare.rule, bare.facts);
    return { ...bare, sentence: vi, sentenceEn: en };
  });
  const isSound = findings.every(({ severity }) => severity === 'warning');
  const [national] = loaded.nationals;
  const years =
    isSound && national !== undefined ? loaded.provinces.flatMap((province) => summaries(national, province)) : [];
  const lines = [...yearTable(years), ...findings.map(findingLine), verdictLine(findings)];
  return { exitCode: isSound ? SOUND : FOUND, lines, value: { sound: isSound, findings, years } };
}

export const calendarsCheckCommand: Command = {
  name: ['calendars', 'check'],
  usage: 'calendars check FILE|FOLDER…',
  help: [
    {
      vi: 'kiểm tra lịch: năm thiếu, năm chưa có thông báo, ngày làm việc không dài bằng nhau, làm bù không khớp hoán đổi',
      en: 'check calendars: missing years, years without a notice, working days that differ in length, swaps without make-up',
    },
    {
      vi: 'FILE: holidays.csv, hoặc JSON của các lớp lịch hay cơ quan; FOLDER: có các tệp ấy như infra/seeds',
      en: 'FILE: holidays.csv, or JSON of layers or agencies; FOLDER: one that has them, such as infra/seeds',
    },
    { vi: 'mã thoát 1 khi có lỗi; lưu ý không tính', en: 'exit code 1 for errors; warnings do not count' },
  ],
  options: {},
  takes: { least: 1, most: 20 },
  tables: true,
  run: check,
};
