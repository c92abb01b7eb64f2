/** Operation × role × relation to a dossier, over every operation of the OpenAPI document (S41). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/identity/caller.js';
import { PublishedDocument } from '../../src/openapi/published-document.js';
import { startApp } from '../app.js';
import type { TestApp } from '../app.js';
import type { HttpCaller } from '../http-caller.js';
import { AGENCIES, dossierUnderWay } from './dossier-under-way.js';
import { RELATIONS, TABLE } from './table.js';
import type { Relation, Row } from './table.js';

/** Their own answer to a wrong credential is 401. */
const SIGN_IN = new Set(['POST /v1/oauth/token', 'POST /demo/sign-in']);

let office: TestApp;
let code = '';
const callers: {
  readonly name: string;
  readonly role: Role;
  readonly relation: Relation;
  readonly caller: HttpCaller;
}[] = [];

beforeAll(async () => {
  office = await startApp();
  code = await dossierUnderWay(office);
  for (const relation of RELATIONS) {
    for (const role of rolesAt(relation)) {
      const agency = AGENCIES[relation];
      callers.push({ name: `${role}'s software`, role, relation, caller: await office.as(agency, role) });
      callers.push({ name: `${role}`, role, relation, caller: await office.asPerson(agency, role) });
    }
  }
}, 120_000);
afterAll(async () => {
  await office.close();
});

/** A clerk of the supervising agency watches over nobody: the right hangs on the role, not on the house. */
function rolesAt(relation: Relation): readonly Role[] {
  return ['clerk', 'supervisor', 'admin', 'auditor'].filter(
    (role) => relation !== 'none' || role !== 'supervisor',
  ) as Role[];
}

function knowsOfIt({ role, relation }: { readonly role: Role; readonly relation: Relation }): boolean {
  if (relation === 'receiving' || relation === 'competent' || relation === 'consulted') return true;
  return relation === 'overBoth' && (role === 'supervisor' || role === 'auditor');
}

/** A supervisor acts where he supervises, and nowhere as a clerk of his house. */
function mayAct({ role, relation }: { readonly role: Role; readonly relation: Relation }): boolean {
  return role === 'clerk' ? knowsOfIt({ role, relation }) : relation === 'overBoth';
}

const operations = () =>
  Object.entries(office.app.get(PublishedDocument).get().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

function addressOf(operation: string, row: Row): string {
  const path = (operation.split(' ')[1] ?? '')
    .replace('/dossiers/{code}', `/dossiers/${code}`)
    .replace('/track/{code}', `/track/${code}`)
    .replace('{clockId}', 'legal')
    .replace('/agencies/{id}', `/agencies/${AGENCIES.none}`)
    .replace('{code}', '1.012817')
    .replace('{version}', '1');
  return `${path}${row.query ?? ''}`;
}

function call(caller: HttpCaller, operation: string, row: Row) {
  const address = addressOf(operation, row);
  if (operation.startsWith('GET')) return caller.get(address);
  return caller.post(address, row.body ?? {}, { 'if-match': row.concern === 'dossier' ? '"v5"' : '' });
}

describe('the table', () => {
  it('has a row for every operation, and for nothing else', () => {
    expect(Object.keys(TABLE).sort()).toEqual(operations().sort());
  });
});

describe.each(Object.entries(TABLE))('%s', (operation, row) => {
  it('is open to nobody in particular only if it is public', async () => {
    const { status } = await call(office.anonymous, operation, row);
    if (row.concern !== 'public') expect(status).toBe(401);
    else if (!SIGN_IN.has(operation)) expect(status).not.toBe(401);
  });

  it('is closed to whoever lacks the role', async () => {
    if (row.concern === 'public') return;
    for (const { name, role, relation, caller } of callers.filter(({ role }) => !isOpenTo(role))) {
      const { status, body } = await call(caller, operation, row);
      expect({ name, role, relation, status, body }).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
  });

  it('answers about the dossier only to whoever may know of it', async () => {
    for (const { name, role, relation, caller } of callers.filter(({ role }) => isOpenTo(role))) {
      // Signing out ends the session the other rows are asked with.
      if (operation === 'POST /auth/logout' && !name.endsWith('software')) continue;
      const { status, text, body } = await call(caller, operation, row);
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
  return [code, 'Người Không Được Lộ', 'Nguoi Khong Duoc Lo'].filter((word) => text.includes(word));
}
