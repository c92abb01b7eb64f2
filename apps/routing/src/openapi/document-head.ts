/** What stands at the head of the document: how to speak to the service at all. */
import type { JsonSchema } from './json-schema.js';

const GUIDE = [
  'Mọi câu trả lời không thành công là problem+json (RFC 9457), tiếng Việt trước, tiếng Anh bên cạnh.',
  'Every answer that is not a success is problem+json (RFC 9457), Vietnamese first, English beside it; act on `code`, never on the sentences. `errors` names fields, `facts` what else is known, /docs/problems every code.',
  '',
  '## Who calls',
  'The software of an agency sends `Authorization: Bearer lt_<id>_<secret>`, or a token of POST /v1/oauth/token (client_id = `<id>`, client_secret = `<secret>`). People sign in at /auth/login; their writes need the `Origin` of this service. What you may not know of is 404, as if it were not there. In the demonstration GET /demo/identities lists keys.',
  '',
  '## The way of a dossier',
  'POST /v1/dossiers (`receive`) → POST /v1/dossiers/{code}/commands: `transfer` → the competent agency: `confirmDelivery`, `acceptTransfer` (or `refuseTransfer`), `decide`, `dispatchResult` → the receiving agency: `confirmResultArrival`, `notifyApplicant`, `returnResult`. Where the receiver itself is competent, `receive` leads to `processing` at once and `decide` to `readyForReturn`. `commands` of a dossier says which acts are open to you now, and why not the others. `?dryRun=true` says what an act would do.',
  '',
  '## Safe to repeat',
  'Every act carries an `Idempotency-Key`. After a timeout, 503 or commit-unknown send the same request under the same key. `ETag`/`If-Match` guard against acting on what somebody has changed.',
  '',
  '## Keeping up',
  'GET /v1/events?after= is complete and in order for your agency: keep `next` (also of an empty page), know events by `id`, apply those of a dossier by `seq`. 410 cursor-epoch-stale: a backup was restored, read again from the beginning. In lists `next` is null on the last page.',
  '',
  '## Time and text',
  'Instants are RFC 3339 with an offset (any), and are answered in UTC. `occurredAt` is the time at the counter; left out, it is now. Periods of the law are counted in Asia/Ho_Chi_Minh, minutes are whole working minutes unless a field says otherwise; durations are `1.5wd` (working days), `12wh` (working hours), `30cd` (calendar days), `sameDay`. Text is UTF-8, made NFC; an unknown field or parameter, a field given twice, and control, invisible or text-direction characters are refused. Bodies: 1 MB, 32 levels, not compressed.',
].join('\n');

export const INFO = {
  title: 'Liên Thông',
  version: '1.0.0',
  summary: 'Hồ sơ thủ tục hành chính phi địa giới · administrative dossiers that cross jurisdictions',
  description: GUIDE,
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

export const TAGS = [
  { name: 'dossiers', description: 'Hồ sơ: tiếp nhận, chuyển, xử lý, đồng hồ · dossiers, acts on them, clocks' },
  { name: 'reports', description: 'Báo cáo phút làm việc và trễ hạn · reports on minutes and lateness' },
  { name: 'alerts', description: 'Cảnh báo, rủi ro và người phải xử lý · alerts, risks, and who has to act' },
  { name: 'custody', description: 'Giao nhận có chữ ký, khóa, chứng cứ · signed custody, keys, evidence' },
  { name: 'directory', description: 'Cơ quan, địa bàn, thẩm quyền · agencies, areas, jurisdiction' },
  { name: 'procedures', description: 'Thủ tục và bản đã công bố · procedures and their versions' },
  {
    name: 'calendars',
    description: 'Lịch làm việc, các bản và thông báo làm căn cứ · working calendars and their notices',
  },
  {
    name: 'outages',
    description: 'Sự cố hệ thống dùng chung và thời gian được trừ · outages of shared systems and relief',
  },
  { name: 'feed', description: 'Sự kiện của cơ quan · the events of an agency' },
  { name: 'track', description: 'Tra cứu công khai · public tracking' },
  { name: 'identity', description: 'Đăng nhập, mã truy cập · signing in, access tokens' },
  { name: 'operation', description: 'Tình trạng, số đo, tài liệu · health, metrics, documents' },
  { name: 'demo', description: 'Chỉ có trong bản trình diễn · only in the demonstration' },
];

export const SECURITY_SCHEMES: JsonSchema = {
  key: { type: 'http', scheme: 'bearer', description: 'lt_<id>_<secret>, or an access token of POST /v1/oauth/token' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'lt_session',
    description: 'Officer signed in at /auth/login; behind TLS the cookie is called __Host-lt_session',
  },
};
