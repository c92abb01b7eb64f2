/** The real service on a free port, over a database of its own, spoken to through HTTP only. */
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/create-app.js';
import { readEnv } from '../src/env.js';
import type { Env } from '../src/env.js';
import type { ApplicationWall } from '../src/identity/application-wall.js';
import { createTestDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { HttpCaller } from './http-caller.js';
import { Identities } from './identities.js';
import { OpenApiJudge } from './openapi-judge.js';
import { PublishedDocument } from '../src/openapi/published-document.js';

export interface TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly env: Env;
  readonly identities: Identities;
  /** Nobody in particular. */
  readonly anonymous: HttpCaller;
  /** An agency's software, with a key of its own made on first use. Roles default to clerk. */
  readonly as: (agencyId: string, ...roles: string[]) => Promise<HttpCaller>;
  /** A signed-in person of an agency. */
  readonly asPerson: (agencyId: string, ...roles: string[]) => Promise<HttpCaller>;
  /** Where the stepped clock stands. */
  readonly now: () => Promise<string>;
  /** Moves the stepped clock on to an instant (RFC 3339) and lets the sweep look. */
  readonly goOnTo: (instant: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TestAppOptions {
  /** Default true: the reference data of infra/seeds. */
  readonly seeded?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: the one that stands in service. */
  readonly applicationWall?: ApplicationWall;
}

/** Boots the service in the demo profile: its clock is stepped, so that figures can be asserted to the minute. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase({ seeded: options.seeded ?? true });
  const identities = await Identities.open(database);
  const env = readEnv({
    DATABASE_URL: database.appUrl,
    PORT: '0',
    NODE_ENV: 'test',
    LIENTHONG_PROFILE: 'demo',
    LIENTHONG_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    LIENTHONG_RATE_PER_SECOND: '100000',
    LIENTHONG_RATE_BURST: '100000',
    ...options.env,
  });
  const { applicationWall } = options;
  const app = await createApp(env, applicationWall === undefined ? {} : { applicationWall });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const anonymous = new HttpCaller(url, new OpenApiJudge(app.get(PublishedDocument).get()));
  return {
    url,
    app,
    database,
    env,
    identities,
    anonymous,
    as: async (agencyId, ...roles) =>
      anonymous.with({ authorization: `Bearer ${await identities.key(agencyId, roles)}` }),
    asPerson: async (agencyId, ...roles) =>
      anonymous.with({
        cookie: `lt_session=${await identities.session(agencyId, roles)}`,
        origin: new URL(env.PUBLIC_URL).origin,
      }),
    now: async () => ((await anonymous.get('/demo/clock')).body as { now: string }).now,
    goOnTo: async (instant) => {
      await anonymous.post('/demo/clock', { now: instant });
    },
    close: async () => {
      await app.close();
      await identities.close();
      await database.drop();
    },
  };
}
