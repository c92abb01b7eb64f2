/** What the fields of a definition are called, and what may be chosen in them: in the words of the form they are written in. */
import type { FieldValue } from '@lien-thong/domain';
import type { Words } from './duration-words.js';

const NAMES: Readonly<Record<string, Words>> = {
  name: { vi: 'Tên thủ tục', en: 'The name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'The English name' },
  field: { vi: 'Lĩnh vực', en: 'The field' },
  level: { vi: 'Cấp thực hiện', en: 'The level' },
  builderVersion: { vi: 'Bản của bộ dựng quy trình', en: 'The version of the builder' },
  effectiveFrom: { vi: 'Ngày có hiệu lực', en: 'The first day' },
  effectiveTo: { vi: 'Ngày hết hiệu lực', en: 'The last day' },
  'illustration.why': { vi: 'Số liệu giả định', en: 'The note on assumed figures' },
  'illustration.whyEn': { vi: 'Số liệu giả định, bằng tiếng Anh', en: 'The note on assumed figures in English' },
  boundaryScope: { vi: 'Phạm vi phi địa giới', en: 'Where it may be handed in' },
  'competence.criterion': { vi: 'Thẩm quyền theo', en: 'Competent is the agency of' },
  'competence.level': { vi: 'Cấp có thẩm quyền', en: 'The competent level' },
  clockStart: { vi: 'Lúc bắt đầu tính thời hạn', en: 'The start of the limit' },
  transferExcluded: { vi: 'Không tính thời gian chuyển', en: 'The transfer is left out of the limit' },
  transferCutoff: { vi: 'Giờ chốt chuyển', en: 'The cut-off of the transfer' },
  limitCutoff: { vi: 'Giờ chốt trả trong ngày', en: 'The cut-off of the same day' },
  legalEnd: { vi: 'Lúc thời hạn kết thúc', en: 'The end of the limit' },
  promiseGranularity: { vi: 'Quá hạn xét theo', en: 'Overdue is judged by' },
  'supplement.policy': { vi: 'Khi chờ bổ sung, thời hạn', en: 'During a supplement the limit' },
  'payment.pausesLegalClock': {
    vi: 'Dừng đồng hồ trong lúc chờ nộp tiền',
    en: 'The clock stands still until the fee is paid',
  },
  'extension.legalBasis': { vi: 'Căn cứ gia hạn', en: 'The legal basis of the extension' },
  'extension.secondPerson': { vi: 'Gia hạn phải có người thứ hai', en: 'An extension needs a second person' },
  'subDeadlines.policy': {
    vi: 'Chia lại hạn các chặng sau khi một chặng xong sớm hay muộn',
    en: 'Sub-deadlines are cut anew when a leg ends early or late',
  },
  'outageRelief.scope': { vi: 'Khi hệ thống dùng chung gặp sự cố', en: 'When a shared system is down' },
  'outageRelief.legalBasis': { vi: 'Căn cứ trừ thời gian sự cố', en: 'Legal basis of the relief for outages' },
  warnPercents: { vi: 'Cảnh báo khi đã dùng (%)', en: 'Warnings by the share used (%)' },
};

const COMMUNE: Words = { vi: 'cấp xã', en: 'commune' };
const PROVINCE: Words = { vi: 'cấp tỉnh', en: 'province' };

/** By what stands in the definition; `null`: nothing stands there. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  level: { commune: COMMUNE, province: PROVINCE, ministry: { vi: 'cấp bộ', en: 'ministry' } },
  'competence.level': { commune: COMMUNE, province: PROVINCE },
  boundaryScope: {
    none: { vi: 'chỉ nộp tại nơi có thẩm quyền', en: 'only where it is decided' },
    province: { vi: 'mọi nơi trong tỉnh', en: 'anywhere in the province' },
    nation: { vi: 'mọi nơi trong cả nước', en: 'anywhere in the country' },
  },
  'competence.criterion': {
    residence: { vi: 'nơi cư trú', en: 'residence' },
    assetLocation: { vi: 'nơi có tài sản', en: 'where the asset lies' },
    headOffice: { vi: 'nơi đặt trụ sở', en: 'the head office' },
    any: { vi: 'nơi nào cũng được', en: 'any place' },
  },
  clockStart: {
    reception: { vi: 'lúc tiếp nhận hồ sơ', en: 'reception' },
    competentReceipt: { vi: 'lúc nơi có thẩm quyền nhận được', en: 'receipt by the competent agency' },
  },
  legalEnd: {
    decided: { vi: 'có quyết định', en: 'the decision' },
    readyForReturn: { vi: 'kết quả sẵn sàng trả', en: 'the result is ready to be returned' },
  },
  promiseGranularity: {
    minute: { vi: 'từng phút', en: 'the minute' },
    halfDay: { vi: 'nửa ngày', en: 'the half day' },
    day: { vi: 'ngày', en: 'the day' },
  },
  'supplement.policy': {
    pause: { vi: 'tạm dừng, rồi chạy tiếp', en: 'rests, then goes on' },
    restart: { vi: 'tính lại từ đầu', en: 'begins anew' },
    run: { vi: 'vẫn chạy', en: 'goes on running' },
  },
  'subDeadlines.policy': {
    proportional: { vi: 'đều theo tỷ lệ', en: 'in proportion' },
    reserveForDecider: { vi: 'giữ phần cho nơi giải quyết', en: 'kept for the decider' },
    firstCome: { vi: 'ai đến trước được trước', en: 'first come, first served' },
    null: { vi: 'không chia lại', en: 'not at all' },
  },
  'outageRelief.scope': {
    leg: { vi: 'trừ cho chặng cần hệ thống', en: 'the leg that requires the system is relieved' },
    legAndLimit: { vi: 'trừ cho chặng và cho thời hạn', en: 'the leg and the limit are relieved' },
    null: { vi: 'không trừ', en: 'nobody is relieved' },
  },
};

const NONE: Words = { vi: 'không có', en: 'none' };
const SAID: Readonly<Record<string, Words>> = { true: { vi: 'có', en: 'yes' }, false: { vi: 'không', en: 'no' } };
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const ITEMS: Readonly<Record<string, Words>> = {
  cases: { vi: 'trường hợp thứ', en: 'case' },
  steps: { vi: 'bước thứ', en: 'step' },
  consultations: { vi: 'lần lấy ý kiến thứ', en: 'consultation' },
};
const OF_ITEMS: Readonly<Record<string, Words>> = {
  name: { vi: 'Tên của', en: 'The name of' },
  nameEn: { vi: 'Tên tiếng Anh của', en: 'The English name of' },
  pausesLegalClock: { vi: 'Dừng đồng hồ pháp lý trong', en: 'The legal clock stands still during' },
  requiredForDecision: { vi: 'Quyết định phải chờ trả lời của', en: 'The decision waits for' },
};
const ITEM = /^(\w+)\.(\d+)\.(\w+)$/;

/** What a field is called, by its path in the definition. Throws for one that has no name. */
export function fieldName(field: string): Words {
  const [, list = '', place = '', member = ''] = ITEM.exec(field) ?? [];
  const [item, what] = [ITEMS[list], OF_ITEMS[member]];
  const number = Number(place) + 1;
  if (item !== undefined && what !== undefined) {
    return { vi: `${what.vi} ${item.vi} ${number}`, en: `${what.en} ${item.en} ${number}` };
  }
  const name = NAMES[field];
  if (name === undefined) throw new Error(`the field ${field} has no name`);
  return name;
}

const quoted = ({ vi, en }: Words): Words => ({ vi: `“${vi}”`, en: `“${en}”` });

/** What stands in a field: the words of a choice, a day as it is written here, or the text itself. */
export function fieldValue(field: string, value: FieldValue): Words {
  const chosen = CHOICES[field]?.[String(value)];
  if (chosen !== undefined) return quoted(chosen);
  if (value === null) return NONE;
  const text = String(value);
  return quoted(SAID[text] ?? { vi: text.replace(DAY, '$3/$2/$1'), en: text });
}
