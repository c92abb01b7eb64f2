/** What this program says to people, Vietnamese first. */
import type { AgencyStatus } from './agency.js';

export const USAGE = `Cách dùng / usage:
  agency run      <config.json>           chạy theo giờ thật / run on real time
  agency directed <config.json>           chạy theo lệnh từng dòng JSON / obey JSON lines (see src/orders.ts)
  agency status   <config.json>           tình trạng của cơ quan đang chạy / what the running office says
  agency tell     <config.json> '<json>'  ra lệnh cho cơ quan đang chạy / give the running office an order
  agency key      <config.json>           tạo và đăng ký khóa ký biên nhận / make and register a key for receipts
`;

const LINE: Readonly<Record<AgencyStatus['line'], string>> = {
  unknown: 'chưa rõ / not tried yet',
  up: 'thông suốt / up',
  down: 'đang chờ đường truyền / down: everything is kept and sent later',
  refused: 'máy chủ từ chối / refused: check the key of this agency',
};

/** The status for the operator: what stands in the way first. */
export function statusText(status: AgencyStatus): string {
  const { agency, line, problem, cursor, dossiers, open, queue, deadLetters, ignored } = status;
  return [
    `${agency}: ${LINE[line]}${problem === null ? '' : ` (${problem})`}`,
    `  Hồ sơ / dossiers: ${dossiers}, chưa xong / open: ${open} · con trỏ / cursor: ${cursor ?? '–'}`,
    `  Chờ gửi / to send: ${queue.queued} · đã gửi / sent: ${queue.sent} · xung đột / conflicts: ${queue.conflicts.length}`,
    ...queue.conflicts.flatMap(({ id, code, command, occurredAt, problem: why, behind }) => [
      `  ✗ ${command} ${code ?? '(chưa có mã / no code yet)'} ${occurredAt ?? ''}: ${why.title} ${why.todo}`,
      `    ${why.code}: ${why.titleEn} ${why.todoEn}${behind > 0 ? ` (+${behind})` : ''}`,
      `    → agency tell <config> '{"do":"amend","id":"${id}"}' · '{"do":"drop","id":"${id}"}'`,
    ]),
    ...deadLetters.flatMap(({ dossierId, reason, detail, facts }) => [
      `  ✗ ${dossierId}: ${facts} sự kiện chờ / facts waiting (${reason}: ${detail})`,
      `    → agency tell <config> '{"do":"redrive","dossier":"${dossierId}"}'`,
    ]),
    ...Object.entries(ignored).map(([code, count]) => `  ! bỏ qua / ignored: ${code} × ${count}`),
  ].join('\n');
}
