/** A version of a procedure under which the time of an outage is nobody's. */
import { valueOf } from '@lien-thong/client';
import type { Page } from 'playwright-core';
import { published } from './published.js';
import type { Town } from './town.js';

const CODE = '1.004873';
const HALF_A_DAY = { counter: '0.5wd', online: '0.5wd', post: '0.5wd' };

/** From Monday 23 November on a transfer needs the one-stop system; while that is down, neither the leg nor the limit runs. */
export async function reliefOfOutages(town: Town, [drafter, approver]: readonly [Page, Page]): Promise<void> {
  const { legs } = valueOf(await town.software('haiphong-hai-an').readProcedureVersion({ code: CODE, version: 1 }));
  const changes = {
    // Half a day, which nobody can keep: that is proved in a moment.
    cases: [{ key: 'standard', name: 'Trường hợp thông thường', nameEn: 'Standard case', limits: HALF_A_DAY }],
    supplement: { policy: 'pause', maxRounds: 0, timeout: '30cd' },
    legs: { ...legs, transfer: { ...legs.transfer, requires: ['oneStopSystem'] } },
    outageRelief: { scope: 'legAndLimit', legalBasis: 'Quy chế phối hợp, điều 9' },
  };
  await published({ url: town.hub.url, drafter, approver, code: CODE, changes, effectiveFrom: '2026-11-23' });
}
