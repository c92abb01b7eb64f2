/** Differences of two versions, in words: Vietnamese first. */
import { SUB_DEADLINE_POLICIES, amountOf, isSameDay, unitOf } from '@lien-thong/domain';
import type {
  ChangePlace,
  Duration,
  FieldValue,
  Part,
  ProcedureChange,
  SubDeadlinePolicy,
  Trend,
} from '@lien-thong/domain';
import { durationWords } from './duration-words.js';
import type { Words } from './duration-words.js';
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

const written = (value: FieldValue, none: string): string => (value === null ? none : `“${String(value)}”`);

const POLICIES: Readonly<Record<SubDeadlinePolicy, Words>> = {
  proportional: { vi: 'theo tỷ lệ', en: 'in proportion' },
  reserveForDecider: { vi: 'để dành cho nơi giải quyết', en: 'reserved for the decider' },
  firstCome: { vi: 'ai giữ trước giữ đủ', en: 'first come' },
};

/** How budgets are cut anew when a leg ends early or late; null: they are not. */
function recutWords(policy: FieldValue): Words {
  const known = SUB_DEADLINE_POLICIES.find((each) => each === policy);
  return known === undefined ? { vi: 'không chia lại', en: 'not at all' } : POLICIES[known];
}

function recutSentence({ from, to }: Of<'field'>): Words {
  const [was, is] = [recutWords(from), recutWords(to)];
  return {
    vi: `Chia lại hạn các chặng sau khi một chặng xong sớm hay muộn: từ “${was.vi}” thành “${is.vi}”`,
    en: `Sub-deadlines are cut anew when a leg ends early or late: from “${was.en}” to “${is.en}”`,
  };
}

const RELIEFS: Readonly<Record<string, Words>> = {
  leg: { vi: 'trừ cho chặng cần hệ thống', en: 'the leg that requires the system is relieved' },
  legAndLimit: { vi: 'trừ cho chặng và cho thời hạn', en: 'the leg and the limit are relieved' },
};
const NO_RELIEF: Words = { vi: 'không trừ', en: 'nobody is relieved' };

/** What an outage of a shared system gives back; null: nothing. */
function reliefSentence({ from, to }: Of<'field'>): Words {
  const [was, is] = [RELIEFS[String(from)] ?? NO_RELIEF, RELIEFS[String(to)] ?? NO_RELIEF];
  return {
    vi: `Khi hệ thống dùng chung gặp sự cố: từ “${was.vi}” thành “${is.vi}”`,
    en: `When a shared system is down: from “${was.en}” to “${is.en}”`,
  };
}

function fieldSentence(change: Of<'field'>): Words {
  const { field, from, to } = change;
  if (field === 'subDeadlines.policy') return recutSentence(change);
  if (field === 'outageRelief.scope') return reliefSentence(change);
  if (field === 'outageRelief.legalBasis') {
    return {
      vi: `Căn cứ trừ thời gian sự cố: từ ${written(from, 'không có')} thành ${written(to, 'không có')}`,
      en: `Legal basis of the relief for outages: from ${written(from, 'none')} to ${written(to, 'none')}`,
    };
  }
  if (field.startsWith('warnRungs.')) return warningSentence(field, from, to);
  return {
    vi: `${field}: từ ${written(from, 'không có')} thành ${written(to, 'không có')}`,
    en: `${field}: from ${written(from, 'none')} to ${written(to, 'none')}`,
  };
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
