/** A small city as plain reference data: three wards, a tax office, procedures of each kind. Real index, real machines, real calendars. */
import {
  agencyIdSchema,
  agencySchema,
  communeSchema,
  competenceRuleSchema,
  instantSchema,
  nationalLayerSchema,
  officeWeek,
  officerIdSchema,
  procedureVersionSchema,
  provinceLayerSchema,
  provinceSchema,
} from '@lien-thong/domain';
import type { ActingParty, Agency, AgencyId, CompetenceRule, Instant } from '@lien-thong/domain';
import { landProcedure, procedureForTest, sameDayProcedure } from '../../domain/src/testing/procedures.js';
import { IndexedReference } from '../src/reference/reference.js';
import type { ReferenceData } from '../src/reference/reference.js';

const since = { validFrom: '2025-07-01', validTo: null };

export const HAI_AN = agencyIdSchema.parse('hai-an');
export const DONG_HAI = agencyIdSchema.parse('dong-hai');
export const NGO_QUYEN = agencyIdSchema.parse('ngo-quyen');
export const TAX_OFFICE = agencyIdSchema.parse('tax-office');
export const PROVINCE = agencyIdSchema.parse('province');

const WARDS: readonly (readonly [string, string, AgencyId, string])[] = [
  ['11413', 'Hải An', HAI_AN, 'H24.113'],
  ['11411', 'Đông Hải', DONG_HAI, 'H24.111'],
  ['11359', 'Ngô Quyền', NGO_QUYEN, 'H24.159'],
];

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

/** Marital status, copies, land: each decided in the ward the place lies in. */
const PROCEDURES = [
  procedureForTest(),
  sameDayProcedure(),
  landProcedure({
    competence: { criterion: 'assetLocation', level: 'commune' },
    supplement: { policy: 'pause', maxRounds: 2, timeout: '5cd' },
  }),
];

function rules(): readonly CompetenceRule[] {
  return PROCEDURES.flatMap(({ code }) =>
    WARDS.map(([commune, , agencyId]) =>
      competenceRuleSchema.parse({
        id: `${code}.${commune}`,
        about: { procedureCode: code },
        agencyId,
        areaCodes: [commune],
        level: 'commune',
        ...since,
        legalBasis: 'Nghị định 118/2025/NĐ-CP',
        verified: 'no',
      }),
    ),
  );
}

const CALENDARS = {
  national: [
    nationalLayerSchema.parse({
      level: 'national',
      id: 'national',
      version: 1,
      noticedYears: [2025, 2026],
      exceptions: [
        {
          date: '2026-11-24',
          kind: 'holiday',
          name: 'Ngày Văn hóa',
          notice: 'Nghị quyết 28/2026/QH16',
          provisional: false,
        },
      ],
    }),
  ],
  provinces: [
    provinceLayerSchema.parse({
      level: 'province',
      id: '31',
      version: 1,
      hours: [{ week: officeWeek('07:30-11:30,13:30-17:30'), notice: 'office hours of the specs' }],
      exceptions: [],
    }),
  ],
  closures: [],
};

/** The town as data; `consoleOnly` agencies have no software, so the engine confirms deliveries for them. */
export function townData({ consoleOnly = [] as readonly AgencyId[] } = {}): ReferenceData {
  const wards = WARDS.map(([communeCode, , id, identifier]) =>
    agency(id, identifier, { communeCode, consoleOnly: consoleOnly.includes(id) }),
  );
  return {
    procedures: PROCEDURES.map((procedure) => procedureVersionSchema.parse(procedure)),
    directory: {
      provinces: [
        provinceSchema.parse({
          code: '31',
          name: 'Hải Phòng',
          fullName: 'Thành phố Hải Phòng',
          type: 'city',
          mergedFrom: [{ code: '31', name: 'Hải Phòng' }],
          ...since,
        }),
      ],
      communes: WARDS.map(([code, name]) =>
        communeSchema.parse({
          code,
          name,
          fullName: `Phường ${name}`,
          type: 'ward',
          provinceCode: '31',
          alias: null,
          ...since,
        }),
      ),
      oldUnits: [],
      agencies: [
        ...wards,
        agency(TAX_OFFICE, 'H24.201', { level: 'province', kind: 'taxAuthority' }),
        agency(PROVINCE, 'H24.301', { level: 'province', kind: 'supervisor' }),
      ],
      competences: rules(),
    },
    calendars: CALENDARS,
  };
}

const REFERENCES = new Map<string, IndexedReference>();

/** The town indexed; the same index for the same options, since it never changes and takes a while to make. */
export function townReference(options: { consoleOnly?: readonly AgencyId[] } = {}): IndexedReference {
  const key = (options.consoleOnly ?? []).join(' ');
  const known = REFERENCES.get(key) ?? new IndexedReference(townData(options));
  REFERENCES.set(key, known);
  return known;
}

export function clerkOf(agencyId: AgencyId): ActingParty {
  return { kind: 'clerk', agencyId, officerId: officerIdSchema.parse('clerk-1'), supervises: [] };
}

export function supervisorOver(...supervises: readonly AgencyId[]): ActingParty {
  return { kind: 'supervisor', agencyId: PROVINCE, officerId: officerIdSchema.parse('supervisor-1'), supervises };
}

/** `vn('2026-11-23 09:00')`: that time on a Vietnamese wall clock. */
export function vn(text: string): Instant {
  const [day, time = '00:00'] = text.split(' ');
  return instantSchema.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}
