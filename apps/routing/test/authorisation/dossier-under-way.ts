import type { TestApp } from '../app.js';

export const AGENCIES = {
  receiving: 'haiphong-hai-an',
  competent: 'haiphong-dong-hai',
  consulted: 'haiphong-tax',
  none: 'danang-hung-son',
  overBoth: 'haiphong-supervisor',
  overNeither: 'danang-supervisor',
} as const;

const LAND_PROCEDURE = '1.012817';
/** The applicant. */
export const PERSON = 'Người Không Được Lộ';

/** A land dossier taken in at Hải An, under way at Đông Hải, with the tax office consulted; its code. */
export async function dossierUnderWay(office: TestApp): Promise<string> {
  const receiving = await office.as(AGENCIES.receiving);
  const competent = await office.as(AGENCIES.competent);
  const opened = await receiving.post('/v1/dossiers', {
    type: 'receive',
    intake: {
      procedureCode: LAND_PROCEDURE,
      channel: 'counter',
      jurisdiction: { assetLocation: { communeCode: '11411' } },
    },
    private: { persons: [{ role: 'applicant', name: PERSON }] },
  });
  if (opened.status !== 201) throw new Error(`the dossier was not taken in: ${opened.text}`);
  const { code } = opened.body as { code: string };
  const acts: readonly (readonly [typeof receiving, object])[] = [
    [receiving, { type: 'transfer', copy: 'electronic' }],
    [competent, { type: 'confirmDelivery' }],
    [competent, { type: 'acceptTransfer' }],
    [competent, { type: 'requestConsultation', consultation: 'tax', agencyId: AGENCIES.consulted }],
  ];
  for (const [caller, act] of acts) {
    const answer = await caller.post(`/v1/dossiers/${code}/commands`, act);
    if (answer.status >= 300) throw new Error(`${JSON.stringify(act)}: ${answer.text}`);
  }
  return code;
}
