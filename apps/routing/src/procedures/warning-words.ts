/** Which warnings a version has beside the shares of a budget, and had, in words. */
import type { FieldValue } from '@lien-thong/domain';

interface Words {
  readonly vi: string;
  readonly en: string;
}

const CLOCKS: Readonly<Record<string, Words>> = {
  reception: { vi: 'phản hồi tiếp nhận', en: 'reception' },
  legal: { vi: 'thời hạn pháp lý', en: 'legal' },
  transfer: { vi: 'chuyển hồ sơ', en: 'transfer' },
  delivery: { vi: 'truyền hồ sơ', en: 'delivery' },
  acceptance: { vi: 'xác nhận tiếp nhận', en: 'acceptance' },
  step: { vi: 'từng bước', en: 'step' },
  consultation: { vi: 'lấy ý kiến', en: 'consultation' },
  supplement: { vi: 'bổ sung', en: 'supplement' },
  payment: { vi: 'nộp phí', en: 'payment' },
  resultTransfer: { vi: 'chuyển kết quả', en: 'result transfer' },
};

const OWN = /^warnRungs\.perClock\.(\w+)\.(\w+)$/;

/** What a list of rungs says; `null`: there is no such list; an empty one of a single clock: it warns of nothing. */
function listWords(value: FieldValue, unit: Words): Words {
  if (value === null) return { vi: 'không có', en: 'none' };
  return value === ''
    ? { vi: 'không cảnh báo', en: 'no warning' }
    : { vi: `${value}${unit.vi}`, en: `${value}${unit.en}` };
}

const MINUTES: Words = { vi: ' phút làm việc', en: ' working minutes' };
const PERCENTS: Words = { vi: ' %', en: ' %' };
const LEVELS: Readonly<Record<string, Words>> = {
  warning: { vi: 'theo ngân sách', en: 'by the budgets' },
  high: { vi: 'theo việc tối thiểu', en: 'by the minimum works' },
};

/** Whether the plan warns by its budgets, by its least works, or by both. */
function levelWords(value: FieldValue): Words {
  if (value === null) return { vi: 'không có', en: 'none' };
  const known = String(value)
    .split(', ')
    .flatMap((level) => LEVELS[level] ?? []);
  return { vi: known.map(({ vi }) => vi).join(' và '), en: known.map(({ en }) => en).join(' and ') };
}

function subjectOf(field: string): { readonly said: Words; readonly unit: Words } {
  const [, key = '', list] = OWN.exec(field) ?? [];
  const clock = CLOCKS[key];
  const whose =
    clock === undefined ? { vi: '', en: '' } : { vi: ` của đồng hồ ${clock.vi}`, en: ` of the ${clock.en} clock` };
  return list === 'percents'
    ? {
        said: { vi: `Cảnh báo theo phần đã dùng${whose.vi}`, en: `Warnings${whose.en} by the share used` },
        unit: PERCENTS,
      }
    : { said: { vi: `Cảnh báo khi còn lại${whose.vi}`, en: `Warnings${whose.en} by what is left` }, unit: MINUTES };
}

function planSentence(from: FieldValue, to: FieldValue): Words {
  const [was, is] = [levelWords(from), levelWords(to)];
  return {
    vi: `Cảnh báo khi phần việc còn lại vượt thời gian còn lại: từ ${was.vi} thành ${is.vi}`,
    en: `Warnings when what is still to come exceeds what is left: from ${was.en} to ${is.en}`,
  };
}

/** The sentence of a changed list of rungs. */
export function warningSentence(field: string, from: FieldValue, to: FieldValue): Words {
  if (field === 'warnRungs.risk') return planSentence(from, to);
  const { said, unit } = subjectOf(field);
  const [was, is] = [listWords(from, unit), listWords(to, unit)];
  return { vi: `${said.vi}: từ ${was.vi} thành ${is.vi}`, en: `${said.en}: from ${was.en} to ${is.en}` };
}
