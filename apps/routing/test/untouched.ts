import { expect } from '@jest/globals';
import type { Answer } from './answer.js';
import type { TestApp } from './app.js';

const TABLES = [
  'dossier',
  'dossier_alias',
  'party',
  'event',
  'clock',
  'segment',
  'command_key',
  'code_counter',
  'feed',
  'feed_counter',
  'private_key',
  'private',
  'private_token',
];

/** What the tables of dossiers hold: rows and a hash over all of them, by table. */
export async function contentsOf({ identities }: TestApp): Promise<Readonly<Record<string, unknown>>> {
  // Forced row-level security holds for the owner of the tables too.
  await identities.run(`select set_config('app.scope', 'ledger', false)`);
  const contents: Record<string, unknown> = {};
  for (const table of TABLES) {
    const [row] = await identities.run(
      `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`,
    );
    contents[table] = row;
  }
  return contents;
}

export interface Expected {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
}

/** The answer names the code, the field and the reason in both languages, and nothing was written. */
export async function refusedUntouched(
  office: TestApp,
  send: () => Promise<Answer>,
  { status, code: problem, field }: Expected,
): Promise<Answer> {
  const before = await contentsOf(office);
  const answer = await send();
  expect(answer.body).toMatchObject({ status, code: problem });
  expect(answer.status).toBe(status);
  const { title, titleEn, todo, todoEn, errors } = answer.body as Record<string, unknown> & {
    errors: { field: string }[];
  };
  for (const text of [title, titleEn, todo, todoEn]) expect(text).toEqual(expect.stringMatching(/\S/));
  expect(title).not.toBe(titleEn);
  if (field !== undefined) {
    expect(errors).toContainEqual({
      field,
      reason: expect.stringMatching(/\S/),
      reasonEn: expect.stringMatching(/\S/),
    });
  }
  expect(await contentsOf(office)).toEqual(before);
  return answer;
}
