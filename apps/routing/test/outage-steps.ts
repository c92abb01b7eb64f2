/** An outage's way: recorded by one admin, approved by another, told to the dossiers it concerns. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { HttpCaller } from './http-caller.js';

export interface Proposed {
  readonly id: string;
  readonly revision: number;
  readonly digest: string;
}

export const EVIDENCE = { reference: 'BB-17/STTTT', sha256: 'a'.repeat(64) };

export const record = (caller: HttpCaller, more: object = {}) =>
  caller.post('/v1/outages', {
    ...{
      system: 'nationalPortal',
      from: '2026-11-23T08:00:00+07:00',
      evidence: EVIDENCE,
      reason: 'Cổng quốc gia ngừng',
    },
    ...more,
  });
export const proposed = async (answer: ReturnType<HttpCaller['post']>): Promise<Proposed> =>
  (await answer).body as Proposed;
export const approve = (caller: HttpCaller, { id, digest }: Pick<Proposed, 'id' | 'digest'>) =>
  caller.post(`/v1/outages/${id}/approve`, { digest });
export const correct = (caller: HttpCaller, id: string, span: object) =>
  caller.post(`/v1/outages/${id}/correct`, { ...span, evidence: EVIDENCE, reason: 'Theo biên bản đối soát' });
export const cancel = (caller: HttpCaller, id: string) =>
  caller.post(`/v1/outages/${id}/cancel`, { evidence: EVIDENCE, reason: 'Nhầm hệ thống' });

export interface ToldRun {
  readonly revision: number;
  readonly state: string;
  readonly dossiers: number;
  readonly withdrawnBreaches: number;
}

/** Waits until the revision was told to every dossier it concerns. */
export async function toldRun(
  caller: HttpCaller,
  { id, revision }: Pick<Proposed, 'id' | 'revision'>,
  withinMs = 20_000,
): Promise<ToldRun> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(50)) {
    const { runs } = (await caller.get(`/v1/outages/${id}`)).body as { runs: readonly ToldRun[] };
    const run = runs.find((each) => each.revision === revision);
    if (run !== undefined && run.state !== 'running') return run;
  }
  throw new Error('the outage was not told');
}

export async function recordAndApprove(
  [first, second]: readonly [HttpCaller, HttpCaller],
  outage: object,
): Promise<ToldRun> {
  const said = { evidence: { reference: 'BB-1' }, reason: 'Hệ thống ngừng' };
  const recorded = await first.post('/v1/outages', { ...outage, ...said });
  expect(recorded).toMatchObject({ status: 201 });
  const proposed = recorded.body as Proposed;
  const approved = await second.post(`/v1/outages/${proposed.id}/approve`, { digest: proposed.digest });
  expect(approved).toMatchObject({ status: 200 });
  return toldRun(first, proposed);
}
