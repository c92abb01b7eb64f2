/** The line of this office to the service. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientOfKey, createClient } from '@lien-thong/client';
import type { BusAccess, Client, ConsumerOptions } from '@lien-thong/client';
import { natsWake, replaceFile } from '@lien-thong/client/node';
import type { AgencyConfig } from './config.js';

export interface Line {
  readonly client: Client;
  /** A drill: nothing gets through until it is up again. */
  isCut: boolean;
}

export function lineTo({ service }: AgencyConfig, key: string): Line {
  const line: { isCut: boolean } = { isCut: false };
  const client = createClient({
    baseUrl: service,
    credentials: clientOfKey(key),
    surroundings: {
      fetch: (input, init) => (line.isCut ? Promise.reject(new TypeError('the line is cut')) : fetch(input, init)),
    },
  });
  return Object.assign(line, { client });
}

/**
 * The bus, if this service has one. What it answered last is kept for a start without a line; where there was never an answer the
 * feed alone is read.
 */
export async function busOf({ bus, folder }: AgencyConfig, client: Client): Promise<ConsumerOptions['wake']> {
  if (bus === 'off') return undefined;
  const file = join(folder, 'bus.json');
  const answered = await client.readBusAccess({}, { retries: { giveUpAfterMs: 3_000 } });
  if (answered.ok) {
    await replaceFile(file, JSON.stringify(answered.value));
    return natsWake(answered.value);
  }
  const kept = answered.problem.status === 404 ? null : accessIn(file);
  return kept === null ? undefined : natsWake(kept);
}

function accessIn(file: string): BusAccess | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as BusAccess;
  } catch {
    return null;
  }
}
