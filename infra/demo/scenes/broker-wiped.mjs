// @ts-check
/** The broker is killed and its store removed while the offices work. The feed is the truth; the bus only makes it soon. */
import { setTimeout as sleep } from 'node:timers/promises';
import { remark } from '../../journey/print.mjs';
import { compareBooks } from '../books.mjs';
import { canBeWiped, wipeBroker } from '../broker.mjs';
import { HAI_AN } from '../cast.mjs';
import { measured, scene } from '../print.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */

const DAY = 7;
const PATIENCE_MS = 30_000;

/** @param {Stage} stage @returns {import('../stage.mjs').Beat[]} */
export function brokerWiped(stage) {
  return [
    { at: stage.on(DAY, '09:00'), before: () => wipe(stage) },
    { at: stage.on(DAY, '16:00'), before: async () => stage.director.stirAll(), after: () => count(stage) },
  ];
}

/** @param {Stage} stage */
async function wipe({ office }) {
  scene('E. Máy chủ thông điệp bị xoá sạch', 'E. The broker is wiped');
  const { status } = await office.ask({ path: '/v1/agencies/me/bus', agency: HAI_AN });
  if (status === 404) {
    remark(
      'Bỏ qua: bản cài đặt này dùng bus qua PostgreSQL, không có nats-server để xoá.',
      'Skipped: this installation uses the Postgres bus; there is no nats-server to wipe.',
    );
    return;
  }
  if (!canBeWiped()) {
    remark(
      'Bỏ qua: nats-server do người khác khởi động, bản diễn không được tắt.',
      'Skipped: nats-server was started by somebody else, and is not ours to kill.',
    );
    return;
  }
  const files = await wipeBroker();
  measured(
    `đã kill -9 nats-server và xoá ${files} tệp trong kho của nó`,
    `nats-server killed with -9, ${files} files of its store removed`,
  );
  remark(
    'Các đơn vị làm việc tiếp; trục nối lại và dựng lại luồng.',
    'The offices work on; the hub reconnects and makes its stream again.',
  );
  const again = await waitForBus(office.url);
  measured(`trục nối lại sau ${again} ms`, `the hub was back on the bus after ${again} ms`);
}

/** @param {string} url @returns {Promise<number>} milliseconds until the service says that its bus is no longer away */
async function waitForBus(url) {
  const begun = Date.now();
  while (Date.now() - begun < PATIENCE_MS) {
    const health = await fetch(`${url}/health/ready`);
    const { degraded } = /** @type {{ degraded?: unknown }} */ (await health.json());
    if (Array.isArray(degraded) && degraded.length === 0) return Date.now() - begun;
    await sleep(100);
  }
  throw new Error(`the service did not find its broker again in ${PATIENCE_MS / 1000} s`);
}

/** Events lost or doubled, over all offices. @param {Stage} stage */
async function count({ office, actors }) {
  let [events, lost, doubled] = [0, 0, 0];
  for (const actor of actors.values()) {
    const books = await compareBooks(office, actor);
    events += books.events;
    lost += books.missing;
    doubled += books.doubled;
  }
  scene('E. Sau khi xoá máy chủ thông điệp', 'E. After the broker was wiped');
  remark(
    `${events} sự kiện trong sổ của ${actors.size} đơn vị: mất ${lost}, trùng ${doubled}.`,
    `${events} events in the books of ${actors.size} offices: ${lost} lost, ${doubled} doubled.`,
  );
  if (lost + doubled > 0) throw new Error('events were lost or applied twice');
}
