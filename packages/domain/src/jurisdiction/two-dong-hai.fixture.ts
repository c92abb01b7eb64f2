/** A small country for the specs: two provinces, the two wards Đông Hải, two divided old wards, an office that closed. */
import { agencyIdSchema } from '../kernel/ids.js';
import type { AgencyId } from '../kernel/ids.js';
import { isoDateSchema } from '../time/instant.js';
import type { IsoDate } from '../time/instant.js';
import { communeSchema, oldUnitSchema, provinceSchema } from './areas.js';
import type { Commune, OldUnit, Province } from './areas.js';
import { agencySchema, competenceRuleSchema } from './competence.js';
import type { Agency, CompetenceRule } from './competence.js';
import { buildDirectory } from './directory.js';
import type { Directory, DirectoryData } from './directory.js';

export const day = (text: string): IsoDate => isoDateSchema.parse(text);
export const agencyId = (text: string): AgencyId => agencyIdSchema.parse(text);
const since = { validFrom: '2025-07-01', validTo: null };

function province(code: string, name: string, mergedFrom: readonly (readonly [string, string])[]): Province {
  const former = mergedFrom.map(([oldCode, oldName]) => ({ code: oldCode, name: oldName }));
  return provinceSchema.parse({ code, name, fullName: `Tỉnh ${name}`, type: 'province', mergedFrom: former, ...since });
}

function ward(code: string, name: string, provinceCode: string): Commune {
  const fullName = `Phường ${name}`;
  return communeSchema.parse({ code, name, fullName, type: 'ward', provinceCode, alias: null, ...since });
}

function oldWard(
  [code, fullName]: readonly [string, string],
  successors: readonly string[],
  more: object = {},
): OldUnit {
  return oldUnitSchema.parse({
    code,
    fullName,
    district: 'Quận Hải An',
    province: 'Thành phố Hải Phòng',
    oldProvinceCode: '31',
    provinceCode: '31',
    successors,
    split: successors.length > 1,
    likelySuccessor: null,
    ...more,
  });
}

function agency(id: string, provinceCode: string, more: object = {}): Agency {
  return agencySchema.parse({
    id,
    identifier: 'H24.101',
    name: id,
    nameEn: id,
    level: 'commune',
    kind: 'peoplesCommittee',
    provinceCode,
    communeCode: null,
    oneStopUnit: null,
    consoleOnly: false,
    deskHours: null,
    ...since,
    verified: 'no',
    ...more,
  });
}

/** A rule for birth registration (1.001193) at commune level unless said otherwise. */
export function rule(
  id: string,
  [agencyName, areaCodes]: readonly [string, 'all' | readonly string[]],
  more: object = {},
): CompetenceRule {
  return competenceRuleSchema.parse({
    id,
    about: { procedureCode: '1.001193' },
    agencyId: agencyName,
    areaCodes,
    level: 'commune',
    ...since,
    legalBasis: 'Luật Hộ tịch 60/2014/QH13',
    verified: 'no',
    ...more,
  });
}

const hue = {
  district: 'Huyện Phong Điền',
  province: 'Tỉnh Thừa Thiên Huế',
  oldProvinceCode: '47',
  provinceCode: '46',
};

export const exampleData: DirectoryData = {
  provinces: [
    province('31', 'Hải Phòng', [
      ['31', 'Hải Phòng'],
      ['30', 'Hải Dương'],
    ]),
    province('46', 'Huế', [
      ['46', 'Huế'],
      ['47', 'Thừa Thiên'],
    ]),
  ],
  communes: [
    ward('11411', 'Đông Hải', '31'),
    ward('11413', 'Hải An', '31'),
    ward('10507', 'Hòa Bình', '31'),
    ward('19999', 'Đông Hải', '46'),
    communeSchema.parse({ ...ward('20001', 'Phong Thái', '46'), validTo: '2026-04-29' }),
    communeSchema.parse({
      ...ward('20001', 'Phong Thái', '46'),
      fullName: 'Xã Phong Thái',
      type: 'commune',
      validFrom: '2026-04-30',
    }),
  ],
  oldUnits: [
    oldWard(['11410', 'Phường Đông Hải 1'], ['11411']),
    oldWard(['11411', 'Phường Đông Hải 2'], ['11411', '11413'], { likelySuccessor: '11411' }),
    oldWard(['11419', 'Phường Nam Hải'], ['11411', '11413']),
    oldWard(['10500', 'Xã Tân An'], ['10507'], { oldProvinceCode: '30', district: 'Huyện Thanh Hà' }),
    oldWard(['10501', 'Xã Tân An'], ['11413'], { oldProvinceCode: '30', district: 'Huyện Ninh Giang' }),
    oldWard(['19998', 'Phường Đông Hải'], ['20001'], hue),
  ],
  agencies: [
    agency('hai-an', '31', { communeCode: '11413' }),
    agency('dong-hai', '31', { communeCode: '11411' }),
    agency('dong-hai-hue', '46', { communeCode: '19999' }),
    agency('land-office', '31', { level: 'province', kind: 'landRegistrationOffice' }),
    agency('closed-office', '31', { validTo: '2026-06-30' }),
  ],
  competences: [
    rule('birth.11413', ['hai-an', ['11413']]),
    rule('birth.11411', ['dong-hai', ['11411']]),
    rule('birth.19999', ['dong-hai-hue', ['19999']]),
  ],
};

export function directoryWith(more: readonly CompetenceRule[]): Directory {
  return buildDirectory({ ...exampleData, competences: [...exampleData.competences, ...more] });
}
