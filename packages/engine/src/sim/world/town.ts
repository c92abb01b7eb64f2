/** A town as reference data: wards with and without software of their own, a tax office, planners, a supervising province. */
import {
  agencyIdSchema,
  agencySchema,
  communeSchema,
  competenceRuleSchema,
  nationalLayerSchema,
  officeWeek,
  provinceLayerSchema,
  provinceSchema,
} from '@lien-thong/domain';
import type { Agency, AgencyId, ProcedureVersion } from '@lien-thong/domain';
import { IndexedReference } from '../../reference/reference.js';
import type { ReferenceData } from '../../reference/reference.js';
import { FIRST_VERSIONS, SECOND_VERSIONS } from './procedures.js';

const since = { validFrom: '2025-07-01', validTo: null };
const agencyId = (text: string): AgencyId => agencyIdSchema.parse(text);

export const TAX_OFFICE = agencyId('tax-office');
export const PLANNERS = agencyId('planners');
export const PROVINCE = agencyId('province');

export interface Ward {
  readonly id: AgencyId;
  readonly commune: string;
  readonly identifier: string;
  readonly consoleOnly: boolean;
}

/** Two of the four wards have no software: the engine confirms deliveries for them. */
export const WARDS: readonly Ward[] = [
  { id: agencyId('hai-an'), commune: '11413', identifier: 'H24.113', consoleOnly: false },
  { id: agencyId('dong-hai'), commune: '11411', identifier: 'H24.111', consoleOnly: false },
  { id: agencyId('ngo-quyen'), commune: '11359', identifier: 'H24.159', consoleOnly: true },
  { id: agencyId('le-chan'), commune: '11380', identifier: 'H24.180', consoleOnly: true },
];

export const WARD_IDS: readonly AgencyId[] = WARDS.map(({ id }) => id);
/** Agencies whose software follows bus and feed. */
export const CONNECTED: readonly AgencyId[] = [
  ...WARDS.filter(({ consoleOnly }) => !consoleOnly).map(({ id }) => id),
  TAX_OFFICE,
  PLANNERS,
];
/** A commune nobody is competent for: dossiers from there are held. */
export const NOBODYS_COMMUNE = '11407';

function agency(id: AgencyId, identifier: string, more: Partial<Record<keyof Agency, unknown>> = {}): Agency {
  return agencySchema.parse({
    id,
    identifier,
    name: id,
    nameEn: id,
    level: 'commune',
    kind: 'peoplesCommittee',
    provinceCode: '31',
    communeCode: null,
    oneStopUnit: null,
    consoleOnly: false,
    deskHours: null,
    ...since,
    verified: 'no',
    ...more,
  });
}

const holiday = (date: string) => ({
  date,
  kind: 'holiday' as const,
  name: 'Nghỉ',
  notice: 'Thông báo của mô phỏng',
  provisional: false,
});

/** The second version gives one day more off, in the middle of the runs. */
const NATIONAL = [
  { version: 1, exceptions: [holiday('2026-11-24')] },
  { version: 2, exceptions: [holiday('2026-11-24'), holiday('2026-12-03')] },
].map((layer) =>
  nationalLayerSchema.parse({ level: 'national', id: 'national', noticedYears: [2025, 2026, 2027], ...layer }),
);

const HOURS = provinceLayerSchema.parse({
  level: 'province',
  id: '31',
  version: 1,
  hours: [{ week: officeWeek('07:30-11:30,13:30-17:30'), notice: 'Giờ hành chính của mô phỏng' }],
  exceptions: [],
});

function commune(code: string) {
  return communeSchema.parse({
    code,
    name: `Phường ${code}`,
    fullName: `Phường ${code}`,
    type: 'ward',
    provinceCode: '31',
    alias: null,
    ...since,
  });
}

function competences(procedures: readonly ProcedureVersion[]) {
  const codes = [...new Set(procedures.map(({ code }) => code))];
  return codes.flatMap((procedureCode) =>
    WARDS.map((ward) =>
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

function townData(procedures: readonly ProcedureVersion[], calendarVersions: number): ReferenceData {
  const haiPhong = { code: '31', name: 'Hải Phòng', fullName: 'Thành phố Hải Phòng', type: 'city', ...since };
  return {
    procedures,
    directory: {
      provinces: [provinceSchema.parse({ ...haiPhong, mergedFrom: [{ code: '31', name: 'Hải Phòng' }] })],
      communes: [...WARDS.map((ward) => ward.commune), NOBODYS_COMMUNE].map(commune),
      oldUnits: [],
      agencies: [
        ...WARDS.map(({ id, identifier, commune: communeCode, consoleOnly }) =>
          agency(id, identifier, { communeCode, consoleOnly }),
        ),
        agency(TAX_OFFICE, 'H24.201', { level: 'province', kind: 'taxAuthority' }),
        agency(PLANNERS, 'H24.202', { level: 'province', kind: 'department' }),
        agency(PROVINCE, 'H24.301', { level: 'province', kind: 'supervisor' }),
      ],
      competences: competences(procedures),
    },
    calendars: { national: NATIONAL.slice(0, calendarVersions), provinces: [HOURS], closures: [] },
  };
}

export interface Town {
  /** Before the admin's edit, and after it. */
  readonly first: IndexedReference;
  readonly second: IndexedReference;
}

let known: Town | null = null;

/** The town, indexed once for all runs of a process: reference data never change in place. */
export function town(): Town {
  known ??= {
    first: new IndexedReference(townData(FIRST_VERSIONS, 1)),
    second: new IndexedReference(townData([...FIRST_VERSIONS, ...SECOND_VERSIONS], 2)),
  };
  return known;
}
