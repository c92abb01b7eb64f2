/** The server the tests run on: the one named by TEST_POSTGRES_URL, or one of our own that lives as long as somebody needs it. */
import { throwAwayPostgres } from '../../../infra/postgres/throw-away.mjs';
import { testEnv } from './env.js';

export interface Server {
  /** Superuser, database `postgres`. */
  readonly url: string;
  readonly release: () => Promise<void>;
}

let own: ReturnType<typeof throwAwayPostgres> | null = null;
let users = 0;

/** A server to make databases on; given back with `release`. */
export async function takeServer(): Promise<Server> {
  const named = testEnv.TEST_POSTGRES_URL;
  if (named !== undefined) return { url: named, release: () => Promise.resolve() };
  users += 1;
  own ??= throwAwayPostgres();
  const { url, dispose } = await own;
  const release = async () => {
    users -= 1;
    if (users > 0) return;
    own = null;
    await dispose();
  };
  return { url, release };
}
