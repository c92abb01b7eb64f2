/** What a group takes for granted of `pg`: a newer one that keeps its books otherwise, or calls by other names, must fail here. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseError } from 'pg';
import type { PoolClient } from 'pg';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import type { Statement } from './columns.js';
import { StatementGroup } from './statement-group.js';
import type { Answer } from './statement-group.js';

const PLUS: Statement = { name: 'spec-plus', text: 'select $1::int + 1 as plus' };
const PREPARED: Statement = {
  name: 'spec-prepared',
  text: 'select count(*)::int from pg_prepared_statements where name = $1',
};
const BROKEN: Statement = { name: 'spec-broken', text: 'select 1 / $1::int' };

let opened: Opened;
let client: PoolClient;
beforeAll(async () => {
  opened = await openDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  client = await opened.app.connect();
});
afterEach(() => client.release(true));

type Asked = readonly [Statement, ...unknown[]];

/** Sends them as one group; how each was answered. */
function send(...asked: readonly Asked[]): Promise<readonly PromiseSettledResult<Answer>[]> {
  const answers: Promise<Answer>[] = [];
  const sent = asked.map(([statement, ...values]) => {
    const { promise, resolve, reject } = withResolvers<Answer>();
    answers.push(promise);
    return { statement, values, resolve, reject };
  });
  client.query(new StatementGroup(sent));
  return Promise.allSettled(answers);
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve, reject };
}

const rowsOf = (settled: readonly PromiseSettledResult<Answer>[]) =>
  settled.map((each) => (each.status === 'fulfilled' ? each.value.rows : String(each.reason)));

describe('statements that go out together', () => {
  it('are answered each with its own rows, in their order', async () => {
    expect(rowsOf(await send([PLUS, 1], [PLUS, 41], [PREPARED, PLUS.name]))).toEqual([[['2']], [['42']], [['1']]]);
  });

  it('are prepared once on a connection, whichever of the two sends them first', async () => {
    await send([PLUS, 1]);
    const asPgAsks = await client.query<{ plus: number }>({ ...PLUS, values: [6] });
    expect(asPgAsks.rows).toEqual([{ plus: 7 }]);
    await client.query({ ...PREPARED, values: [PLUS.name] });
    expect(rowsOf(await send([PREPARED, PLUS.name], [PLUS, 2]))).toEqual([[['1']], [['3']]]);
    expect(rowsOf(await send([PLUS, 3]))).toEqual([[['4']]]);
  });

  it('end with the first that fails: those before it are answered, those behind it fail with it', async () => {
    const [before, failed, behind] = await send([PLUS, 1], [BROKEN, 0], [PLUS, 2]);
    expect(before).toMatchObject({ status: 'fulfilled', value: { rows: [['2']] } });
    for (const each of [failed, behind]) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseError) });
      expect(each).toMatchObject({ reason: { code: '22012' } });
    }
  });

  it('are all refused, and none sent, when one has a value nothing can be made of; the connection is as before', async () => {
    const refused = await send([PLUS, 1], [PLUS, { not: 'a parameter' }]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(rowsOf(await send([PREPARED, PLUS.name]))).toEqual([[['0']]]);
  });

  it('hear of it when the connection is lost under them', async () => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const slow: Statement = { name: 'spec-slow', text: 'select pg_sleep($1::int)' };
    const waiting = send([slow, 60], [PLUS, 1]);
    await opened.app.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
