/** What a citizen reads who comes with a wrong code, a wrong secret, or none: what to look for on his receipt, and whom to ask. */
import type { ProblemCode } from '../http/problem-codes.js';
import { STYLE, escaped } from './track-page.js';

interface Said {
  readonly vi: string;
  readonly en: string;
}

const NO_SECRET: Said = {
  vi: 'Cần mã tra cứu in trên giấy tiếp nhận.',
  en: 'The tracking code printed on the receipt is needed.',
};
/** Not which of the two is wrong: whoever guesses learns nothing. */
const NOT_FOUND: Said = {
  vi: 'Không có hồ sơ nào với mã hồ sơ và mã tra cứu này.',
  en: 'No dossier has this code with this tracking code.',
};
const TOO_OFTEN: Said = {
  vi: 'Hồ sơ này vừa được tra cứu quá nhiều lần. Đợi một phút rồi thử lại.',
  en: 'This dossier was asked for too often just now. Try again in a minute.',
};

const TODO: readonly Said[] = [
  {
    vi: 'Nhập lại mã tra cứu đúng như trên giấy tiếp nhận. Không phân biệt chữ hoa, chữ thường, dấu cách, gạch nối.',
    en: 'Type the tracking code as it stands on the receipt. Capitals, spaces and dashes make no difference.',
  },
  {
    vi: 'Mất giấy tiếp nhận hoặc mã tra cứu: mã chỉ được cấp một lần và không gửi lại được. Hãy hỏi tại bộ phận một cửa nơi nộp hồ sơ, mang theo giấy tờ tùy thân và mã hồ sơ (nếu còn). Cán bộ ở đó xem được hồ sơ đang ở đâu và hẹn trả ngày nào.',
    en: 'If the receipt or its tracking code is lost: it is given once and cannot be sent again. Ask at the one-stop desk where the dossier was handed in, with your identity paper and, if you have it, the dossier’s code. The officer there sees where the dossier is and for which day its result is promised.',
  },
];

function saidOf(problem: ProblemCode): Said {
  if (problem === 'rate-limited') return TOO_OFTEN;
  return problem === 'dossier-not-found' ? NOT_FOUND : NO_SECRET;
}

const both = ({ vi, en }: Said): string => `${escaped(vi)} <span class="en" lang="en">${escaped(en)}</span>`;

/** HTML of the page; the field leads to the same address with what is typed. */
export function notTrackedPage(code: string, problem: ProblemCode): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Tra cứu hồ sơ</title><style>${STYLE}</style></head>
<body><main><h1>Tra cứu hồ sơ ${escaped(code)}</h1>
<p class="mark">${both(saidOf(problem))}</p>
<form method="get"><label for="k">Mã tra cứu <span class="en" lang="en">Tracking code</span></label>
<input id="k" name="k" required maxlength="40" autocomplete="off" spellcheck="false">
<button>Tra cứu <span lang="en">· Track</span></button></form>
<ul>${TODO.map((each) => `<li>${both(each)}</li>`).join('\n')}</ul></main></body></html>
`;
}
