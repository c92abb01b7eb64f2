// @ts-check
/** What `npm start` plays on a service that stands at its beginning: the five wards, the five stories, and two days that are left as they stand. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { serveBroker } from '../demo/broker-owner.mjs';
import { ROOT, runNode } from './processes.mjs';
import { say } from './say.mjs';

const JOURNEY = join(ROOT, 'infra/journey/play.mjs');
const DEMO = join(ROOT, 'infra/demo/play.mjs');
const MORNING = join(ROOT, 'infra/demo/morning.mjs');
/** The stories begin on this Monday; a clock beyond it has been through both plays. */
const STORIES_BEGIN = '2026-11-23T00:00:00+07:00';

/** @typedef {{ url: string, demoOptions: readonly string[], broker: import('./broker.mjs').Broker, stopping: AbortSignal }} Play */

/**
 * @param {Play} play
 * @returns {Promise<number>} 0, or the code of the first play that failed
 */
export async function playAll(play) {
  if (await wasPlayed(play.url)) {
    say(
      '› Dữ liệu này đã được diễn rồi; xoá thư mục .data để xem lại từ đầu.',
      '  This data has seen the plays already; remove the folder .data to see them again.',
    );
    return 0;
  }
  const demo = await playDemo(play);
  play.stopping.throwIfAborted();
  if (demo !== 0) return demo;
  const journey = await playJourney(play.url);
  play.stopping.throwIfAborted();
  return journey === 0 ? playMorning(play.url) : journey;
}

/** @param {string} url */
async function wasPlayed(url) {
  const answer = await fetch(`${url}/demo/clock`).catch(() => undefined);
  const text = (await answer?.text()) ?? '';
  const now = /"now":"([^"]+)"/.exec(text)?.[1];
  return now !== undefined && Date.parse(now) >= Date.parse(STORIES_BEGIN);
}

/** @param {string} url */
async function playJourney(url) {
  say('\n› Diễn lại hành trình của năm hồ sơ qua API …', '  Playing the journeys of five dossiers through the API …');
  const code = await runNode([JOURNEY], { LIENTHONG_URL: url });
  if (code !== 0) say(`✗ Hành trình dừng với mã ${code}.`, `  The journey ended with code ${code}.`);
  return code;
}

/** @param {string} url */
async function playMorning(url) {
  const code = await runNode([MORNING], { LIENTHONG_URL: url });
  if (code !== 0) say(`✗ Hai ngày làm việc cuối dừng với mã ${code}.`, `  The last two days ended with code ${code}.`);
  return code;
}

/** @param {Play} play */
async function playDemo({ url, demoOptions, broker, stopping }) {
  say('› Diễn năm xã, phường trao đổi hồ sơ …', '  Playing five wards that exchange dossiers …');
  const play = spawn(process.execPath, [DEMO, ...demoOptions], {
    cwd: ROOT,
    env: { ...process.env, LIENTHONG_URL: url, LIENTHONG_BROKER: broker.nats === null ? '' : 'ours' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stop = () => play.kill('SIGTERM');
  stopping.addEventListener('abort', stop, { once: true });
  if (broker.nats !== null) serveBroker(play, { nats: broker.nats, now: (nats) => (broker.nats = nats) });
  const [code] = await once(play, 'close');
  stopping.removeEventListener('abort', stop);
  if (code !== 0) say(`✗ Bản diễn dừng với mã ${code}.`, `  The play ended with code ${code}.`);
  return code ?? 128;
}
