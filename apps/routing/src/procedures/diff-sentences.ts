/** Differences of two versions, in words: Vietnamese first. */
import { amountOf, isSameDay, unitOf } from '@lien-thong/domain';
import type { ChangePlace, Duration, Part, ProcedureChange, Trend } from '@lien-thong/domain';
import { durationWords } from './duration-words.js';
import type { Words } from './duration-words.js';
import { fieldName, fieldValue } from './field-words.js';
import { warningSentence } from './warning-words.js';

type Of<Kind extends ProcedureChange['kind']> = Extract<ProcedureChange, { kind: Kind }>;
type Leg = Extract<ChangePlace, { of: 'leg' }>['leg'];

const LEGS: Readonly<Record<Leg, Words>> = {
  reception: { vi: 'phản hồi tiếp nhận', en: 'reception' },
  transfer: { vi: 'chuyển hồ sơ', en: 'transfer' },
  delivery: { vi: 'truyền hồ sơ', en: 'delivery' },
  acceptance: { vi: 'xác nhận tiếp nhận', en: 'acceptance' },
  resultTransfer: { vi: 'chuyển kết quả', en: 'result transfer' },
};
const CHANNELS = {
  counter: { vi: 'nộp tại quầy', en: 'at the counter' },
  online: { vi: 'nộp trực tuyến', en: 'online' },
  post: { vi: 'nộp qua bưu chính', en: 'by post' },
} as const;
const PARTS: Readonly<Record<Part, Words>> = {
  case: { vi: 'trường hợp', en: 'case' },
  step: { vi: 'bước', en: 'step' },
  consultation: { vi: 'lần lấy ý kiến', en: 'consultation' },
  legalBasis: { vi: 'căn cứ pháp lý', en: 'legal basis' },
  system: { vi: 'hệ thống cần dùng', en: 'required system' },
  payment: { vi: 'việc nộp phí', en: 'payment' },
  extension: { vi: 'việc gia hạn', en: 'extension' },
};
const TRENDS: Readonly<Record<Trend, Words>> = {
  falls: { vi: 'giảm', en: 'falls' },
  rises: { vi: 'tăng', en: 'rises' },
};
const COUNTED = {
  minimumWork: { vi: 'Thời gian làm việc tối thiểu (phút) của', en: 'minimum work (minutes) of the' },
  rounds: { vi: 'Số lần yêu cầu tối đa của', en: 'number of rounds of the' },
  times: { vi: 'Số lần của', en: 'number of times of the' },
} as const;

function placeWords(place: ChangePlace): Words {
  switch (place.of) {
    case 'limit': {
      const channel = CHANNELS[place.channel];
      return { vi: `trường hợp ${place.caseKey}, ${channel.vi}`, en: `case ${place.caseKey} ${channel.en}` };
    }
    case 'leg':
      return LEGS[place.leg];
    case 'step':
    case 'consultation':
      return { vi: `${PARTS[place.of].vi} ${place.key}`, en: `${PARTS[place.of].en} ${place.key}` };
    case 'supplement':
      return { vi: 'bổ sung hồ sơ', en: 'supplement' };
    case 'payment':
    case 'extension':
      return PARTS[place.of];
  }
}

/** The unit is said once where both sides have it: from 1 to 0.4 working day. */
function fromTo(from: Duration, to: Duration): Words {
  const after = durationWords(to);
  const before = durationWords(from);
  if (isSameDay(from) || unitOf(from) !== unitOf(to)) {
    return { vi: `từ ${before.vi} thành ${after.vi}`, en: `from ${before.en} to ${after.en}` };
  }
  const amount = amountOf(from as Parameters<typeof amountOf>[0]);
  return { vi: `từ ${amount.replace('.', ',')} còn ${after.vi}`, en: `from ${amount} to ${after.en}` };
}

function durationSentence({ place, from, to, trend }: Of<'duration'>): Words {
  const where = placeWords(place);
  const what = place.of === 'limit' ? { vi: `Thời hạn (${where.vi})`, en: `The limit of ${where.en}` } : null;
  const { vi, en } = what ?? { vi: `Thời hạn ${where.vi}`, en: `The ${where.en} limit` };
  if (from === null) return { vi: `${vi}: nay là ${durationWords(to).vi}`, en: `${en} is now ${durationWords(to).en}` };
  if (to === null)
    return {
      vi: `${vi}: bỏ (trước là ${durationWords(from).vi})`,
      en: `${en} goes (it was ${durationWords(from).en})`,
    };
  const way = fromTo(from, to);
  if (trend === 'rises') return { vi: `${vi} tăng ${way.vi.replace(' còn ', ' lên ')}`, en: `${en} rises ${way.en}` };
  if (trend === 'falls') return { vi: `${vi} giảm ${way.vi}`, en: `${en} falls ${way.en}` };
  return { vi: `${vi} đổi ${way.vi.replace(' còn ', ' thành ')}`, en: `${en} changes ${way.en}` };
}

function amountSentence({ what, place, from, to, trend }: Of<'amount'>): Words {
  const [counted, where, way] = [COUNTED[what], placeWords(place), TRENDS[trend]];
  return {
    vi: `${counted.vi} ${where.vi} ${way.vi} từ ${from} ${trend === 'falls' ? 'còn' : 'lên'} ${to}`,
    en: `The ${counted.en} ${where.en} ${way.en} from ${from} to ${to}`,
  };
}

function partSentence({ kind, what, name }: Of<'added' | 'removed'>): Words {
  const part = PARTS[what];
  // Payment and extension are called by what they are.
  const called = name === what ? '' : ` “${name}”`;
  return kind === 'added'
    ? { vi: `Thêm ${part.vi}${called}`, en: `New ${part.en}${called}` }
    : { vi: `Bỏ ${part.vi}${called}`, en: `Removed ${part.en}${called}` };
}

function fieldSentence({ field, from, to }: Of<'field'>): Words {
  if (field.startsWith('warnRungs.')) return warningSentence(field, from, to);
  const [name, was, is] = [fieldName(field), fieldValue(field, from), fieldValue(field, to)];
  return { vi: `${name.vi}: từ ${was.vi} thành ${is.vi}`, en: `${name.en}: from ${was.en} to ${is.en}` };
}

/** A change as a sentence, without a full stop. */
export function changeInWords(change: ProcedureChange): Words {
  switch (change.kind) {
    case 'duration':
      return durationSentence(change);
    case 'amount':
      return amountSentence(change);
    case 'added':
    case 'removed':
      return partSentence(change);
    case 'moved':
      return {
        vi: `Thứ tự các ${PARTS[change.what].vi} thay đổi`,
        en: `The ${PARTS[change.what].en}s stand in another order`,
      };
    case 'field':
      return fieldSentence(change);
  }
}

/** All of it in one sentence, and whom it touches: dossiers that are open stay on the version they were received under. */
export function diffInWords(changes: readonly ProcedureChange[], openDossiers: number): Words {
  const said = changes.map(changeInWords);
  const none = { vi: 'Không có thay đổi', en: 'No change' };
  const body =
    said.length === 0 ? none : { vi: said.map(({ vi }) => vi).join('; '), en: said.map(({ en }) => en).join('; ') };
  const dossiers = openDossiers === 1 ? 'dossier' : 'dossiers';
  return {
    vi: `${body.vi}; ${openDossiers} hồ sơ đang mở liên quan, vẫn theo bản cũ`,
    en: `${body.en}; ${openDossiers} open ${dossiers} affected, which stay on the older version`,
  };
}
