/** How a small town of Hải Phòng is written down as reference data: the town of the simulator and that of the specs are both made here. */
import {
  agencySchema,
  communeSchema,
  competenceRuleSchema,
  nationalLayerSchema,
  officeWeek,
  provinceLayerSchema,
  provinceSchema,
} from '@lien-thong/domain';
import type { Agency, AgencyId, ProcedureVersion } from '@lien-thong/domain';
import type { ReferenceData } from '../../reference/reference.js';

const since = { validFrom: '2025-07-01', validTo: null };
const PROVINCE_CODE = '31';

/** A commune and the committee that decides there. */
export interface Ward {
  readonly id: AgencyId;
  readonly name: string;
  readonly commune: string;
  readonly identifier: string;
  readonly consoleOnly: boolean;
}

/** An agency of the province that is competent for no commune. */
export interface Office {
  readonly id: AgencyId;
  readonly identifier: string;
  readonly kind: Agency['kind'];
}

export interface TownPlan {
  readonly procedures: readonly ProcedureVersion[];
  readonly wards: readonly Ward[];
  readonly offices: readonly Office[];
  /** Communes nobody is competent for. */
  readonly orphans?: readonly { readonly code: string; readonly name: string }[];
  readonly national: ReferenceData['calendars']['national'];
}

/** A version of the national calendar in which these days are off. */
export function nationalLayer(
  version: number,
  { noticedYears, daysOff }: { readonly noticedYears: readonly number[]; readonly daysOff: readonly string[] },
): TownPlan['national'][number] {
  const exceptions = daysOff.map((date) => ({
    date,
    kind: 'holiday',
    name: 'Nghỉ',
    notice: `Thông báo nghỉ ngày ${date}`,
    provisional: false,
  }));
  return nationalLayerSchema.parse({ level: 'national', id: 'national', version, noticedYears, exceptions });
}

const HOURS = provinceLayerSchema.parse({
  level: 'province',
  id: PROVINCE_CODE,
  version: 1,
  hours: [{ week: officeWeek('07:30-11:30,13:30-17:30'), notice: 'Giờ hành chính của thành phố' }],
  exceptions: [],
});

function agency(id: AgencyId, identifier: string, more: Partial<Record<keyof Agency, unknown>>): Agency {
  return agencySchema.parse({
    id,
    identifier,
    name: id,
    nameEn: id,
    level: 'commune',
    kind: 'peoplesCommittee',
    provinceCode: PROVINCE_CODE,
    communeCode: null,
    oneStopUnit: null,
    consoleOnly: false,
    deskHours: null,
    ...since,
    verified: 'no',
    ...more,
  });
}

function commune({ code, name }: { readonly code: string; readonly name: string }) {
  const fullName = `Phường ${name}`;
  return communeSchema.parse({
    code,
    name,
    fullName,
    type: 'ward',
    provinceCode: PROVINCE_CODE,
    alias: null,
    ...since,
  });
}

/** Every procedure is decided in the ward the place lies in. */
function competences({ procedures, wards }: TownPlan) {
  const codes = [...new Set(procedures.map(({ code }) => code))];
  return codes.flatMap((procedureCode) =>
    wards.map((ward) =>
      competenceRuleSchema.parse({
        id: `${procedureCode}.${ward.commune}`,
        about: { procedureCode },
        agencyId: ward.id,
        areaCodes: [ward.commune],
        level: 'commune',
        ...since,
        legalBasis: 'Nghị định 118/2025/NĐ-CP',
        verified: 'no',
      }),
    ),
  );
}

/** The town as data, each row as strict as what an admin publishes. Throws ZodError for a plan that gives none. */
export function townData(plan: TownPlan): ReferenceData {
  const { procedures, wards, offices, orphans = [], national } = plan;
  const haiPhong = { code: PROVINCE_CODE, name: 'Hải Phòng', fullName: 'Thành phố Hải Phòng', type: 'city', ...since };
  return {
    procedures,
    directory: {
      provinces: [provinceSchema.parse({ ...haiPhong, mergedFrom: [{ code: PROVINCE_CODE, name: 'Hải Phòng' }] })],
      communes: [...wards.map((ward) => ({ code: ward.commune, name: ward.name })), ...orphans].map(commune),
      oldUnits: [],
      agencies: [
        ...wards.map(({ id, identifier, commune: communeCode, consoleOnly }) =>
          agency(id, identifier, { communeCode, consoleOnly }),
        ),
        ...offices.map(({ id, identifier, kind }) => agency(id, identifier, { level: 'province', kind })),
      ],
      competences: competences(plan),
    },
    calendars: { national, provinces: [HOURS], closures: [] },
  };
}
