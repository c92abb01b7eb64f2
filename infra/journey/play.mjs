// @ts-check
/** Plays the journeys against a running service of the demo profile, through its public API only. */
import { parseArgs } from 'node:util';
import { Refused, runScript, say } from '../scripts/say.mjs';
import { daysFrom, spoken } from './days.mjs';
import { Office, demoKey } from './office.mjs';
import { landWithTwoOpinions } from './stories/land-with-two-opinions.mjs';
import { oneAndAHalfDays } from './stories/one-and-a-half-days.mjs';
import { sameDayCutoff } from './stories/same-day-cutoff.mjs';
import { weekendSupplement } from './stories/weekend-supplement.mjs';
import { wrongJurisdiction } from './stories/wrong-jurisdiction.mjs';

const DEFAULT_URL = 'http://127.0.0.1:8080';

function parseOptions() {
  try {
    return parseArgs({ options: { url: { type: 'string' }, pace: { type: 'string', default: '0' } } }).values;
  } catch {
    throw new Refused(
      'Tham số không hợp lệ. Cách dùng: node infra/journey/play.mjs [--url http://127.0.0.1:8080] [--pace 500]',
      'Unknown option. Usage: node infra/journey/play.mjs [--url http://127.0.0.1:8080] [--pace 500]',
    );
  }
}

function readOptions() {
  const values = parseOptions();
  const paceMs = Number(values.pace);
  if (!Number.isFinite(paceMs) || paceMs < 0)
    throw new Refused('--pace là số mili giây.', '--pace is a number of milliseconds.');
  return { url: values.url ?? process.env['LIENTHONG_URL'] ?? DEFAULT_URL, paceMs };
}

/** @param {string} url @param {string} code */
function showCommands(url, code) {
  const key = demoKey('haiphong-hai-an');
  say('\nThử ngay (dán vào cửa sổ lệnh khác):', 'Try it (paste into another terminal):');
  console.log(
    [
      `export LIENTHONG_KEY='${key}'`,
      `curl -s '${url}/v1/dossiers/${code}' -H "authorization: Bearer $LIENTHONG_KEY"`,
      `curl -s '${url}/v1/dossiers/${code}/timeline' -H "authorization: Bearer $LIENTHONG_KEY"`,
      `curl -s '${url}/v1/dossiers/${code}/clocks/legal/explain' -H "authorization: Bearer $LIENTHONG_KEY"`,
      `curl -s '${url}/v1/events?limit=5' -H "authorization: Bearer $LIENTHONG_KEY"`,
    ].join('\n'),
  );
}

async function main() {
  const office = new Office(readOptions());
  const now = await office.now();
  const on = daysFrom(now);
  say(`Đồng hồ trình diễn đứng ở ${spoken(now)}.`, `The stepped clock stands at ${now}.`);
  const stage = { office, on };
  const code = await oneAndAHalfDays(stage);
  await wrongJurisdiction(stage);
  await weekendSupplement(stage);
  await sameDayCutoff(stage);
  await landWithTwoOpinions(stage);
  showCommands(office.url, code);
  return 0;
}

await runScript(main);
