/** Dossiers in states that call for acts which are seldom done, on the morning of a Monday. */
import { valueOf } from '@lien-thong/client';
import { bounced, received, takenOver } from './dossiers.js';
import type { Town } from './town.js';

const LAND = { procedureCode: '1.012817', jurisdiction: { assetLocation: { communeCode: '11411' } } };
const NOTARY = { procedureCode: '2.000815', jurisdiction: {} };

interface UnderWay {
  /** In Đông Hải, one step done, the tax office asked. */
  readonly land: string;
  /** To Đông Hải and back until nobody may send it again. */
  readonly sent: string;
  /** To be certified in Đông Hải. */
  readonly copy: string;
  /** Of a vehicle, in Hải Phòng; the station in Đà Nẵng was asked. */
  readonly vehicle: string;
}

/** The clock stands at eight, and at ten afterwards. */
export async function dossiersUnderWay(town: Town, at: (time: string) => string): Promise<UnderWay> {
  const [haiAn, dongHai, inspection] = ['haiphong-hai-an', 'haiphong-dong-hai', 'haiphong-inspection'].map((id) =>
    town.software(id),
  );
  if (haiAn === undefined || dongHai === undefined || inspection === undefined) throw new Error('no offices');
  const codes = {
    land: await received(haiAn, LAND),
    sent: await received(haiAn),
    copy: await received(dongHai, NOTARY),
    vehicle: await received(inspection, { procedureCode: '1.013097', jurisdiction: {}, caseKey: 'fileElsewhere' }),
  };
  await bounced(dongHai, { from: haiAn, code: codes.sent });
  const vehicle = { type: 'requestConsultation', consultation: 'fileStation', agencyId: 'danang-inspection' } as const;
  valueOf(await inspection.actOnDossier({ code: codes.vehicle, body: vehicle }));
  await town.hub.goOnTo(at('08:30'));
  await takenOver(dongHai, { from: haiAn, code: codes.land });
  await town.hub.goOnTo(at('09:00'));
  valueOf(await dongHai.actOnDossier({ code: codes.land, body: { type: 'startStep', step: 'appraisal' } }));
  await town.hub.goOnTo(at('10:00'));
  valueOf(await dongHai.actOnDossier({ code: codes.land, body: { type: 'completeStep', step: 'appraisal' } }));
  const asked = { type: 'requestConsultation', consultation: 'tax', agencyId: 'haiphong-tax' } as const;
  valueOf(await dongHai.actOnDossier({ code: codes.land, body: asked }));
  return codes;
}
