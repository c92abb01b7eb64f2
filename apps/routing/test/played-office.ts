/** Dossiers between two wards and a tax office, one in every situation a clerk finds in the morning. */
import { expect } from '@jest/globals';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, open, reception } from './dossier-steps.js';

export const TAX = 'haiphong-tax';
const LAND = '1.012817';
const SENT = [HAI_AN, { type: 'transfer', copy: 'electronic' }] as const;
const ARRIVED = [DONG_HAI, { type: 'confirmDelivery' }] as const;
const ACCEPTED = [DONG_HAI, { type: 'acceptTransfer' }] as const;
const OVER = [SENT, ARRIVED, ACCEPTED];
const DECIDED = [DONG_HAI, { type: 'decide', outcome: 'granted' }] as const;
const RESULT_SENT = [DONG_HAI, { type: 'dispatchResult', copy: 'electronic' }] as const;
const RESULT_HERE = [HAI_AN, { type: 'confirmResultArrival' }] as const;

type Step = readonly [agency: string, command: object];

/** By name: what is done to it after Hải An has taken it in. */
const SITUATIONS: Readonly<Record<string, readonly Step[]>> = {
  received: [],
  inTransfer: [SENT],
  awaitingAcceptance: [SENT, ARRIVED],
  returned: [SENT, ARRIVED, [DONG_HAI, { type: 'refuseTransfer', reason: 'incompleteCopy' }]],
  processing: OVER,
  awaitingSupplement: [...OVER, [DONG_HAI, { type: 'requestSupplement', components: ['to-khai'], reason: 'missing' }]],
  suspended: [...OVER, [DONG_HAI, { type: 'suspend', ground: 'courtOrder', evidence: 'QD-17/2026' }]],
  decided: [...OVER, DECIDED],
  resultInTransfer: [...OVER, DECIDED, RESULT_SENT],
  readyForReturn: [...OVER, DECIDED, RESULT_SENT, RESULT_HERE],
  withdrawn: [[HAI_AN, { type: 'withdraw' }]],
  done: [...OVER, DECIDED, RESULT_SENT, RESULT_HERE, [HAI_AN, { type: 'returnResult', means: 'counter' }]],
};

const online = {
  type: 'submit',
  intake: { procedureCode: '1.004873', channel: 'online', jurisdiction: { residence: { communeCode: '11411' } } },
};
const land = reception({
  intake: { procedureCode: LAND, channel: 'counter', jurisdiction: { assetLocation: { communeCode: '11411' } } },
});
const held = reception({
  intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction: {} },
  holdForJurisdiction: { reason: 'ask-province' },
});

/** Codes by the name of the situation. */
export async function playOffice(office: TestApp): Promise<Readonly<Record<string, string>>> {
  const codes: Record<string, string> = {};
  const haiAn = await office.as(HAI_AN);
  for (const [name, steps] of Object.entries(SITUATIONS)) {
    codes[name] = (await open(haiAn)).code;
    await follow(office, codes[name], steps);
  }
  codes['submitted'] = (await open(haiAn, online)).code;
  codes['jurisdictionPending'] = (await open(haiAn, held)).code;
  codes['consulted'] = (await open(haiAn, land)).code;
  const ask = { type: 'requestConsultation', consultation: 'tax', agencyId: TAX };
  await follow(office, codes['consulted'], [...OVER, [DONG_HAI, ask]]);
  codes['ownAffair'] = (await open(await office.as(DONG_HAI))).code;
  return codes;
}

export async function follow(office: TestApp, code: string, steps: readonly Step[]): Promise<void> {
  for (const [agency, command] of steps) {
    expect(await act(await office.as(agency), code, command)).toMatchObject({ status: 200 });
  }
}
