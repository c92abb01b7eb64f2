/** Telling the broker to read its users again: nobody who was let in before is disconnected by it. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { connect } from '@nats-io/transport-node';

const WITHIN_MS = 10_000;
const SYSTEM_USER = 'system';
const run = promisify(execFile);

/** Rejects when the broker could not be told. */
export type Reload = () => Promise<void>;

/** Signals the process that the broker's pid file names. */
export function reloadByPidFile(file: string): Reload {
  return async () => {
    const pid = Number((await readFile(file, 'utf8')).trim());
    if (!Number.isSafeInteger(pid) || pid < 2) throw new Error('the pid file of the broker names no process');
    process.kill(pid, 'SIGHUP');
  };
}

/** Runs what the operator has configured. */
export function reloadByCommand(command: string): Reload {
  return async () => {
    await run('/bin/sh', ['-c', command], { timeout: WITHIN_MS });
  };
}

/** Asks every server of the cluster through its system account (nats-server 2.10 or newer). */
export function reloadBySystemAccount({ servers, password, caFile }: SystemAccount): Reload {
  return async () => {
    const connection = await connect({
      servers: [...servers],
      user: SYSTEM_USER,
      pass: password,
      reconnect: false,
      timeout: WITHIN_MS,
      ...(caFile === null ? {} : { tls: { caFile } }),
    });
    try {
      const answers = await connection.requestMany('$SYS.REQ.SERVER.PING', '', { maxWait: 1_000 });
      const ids: string[] = [];
      for await (const answer of answers) ids.push(answer.json<{ server: { id: string } }>().server.id);
      if (ids.length === 0) throw new Error('no server of the broker answers');
      for (const id of ids) {
        const answer = await connection.request(`$SYS.REQ.SERVER.${id}.RELOAD`, '', { timeout: WITHIN_MS });
        const { error } = answer.json<{ error?: { description: string } }>();
        if (error !== undefined) throw new Error(`the broker did not reload: ${error.description}`);
      }
    } finally {
      await connection.close();
    }
  };
}

export interface SystemAccount {
  readonly servers: readonly string[];
  readonly password: string;
  readonly caFile: string | null;
}
