/** Operation × role × relation to a dossier, over every operation of the OpenAPI document (S41). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/identity/caller.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import { PERSON, dossierUnderWay } from './dossier-under-way.js';
import { ask, callersOf, endsOwnSession, knowsOfIt, operationsOf } from './matrix.js';
import type { MatrixCaller, Who } from './matrix.js';
import { TABLE } from './table.js';

/** Their own answer to a wrong credential is 401. */
const SIGN_IN = new Set(['POST /v1/oauth/token', 'POST /demo/sign-in']);

let office: TestApp;
let code = '';
let callers: readonly MatrixCaller[] = [];

beforeAll(async () => {
  office = await startApp();
  code = await dossierUnderWay(office);
  callers = await callersOf(office);
}, 120_000);
afterAll(async () => {
  await office.close();
});

/** A supervisor acts where he supervises, and nowhere as a clerk of his house. */
function mayAct(who: Who): boolean {
  return who.role === 'clerk' ? knowsOfIt(who) : who.relation === 'overBoth';
}

describe('the table', () => {
  it('has a row for every operation, and for nothing else', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...operationsOf(office)].sort());
  });
});

describe.each(Object.entries(TABLE))('%s', (operation, row) => {
  const question = () => ({ operation, row, code });

  it('is open to nobody in particular only if it is public', async () => {
    const { status } = await ask(office.anonymous, question());
    if (row.concern !== 'public') expect(status).toBe(401);
    else if (!SIGN_IN.has(operation)) expect(status).not.toBe(401);
  });

  it('is closed to whoever lacks the role', async () => {
    if (row.concern === 'public') return;
    for (const { name, role, relation, caller } of callers.filter(({ role }) => !isOpenTo(role))) {
      const { status, body } = await ask(caller, question());
      expect({ name, role, relation, status, body }).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  it('answers about the dossier only to whoever may know of it', async () => {
    for (const asking of callers.filter(({ role }) => isOpenTo(role))) {
      if (endsOwnSession(operation, asking)) continue;
      const { name, role, relation, caller } = asking;
      const { status, text, body } = await ask(caller, question());
      const who = { name, role, relation };
      const knows = knowsOfIt(who);
      const found = operation.startsWith('GET') ? knows : mayAct(who);
      if (row.concern === 'dossier') expect({ ...who, found: status !== 404 }).toEqual({ ...who, found });
      else expect({ ...who, status }).not.toMatchObject({ status: 401 });
      expect({ ...who, body }).not.toMatchObject({ body: { code: 'forbidden' } });
      if (!knows) expect({ ...who, leaks: leaks(text) }).toEqual({ ...who, leaks: [] });
    }
  });

  function isOpenTo(role: Role): boolean {
    return row.concern === 'public' ? false : row.roles.includes(role);
  }
});

/** What an answer to somebody who may not know of the dossier must not hold. */
function leaks(text: string): string[] {
  return [code, PERSON, 'Nguoi Khong Duoc Lo'].filter((word) => text.includes(word));
}
