// @ts-check
/** One performance: the offices are started, two weeks are played, and the figures read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Actor } from './actor.mjs';
import { compareBooks } from './books.mjs';
import { weeksFrom } from './calendar.mjs';
import { CAST, configOf } from './cast.mjs';
import { closingFigures } from './closing.mjs';
import { printClosing, requireSums } from './closing-table.mjs';
import { Director } from './director.mjs';
import { say } from '../scripts/say.mjs';
import { measured } from './print.mjs';
import { transferBudgets } from './procedures.mjs';
import { Progress } from './progress.mjs';
import { brokerWiped } from './scenes/broker-wiped.mjs';
import { doubleBounce } from './scenes/double-bounce.mjs';
import { haiAnConflict } from './scenes/hai-an-conflict.mjs';
import { powerCut } from './scenes/power-cut.mjs';
import { wrongJurisdiction } from './scenes/wrong-jurisdiction.mjs';
import { scheduleOf } from './schedule.mjs';
import { handIn } from './stage.mjs';

/** Two weeks of citizens, and a third for what is still on its way. */
const LAST_DAY = 18;
const WORKING_DAY_MINUTES = 600;

/**
 * @param {{ office: import('../journey/office.mjs').Office, options: import('./options.mjs').Options, title: string }} play
 * @returns {Promise<import('./closing.mjs').Figures & { lost: number }>}
 */
export async function perform({ office, options, title }) {
  const folder = mkdtempSync(join(tmpdir(), 'lien-thong-demo-'));
  const now = await office.now();
  const on = weeksFrom(now);
  const day = on(0, 0).slice(0, 10);
  const actors = await officesOf({ office, folder, options, day });
  const progress = new Progress({ total: options.dossiers, acts: () => director.acts, now });
  const director = new Director({
    ...{ office, actors: [...actors.values()], now, pause: pauseAt(options.speed) },
    heard: (instant) => progress.heard(instant),
  });
  /** @type {import('./stage.mjs').Stage} */
  const stage = { office, director, actors, on, run: day, handedIn: [], begins: on(0, 0) };
  planAll(stage, { options, progress });
  progress.begin();
  try {
    await openOffices(actors);
    await director.playUntil(on(LAST_DAY, '17:30'));
    const lost = await lostIn(stage);
    const figures = await closingFigures(stage);
    printClosing(figures, { seed: options.seed, title });
    requireSums(figures);
    return { ...figures, lost };
  } finally {
    progress.end();
    await Promise.all([...actors.values()].map((actor) => actor.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('./stage.mjs').Stage} stage @param {{ options: import('./options.mjs').Options, progress: Progress }} of */
function planAll(stage, { options: { seed, dossiers }, progress }) {
  const { director, on, run } = stage;
  for (const handedIn of scheduleOf({ seed, count: dossiers, on, run })) {
    const before = async () => {
      await handIn(stage, handedIn);
      progress.handedIn();
    };
    director.add({ at: handedIn.at, before });
  }
  director.add(...haiAnConflict(stage), ...wrongJurisdiction(stage), ...doubleBounce(stage));
  director.add(...powerCut(stage), ...brokerWiped(stage));
}

/**
 * @param {{ office: import('../journey/office.mjs').Office, folder: string, options: import('./options.mjs').Options, day: string }} opening
 * @returns {Promise<Map<string, Actor>>} not started yet
 */
async function officesOf({ office, folder, options, day }) {
  const budgets = await transferBudgets(office, day);
  /** @type {Map<string, Actor>} */
  const actors = new Map();
  for (const player of CAST) {
    const config = configOf(player, { service: options.url, transferBudgets: budgets, seed: options.seed });
    actors.set(player.id, new Actor({ id: player.id, folder, config }));
  }
  return actors;
}

/** @param {ReadonlyMap<string, Actor>} actors */
async function openOffices(actors) {
  say(
    `› ${actors.size} đơn vị mở cửa, mỗi đơn vị một tiến trình …`,
    `  ${actors.size} offices open, each a process of its own …`,
  );
  const begun = Date.now();
  await Promise.all([...actors.values()].map((actor) => actor.start()));
  measured(`sau ${Date.now() - begun} ms`, `after ${Date.now() - begun} ms`);
}

/** @param {import('./stage.mjs').Stage} stage @returns {Promise<number>} facts that did not arrive, or arrived twice, over all offices */
async function lostIn({ office, actors }) {
  let lost = 0;
  for (const actor of actors.values()) {
    const { missing, doubled, differing } = await compareBooks(office, actor);
    lost += missing + doubled + differing;
  }
  if (lost > 0) throw new Error(`the books of the offices and of the service differ in ${lost} places`);
  return lost;
}

/**
 * Paces only: the figures are the same at any speed.
 * @param {number} speed working days in a minute; 0: no pause
 * @returns {(from: string, to: string) => number} milliseconds
 */
function pauseAt(speed) {
  if (speed === 0) return () => 0;
  const msPerMinute = 60_000 / speed / WORKING_DAY_MINUTES;
  // Nights and weekends are not waited for.
  return (from, to) => Math.min(WORKING_DAY_MINUTES, (Date.parse(to) - Date.parse(from)) / 60_000) * msPerMinute;
}
