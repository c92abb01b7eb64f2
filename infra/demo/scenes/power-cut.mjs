// @ts-check
/** Hùng Sơn loses its line, writes on to its own disk, and loses its power in the middle of sending. */
import { setTimeout as sleep } from 'node:timers/promises';
import { remark } from '../../journey/print.mjs';
import { compareBooks, everyDossier } from '../books.mjs';
import { HUNG_SON } from '../cast.mjs';
import { measured, scene } from '../print.mjs';
import { dossierOf } from '../schedule.mjs';
import { actorOf, handIn } from '../stage.mjs';

/** @typedef {import('../stage.mjs').Stage} Stage */

const DAY = 3;
const LINE_CUT = '08:00';
const LINE_BACK = '10:00';
/** Citizens who came while it was dark. @type {readonly (readonly [string, string, string])[]} */
const CITIZENS = [
  ['08:15', '1.004873', '20455'],
  ['08:30', '2.000635', '20443'],
  ['08:45', '1.001612', '20455'],
  ['09:15', '1.001193', '20455'],
  ['09:30', '1.004873', '20443'],
];

/** @param {Stage} stage @returns {import('../stage.mjs').Beat[]} */
export function powerCut(stage) {
  const actor = actorOf(stage, HUNG_SON);
  return [
    { at: stage.on(DAY, LINE_CUT), before: () => cutTheLine(actor) },
    ...CITIZENS.map(([time, code, commune], index) => ({
      at: stage.on(DAY, time),
      before: () => citizen(stage, { name: `${stage.run}-dark-${index + 1}`, code, commune }),
    })),
    { at: stage.on(DAY, LINE_BACK), before: () => dieWhileSending(stage), after: () => showBooks(stage) },
  ];
}

/** @param {import('../actor.mjs').Actor} actor */
async function cutTheLine(actor) {
  scene('D. Mất điện ở xã Hùng Sơn', 'D. A power cut at Hùng Sơn');
  remark(
    '08:00 đường truyền đứt; quầy vẫn nhận, mọi việc ghi vào đĩa của xã.',
    '08:00 the line is cut; the counter stays open and writes to its own disk.',
  );
  await actor.ask({ do: 'cut' });
}

/** @param {Stage} stage @param {{ name: string, code: string, commune: string }} who */
function citizen(stage, { name, code, commune }) {
  const place = code === '1.001612' ? 'headOffice' : 'residence';
  const dossier = dossierOf({ code, channel: 'counter', jurisdiction: { [place]: { communeCode: commune } } });
  return handIn(stage, { agency: HUNG_SON, name, dossier });
}

/** @param {Stage} stage */
async function dieWhileSending(stage) {
  const actor = actorOf(stage, HUNG_SON);
  const { queue } = (await actor.ask({ do: 'status' }))['status'];
  remark(
    `10:00 có đường truyền lại: ${queue.queued} việc chờ gửi. Đang gửi thì mất điện (kill -9).`,
    `10:00 the line is back: ${queue.queued} acts wait. While it sends, the power goes (kill -9).`,
  );
  const before = await knownToTheHub(stage);
  await actor.ask({ do: 'restore' });
  const cutOff = stage.director.work(actor).catch(() => undefined);
  while (actor.isUp && (await knownToTheHub(stage)) === before) await sleep(1);
  await actor.kill9();
  await cutOff;
  const arrived = (await knownToTheHub(stage)) - before;
  measured(
    `khi mất điện, trục đã có ${arrived} hồ sơ của buổi sáng`,
    `when the power went, ${arrived} dossiers had arrived`,
  );
  await actor.start();
  await stage.director.work(actor);
}

/** @param {Stage} stage */
async function knownToTheHub({ office }) {
  const { counts } = await office.need({ path: '/v1/dossiers?limit=1', agency: HUNG_SON });
  return counts.total;
}

/** @param {Stage} stage */
async function showBooks(stage) {
  const { office } = stage;
  const actor = actorOf(stage, HUNG_SON);
  const { queue } = (await actor.ask({ do: 'status' }))['status'];
  const all = await everyDossier(office, HUNG_SON, '');
  const own = all.filter(
    ({ receivingAgency, receivedAt }) => receivingAgency.id === HUNG_SON && isOfTheDark(stage, receivedAt),
  );
  const handedIn = stage.handedIn.filter(({ agency, at }) => agency === HUNG_SON && isOfTheDark(stage, at));
  const { events, missing, doubled, holds, differing } = await compareBooks(office, actor);
  remark(
    `Có điện lại: ${own.length}/${handedIn.length} hồ sơ của hai giờ mất mạng có trên trục, mỗi hồ sơ một lần, đúng giờ khai; còn ${queue.queued} việc chờ, ${queue.conflicts.length} xung đột.`,
    `Power is back: ${own.length} of the ${handedIn.length} dossiers of two dark hours are in the hub, once each, with their declared times; ${queue.queued} acts wait, ${queue.conflicts.length} conflicts.`,
  );
  remark(
    `Sổ của xã so với trục: ${events} sự kiện, thiếu ${missing}, trùng ${doubled}; đang giữ ${holds} hồ sơ, lệch ${differing}.`,
    `Its register against the hub: ${events} events, ${missing} missing, ${doubled} doubled; ${holds} dossiers held, ${differing} differing.`,
  );
  if (missing + doubled + differing + queue.queued > 0 || own.length !== handedIn.length)
    throw new Error('the power cut lost or doubled something');
}

/** @param {Stage} stage @param {string} instant */
function isOfTheDark({ on }, instant) {
  const at = Date.parse(instant);
  return at >= Date.parse(on(DAY, LINE_CUT)) && at < Date.parse(on(DAY, LINE_BACK));
}
