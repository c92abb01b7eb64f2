/** An admin's way through a calendar version: drafted by one, published by another, restated for all. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Answer } from './answer.js';
import type { HttpCaller } from './http-caller.js';

export const NOTICE = { number: '1234/TB-BNV', issuedOn: '2026-11-18', issuer: 'Bộ Nội vụ' };

export interface Day {
  readonly date: string;
  readonly kind: string;
  readonly name: string;
  readonly notice: string;
  readonly provisional: boolean;
}
export interface CalendarDefinition {
  readonly notice: object;
  readonly reason?: string;
  readonly noticedYears?: readonly number[];
  readonly hours?: readonly object[];
  readonly exceptions: readonly Day[];
}

export const day = (date: string, kind = 'holiday'): Day => ({
  ...{ date, kind, name: 'Theo thông báo', notice: NOTICE.number, provisional: false },
});

/** The newest version as it can be sent again, with other days. */
export async function calendarWith(
  caller: HttpCaller,
  calendar: string,
  change: (exceptions: readonly Day[]) => readonly Day[],
): Promise<CalendarDefinition> {
  const { body: list } = await caller.get(`/v1/calendars/${calendar}/versions`);
  const published = (list as { versions: { version: number; state: string }[] }).versions.filter(
    ({ state }) => state === 'published',
  );
  const newest = published.at(-1)?.version;
  const { body } = await caller.get(`/v1/calendars/${calendar}/versions/${newest}`);
  const said = body as { noticedYears: number[] | null; hours: object[] | null; exceptions: Day[] };
  return {
    notice: NOTICE,
    ...(said.noticedYears === null ? {} : { noticedYears: said.noticedYears }),
    ...(said.hours === null ? {} : { hours: said.hours }),
    exceptions: change(said.exceptions),
  };
}

export async function draftCalendar(caller: HttpCaller, calendar: string, body: object): Promise<number> {
  const answer = await caller.post(`/v1/calendars/${calendar}/versions`, body);
  expect(answer).toMatchObject({ status: 201 });
  return (answer.body as { version: number }).version;
}

export function publishCalendar(
  caller: HttpCaller,
  { calendar, version, revision = 1 }: { calendar: string; version: number; revision?: number },
): Promise<Answer> {
  return caller.post(
    `/v1/calendars/${calendar}/versions/${version}/publish`,
    {},
    {
      'if-match': `"v${revision}"`,
    },
  );
}

export interface Restatement {
  readonly state: string;
  readonly openDossiers: number | null;
  readonly dossiers: number;
  readonly movedClocks: number;
  readonly withdrawnBreaches: number;
  readonly stuck: number;
}

/** Waits until the run has looked at everything once. */
export async function restated(caller: HttpCaller, calendar: string, version: number): Promise<Restatement> {
  const until = Date.now() + 30_000;
  for (;;) {
    const { status, body } = await caller.get(`/v1/calendars/${calendar}/versions/${version}/restatement`);
    expect(status).toBe(200);
    const run = body as Restatement;
    if (run.state !== 'running' || Date.now() > until) return run;
    await sleep(50);
  }
}

/** Drafts it as one, publishes it as another, and waits for the restatement. */
export async function changeCalendar(
  [drafting, publishing]: readonly [HttpCaller, HttpCaller],
  calendar: string,
  body: object,
): Promise<{ readonly version: number; readonly run: Restatement }> {
  const version = await draftCalendar(drafting, calendar, body);
  expect(await publishCalendar(publishing, { calendar, version })).toMatchObject({ status: 200 });
  return { version, run: await restated(publishing, calendar, version) };
}
