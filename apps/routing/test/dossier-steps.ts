import { expect } from '@jest/globals';
import type { Answer } from './answer.js';
import type { HttpCaller } from './http-caller.js';

export const HAI_AN = 'haiphong-hai-an';
export const DONG_HAI = 'haiphong-dong-hai';
export const DUC_PHO = 'quangngai-duc-pho';

/** A certificate of marital status for somebody who lives in Đông Hải: 1.5 working days. */
export function reception(changes: object = {}): Record<string, unknown> {
  return {
    type: 'receive',
    intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction: { residence: { communeCode: '11411' } } },
    ...changes,
  };
}

export interface Opened {
  readonly code: string;
  readonly trackingSecret: string;
}

export async function open(caller: HttpCaller, body: object = reception()): Promise<Opened> {
  const answer = await caller.post('/v1/dossiers', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as Opened;
}

export function act(caller: HttpCaller, code: string, body: object): Promise<Answer> {
  return caller.post(`/v1/dossiers/${code}/commands`, body);
}

/** Sends it off, and lets the competent agency take it over. */
export async function handOver(from: HttpCaller, to: HttpCaller, code: string): Promise<void> {
  expect(await act(from, code, { type: 'transfer', copy: 'electronic' })).toMatchObject({ status: 200 });
  expect(await act(to, code, { type: 'confirmDelivery' })).toMatchObject({ status: 200 });
  expect(await act(to, code, { type: 'acceptTransfer' })).toMatchObject({ status: 200 });
}
