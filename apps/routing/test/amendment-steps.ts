/** An admin's way through an amendment: drafted by one, looked at, approved by another. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { ReferenceWatch } from '../src/reference/reference-watch.js';
import type { Answer } from './answer.js';
import type { TestApp } from './app.js';
import type { HttpCaller } from './http-caller.js';
import { MARITAL } from './procedure-steps.js';

/** A version of the procedure as if it had been published, in force from that day on. Its proof is another spec's business. */
export async function publishedVersion(
  { identities, app, as }: TestApp,
  version: number,
  { effectiveFrom = '2026-11-01', ...changes }: { effectiveFrom?: string } & Record<string, unknown> = {},
): Promise<void> {
  const caller = await as('haiphong-hai-an');
  const { body } = await caller.get(`/v1/procedures/${MARITAL}/versions/1`);
  const definition = { ...(body as object), ...changes, version, effectiveFrom, effectiveTo: null };
  await identities.run(
    `insert into procedure_version (code, version, name, field, level, boundary_scope, effective_from, effective_to, builder_version,
      definition)
    select d->>'code', (d->>'version')::integer, d->>'name', d->>'field', d->>'level', d->>'boundaryScope',
      (d->>'effectiveFrom')::date, null, 1, d from (select $1::jsonb as d) given`,
    [JSON.stringify(definition)],
  );
  await app.get(ReferenceWatch).look();
}

export const limitOf = (limit: string) => [
  {
    key: 'standard',
    name: 'Trường hợp thông thường',
    nameEn: 'Standard case',
    limits: { counter: limit, online: limit, post: limit },
  },
];

export interface Amendment {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly dryRun: { readonly digest: string } | null;
  readonly counts: readonly { readonly state: string; readonly dossiers: number; readonly becomeOverdue: number }[];
  readonly reasons: readonly { readonly code: string; readonly dossiers: number }[];
  readonly replayed: boolean;
}
export interface AmendedDossier {
  readonly dossier: string;
  readonly state: string;
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  readonly becomesOverdue: readonly string[];
  readonly stays: { readonly code: string } | null;
  readonly result: { readonly code: string } | null;
  readonly image: { readonly phase: string } | null;
}

export function amendmentBody(changes: object = {}): object {
  return {
    procedure: MARITAL,
    fromVersions: [1],
    toVersion: 2,
    policy: 'rebaseline',
    legalBasis: 'Nghị định 118/2025/NĐ-CP',
    reason: 'Thời hạn được cắt giảm',
    revertDays: 5,
    ...changes,
  };
}

export async function draftAmendment(caller: HttpCaller, changes: object = {}): Promise<Amendment> {
  const answer = await caller.post('/v1/amendments', amendmentBody(changes));
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as Amendment;
}

export async function amendmentOf(caller: HttpCaller, id: string): Promise<Amendment> {
  const { status, body } = await caller.get(`/v1/amendments/${id}`);
  expect(status).toBe(200);
  return body as Amendment;
}

/** Waits until nothing is under way. */
export async function settled(caller: HttpCaller, id: string): Promise<Amendment> {
  const until = Date.now() + 30_000;
  for (;;) {
    const amendment = await amendmentOf(caller, id);
    if (!['looking', 'running', 'reverting'].includes(amendment.state) || Date.now() > until) return amendment;
    await sleep(30);
  }
}

const path = (id: string, act: string) => `/v1/amendments/${id}/${act}`;
const seen = (revision: number) => ({ 'if-match': `"v${revision}"` });

/** Starts the dry run and waits for what it finds. */
export async function lookedAt(
  caller: HttpCaller,
  { id, revision }: Pick<Amendment, 'id' | 'revision'>,
): Promise<Amendment> {
  expect(await caller.post(path(id, 'dry-run'), {}, seen(revision))).toMatchObject({ status: 202 });
  const amendment = await settled(caller, id);
  expect(amendment.state).toBe('looked');
  return amendment;
}

export function approve(
  caller: HttpCaller,
  { id, revision, dryRun }: Pick<Amendment, 'id' | 'revision' | 'dryRun'>,
  more: { named?: readonly string[]; digest?: string } = {},
): Promise<Answer> {
  const { digest = dryRun?.digest ?? '0'.repeat(64), ...named } = more;
  return caller.post(path(id, 'approve'), { digest, ...named }, seen(revision));
}

export async function dossiersOf(caller: HttpCaller, id: string, query = ''): Promise<readonly AmendedDossier[]> {
  const { status, body } = await caller.get(`/v1/amendments/${id}/dossiers${query}`);
  expect(status).toBe(200);
  return (body as { dossiers: readonly AmendedDossier[] }).dossiers;
}

/** Drafted by one, looked at, approved by the other, done. */
export async function amended(
  [drafting, approving]: readonly [HttpCaller, HttpCaller],
  { named, ...changes }: { named?: readonly string[] } & Record<string, unknown> = {},
): Promise<Amendment> {
  const looked = await lookedAt(approving, await draftAmendment(drafting, changes));
  expect(await approve(approving, looked, named === undefined ? {} : { named })).toMatchObject({ status: 202 });
  return settled(approving, looked.id);
}

/** Asked for by one and approved by the other. */
export async function takenBack(
  [asking, approving]: readonly [HttpCaller, HttpCaller],
  id: string,
  named: readonly string[] = [],
): Promise<Amendment> {
  expect(await asking.post(path(id, 'revert'), { reason: 'Văn bản bị thu hồi' })).toMatchObject({ status: 200 });
  expect(await approving.post(path(id, 'revert/approve'), { named })).toMatchObject({ status: 202 });
  return settled(approving, id);
}
