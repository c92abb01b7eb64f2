/** An office on real time: looks at its counter, its orders and its dossiers twice a second, and keeps `status.json` up to date. */
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { replaceFile } from '@lien-thong/client/node';
import type { Agency } from './agency.js';
import type { Line } from './line.js';
import { obey } from './orders.js';
import type { Order } from './orders.js';

const LOOK_EVERY_MS = 500;
const STATUS_FILE = 'status.json';

export interface OfficeDay {
  readonly agency: Agency;
  readonly line: Line;
  readonly folder: string;
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
}

export async function openForTheDay({ agency, line, folder, say, stop }: OfficeDay): Promise<void> {
  const orders = join(folder, 'do');
  mkdirSync(orders, { recursive: true });
  const reading = agency.consumer.run();
  let shown = '';
  while (!stop.aborted) {
    for (const order of ordersIn(orders)) say(JSON.stringify(await obey(order, agency, line)));
    await agency.turn(new Date().toISOString());
    const status = JSON.stringify(agency.status(), null, 2);
    if (status !== shown) await replaceFile(join(folder, STATUS_FILE), status);
    shown = status;
    await sleep(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
  await agency.close();
  await reading;
}

/** Orders an operator left (`agency tell`), oldest first; each is taken away before it is carried out. */
function ordersIn(folder: string): readonly Order[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    rmSync(file);
    try {
      return JSON.parse(text) as Order;
    } catch {
      return { do: text };
    }
  });
}

/** Leaves an order for the office that runs on this folder. */
export async function leaveOrder(folder: string, order: string): Promise<void> {
  mkdirSync(join(folder, 'do'), { recursive: true });
  await replaceFile(join(folder, 'do', `${String(Date.now()).padStart(15, '0')}-${process.pid}.json`), order);
}

/** What the office that runs on this folder said last. */
export function lastStatus(folder: string): string {
  return readFileSync(join(folder, STATUS_FILE), 'utf8');
}
