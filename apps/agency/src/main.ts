/** `agency run|directed|status|tell|key`: a whole agency on the client of Liên Thông. */
import { lockFolder } from '@lien-thong/client/node';
import { Agency } from './agency.js';
import type { AgencyStatus } from './agency.js';
import { readConfig } from './config.js';
import type { AgencyConfig } from './config.js';
import { direct } from './directed.js';
import { readEnv } from './env.js';
import { busOf, lineTo } from './line.js';
import { takeKey } from './signing-key.js';
import { Notices } from './notices.js';
import { lastStatus, leaveOrder, openForTheDay } from './office-day.js';
import { USAGE, statusText } from './words.js';

/** BSD sysexits: EX_USAGE. */
const WRONG_USAGE = 64;
/** Notices go where a director does not read. */
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function run(config: AgencyConfig, isDirected: boolean): Promise<void> {
  const release = lockFolder(config.folder);
  try {
    const line = lineTo(config, readEnv().LIENTHONG_KEY);
    const wake = await busOf(config, line.client);
    const agency = await Agency.open({ config, client: line.client, notices: new Notices(tell), wake });
    if (isDirected) return await direct(agency, line);
    tell(`${config.agency} → ${config.service}, bus ${wake === undefined ? 'off' : 'on'}, ${config.folder}`);
    await openForTheDay({ agency, line, folder: config.folder, say: tell, stop: stopAsked() });
  } finally {
    release();
  }
}

function stopAsked(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked.abort());
  return asked.signal;
}

async function main([mode = '', file = '', order = '']: readonly string[]): Promise<number> {
  if (file === '') {
    process.stderr.write(USAGE);
    return WRONG_USAGE;
  }
  switch (mode) {
    case 'run':
    case 'directed':
      await run(readConfig(file), mode === 'directed');
      return 0;
    case 'status':
      process.stdout.write(`${statusText(JSON.parse(lastStatus(readConfig(file).folder)) as AgencyStatus)}\n`);
      return 0;
    case 'tell':
      await leaveOrder(readConfig(file).folder, order);
      return 0;
    case 'key':
      process.stdout.write(`${await takeKey(readConfig(file), readEnv().LIENTHONG_KEY)}\n`);
      return 0;
    default:
      process.stderr.write(USAGE);
      return WRONG_USAGE;
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (fault: unknown) => {
    tell(fault instanceof Error ? fault.message : String(fault));
    process.exit(1);
  },
);
