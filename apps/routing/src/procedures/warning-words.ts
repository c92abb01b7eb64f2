/** Which warnings a version has beside the shares of a budget, and had, in words. */
import type { FieldValue } from '@lien-thong/domain';

interface Words {
  readonly vi: string;
  readonly en: string;
}

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
const LEVELS: Words = { vi: '', en: '' };

function subjectOf(field: string): { readonly said: Words; readonly unit: Words } {
  if (field === 'warnRungs.risk') {
    const vi = 'Cảnh báo khi phần việc còn lại vượt thời gian còn lại';
    return { said: { vi, en: 'Warnings when what is still to come exceeds what is left' }, unit: LEVELS };
  }
  const [, clock = null, list] = OWN.exec(field) ?? [];
  const whose = clock === null ? { vi: '', en: '' } : { vi: ` của đồng hồ ${clock}`, en: ` of the ${clock} clock` };
  return list === 'percents'
    ? {
        said: { vi: `Cảnh báo theo phần đã dùng${whose.vi}`, en: `Warnings${whose.en} by the share used` },
        unit: PERCENTS,
      }
    : { said: { vi: `Cảnh báo khi còn lại${whose.vi}`, en: `Warnings${whose.en} by what is left` }, unit: MINUTES };
}

/** The sentence of a changed list of rungs. */
export function warningSentence(field: string, from: FieldValue, to: FieldValue): Words {
  const { said, unit } = subjectOf(field);
  const [was, is] = [listWords(from, unit), listWords(to, unit)];
  return { vi: `${said.vi}: từ ${was.vi} thành ${is.vi}`, en: `${said.en}: from ${was.en} to ${is.en}` };
}
