/** The page behind the code printed on a receipt. Vietnamese first, no script, nothing personal. */
import { localIso, minuteOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { TrackView } from './track-view.js';

export const STYLE = `body{font:1.05rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
input,button{font:inherit;padding:.4rem .6rem;min-height:2.75rem}label,li{display:block}li{margin:.75rem 0}ul{padding:0}
dt{font-weight:600;margin-top:1rem}dd{margin:0}.en{color:#555;font-size:.9em;display:block}.mark{border-left:4px solid #b45309;padding-left:.75rem}`;

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** `15:00, 25/11/2026`, by the clock of Viet Nam. */
function shown(instant: Instant): string {
  const [date = '', time = ''] = localIso(minuteOf(instant)).split('T');
  return `${time.slice(0, 5)}, ${date.split('-').reverse().join('/')}`;
}

interface Line {
  readonly vi: string;
  readonly en: string;
}

function entry(label: Line, value: Line): string {
  return `<dt>${escaped(label.vi)} <span class="en" lang="en">${escaped(label.en)}</span></dt>
<dd>${escaped(value.vi)}${value.en === value.vi ? '' : ` <span class="en" lang="en">${escaped(value.en)}</span>`}</dd>`;
}

function promiseLine({ promise }: TrackView): Line {
  if (promise === null) return { vi: 'Chưa hẹn ngày', en: 'No date promised' };
  const marks = [
    ...(promise.estimate ? [{ vi: 'dự kiến', en: 'estimate' }] : []),
    ...(promise.provisional ? [{ vi: 'tạm tính', en: 'provisional' }] : []),
    ...(promise.passed ? [{ vi: 'đã quá hẹn', en: 'passed' }] : []),
  ];
  const mark = (texts: string[]) => (texts.length === 0 ? '' : ` (${texts.join(', ')})`);
  const at = shown(promise.at);
  return { vi: `${at}${mark(marks.map(({ vi }) => vi))}`, en: `${at}${mark(marks.map(({ en }) => en))}` };
}

const same = (text: string): Line => ({ vi: text, en: text });

/** HTML of the page. */
export function trackPage(view: TrackView): string {
  const { procedure, office, receivedBy, receivedAt } = view;
  const { illustration } = procedure;
  const entries = [
    entry({ vi: 'Thủ tục', en: 'Procedure' }, { vi: procedure.name, en: procedure.nameEn }),
    entry({ vi: 'Tình trạng', en: 'Status' }, { vi: view.phaseName, en: view.phaseNameEn }),
    entry({ vi: 'Hồ sơ đang ở', en: 'The dossier is at' }, { vi: office.name, en: office.nameEn }),
    entry({ vi: 'Từ lúc', en: 'Since' }, same(shown(view.since))),
    entry({ vi: 'Nơi tiếp nhận', en: 'Received by' }, { vi: receivedBy.name, en: receivedBy.nameEn }),
    ...(receivedAt === null ? [] : [entry({ vi: 'Tiếp nhận lúc', en: 'Received at' }, same(shown(receivedAt)))]),
    entry({ vi: 'Hẹn trả kết quả', en: 'Result promised for' }, promiseLine(view)),
  ];
  const waits = `<p><strong>Đang chờ ông/bà.</strong> <span class="en" lang="en">It waits for you.</span></p>`;
  const marked =
    illustration === null
      ? ''
      : `<p class="mark">${escaped(illustration.why)} <span class="en" lang="en">${escaped(illustration.whyEn)}</span></p>`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(view.code)}</title><style>${STYLE}</style></head>
<body><main><h1>Hồ sơ ${escaped(view.code)}</h1>${view.waitsForApplicant ? waits : ''}
<dl>${entries.join('\n')}</dl>${marked}</main></body></html>
`;
}
