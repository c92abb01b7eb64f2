/** Steps of an admin who looks after people and keys. */
import { expect } from '@jest/globals';
import type { Answer } from './answer.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';

export const HOME = '/v1/agencies/haiphong-hai-an';
export const NEWCOMER = { name: 'Nguyễn Thị Thử', title: 'Chuyên viên', titleEn: 'Specialist' };

export interface Officer {
  readonly id: string;
  readonly revision: number;
  readonly active: boolean;
  readonly account: {
    readonly id: string;
    readonly roles: string[];
    readonly active: boolean;
    readonly supervises: string[];
  } | null;
}

export const officerIn = ({ body }: Answer): Officer => body as Officer;

/** A new officer of Hải An. */
export async function takenOn(admin: HttpCaller, body: object = NEWCOMER): Promise<Officer> {
  const answer = await admin.post(`${HOME}/officers`, body);
  expect(answer).toMatchObject({ status: 201, body: { account: null, active: true, revision: 1, replayed: false } });
  return officerIn(answer);
}

/** The same with an account of the demonstration; the subject is made for the occasion. */
export async function withAccount(admin: HttpCaller, ...roles: string[]): Promise<Officer> {
  const { id } = await takenOn(admin);
  const answer = await admin.post(`${HOME}/officers/${id}/account`, { subject: `subject of ${id}`, roles });
  expect(answer).toMatchObject({ status: 201, body: { account: { roles: [...roles].sort(), active: true } } });
  return officerIn(answer);
}

/** What an officer’s browser asks with after he has signed in. */
export async function signedIn(office: TestApp, officer: Officer): Promise<HttpCaller> {
  const answer = await office.anonymous.post('/demo/sign-in', { account: officer.account?.id ?? '' });
  expect(answer.status).toBe(204);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return office.anonymous.with({ cookie, origin: new URL(office.env.PUBLIC_URL).origin });
}

/** PUT or DELETE of what was read at that revision. */
export function change(caller: HttpCaller, path: string, { body, seen }: { body?: object; seen?: number | string }) {
  const method = body === undefined ? 'DELETE' : 'PUT';
  const tag = seen === undefined ? {} : { 'if-match': typeof seen === 'string' ? seen : `"v${seen}"` };
  const raw = body === undefined ? {} : { raw: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return caller.send(method, path, { headers: { ...tag, ...type }, ...raw });
}
