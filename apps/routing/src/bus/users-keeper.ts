import { readFile, rename, writeFile } from 'node:fs/promises';
import type { AgencyId } from '@lien-thong/domain';
import type { Reload } from './broker-reload.js';
import { usersFile } from './users-file.js';
import type { UsersOfExchange } from './users-file.js';

const OWNER_ONLY = 0o600;

export interface UsersKeeperOptions extends Omit<UsersOfExchange, 'agencies'> {
  readonly file: string;
  /** Null: whoever runs the broker reloads it. */
  readonly reload: Reload | null;
}

/** Keeps the file of the broker's users as the directory of agencies is. Every replica writes the same text. */
export class UsersKeeper {
  /** The text the broker has been told to read; null before. */
  private told: string | null = null;

  constructor(private readonly options: UsersKeeperOptions) {}

  /** Writes the file when it differs and has the broker read it. True when it did. Rejects when either fails, to be called again. */
  async keep(agencies: readonly AgencyId[]): Promise<boolean> {
    const { file, reload, hubPassword, passwords } = this.options;
    const text = usersFile({ hubPassword, agencies, passwords });
    if (text === this.told) return false;
    const written = await readFile(file, 'utf8').catch(() => null);
    if (written !== text) {
      const draft = `${file}.${process.pid}`;
      await writeFile(draft, text, { mode: OWNER_ONLY });
      await rename(draft, file);
    }
    // Also when another replica has written it: it may have ended before it told the broker.
    await reload?.();
    this.told = text;
    return true;
  }
}
