/** What a report cannot be asked: every parameter is looked at before anything is read. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  haiAn = await office.as(HAI_AN);
}, 120_000);
afterAll(async () => {
  await office.close();
});

describe('a report asked for wrongly', () => {
  it.each([
    'by=colour',
    'period=year',
    'from=2026-02-30',
    'from=2026-11-18&to=2026-11-17',
    'cause=laziness',
    'limit=0',
    'owner=DROP TABLE',
    'agency=Hải An',
    'nobodyKnows=1',
  ])('is refused: %s', async (query) => {
    for (const path of ['lateness', 'minutes', 'lateness/dossiers', 'minutes/dossiers']) {
      const { status, body } = await haiAn.get(`/v1/reports/${path}?${query}`);
      expect([path, status, (body as { code: string }).code]).toEqual([path, 400, 'invalid-query']);
    }
  });

  it.each(['agency=Hải An', 'procedure=x', 'everything=1'])('is refused, whichever report it is: %s', async (query) => {
    for (const path of ['on-time', 'slack', 'late-entry', 'on-time/dossiers', 'slack/dossiers', 'late-entry/facts']) {
      const { status, body } = await haiAn.get(`/v1/reports/${path}?${query}`);
      expect([path, status, (body as { code: string }).code]).toEqual([path, 400, 'invalid-query']);
    }
  });

  it('takes no cursor it did not give out', async () => {
    for (const cursor of ['nothing', Buffer.from('[1]').toString('base64url')]) {
      for (const kind of ['lateness', 'minutes']) {
        const { status, body } = await haiAn.get(`/v1/reports/${kind}/dossiers?cursor=${cursor}`);
        expect([status, (body as { code: string }).code]).toEqual([400, 'cursor-invalid']);
      }
    }
  });
});
