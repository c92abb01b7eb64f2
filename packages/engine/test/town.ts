/** A small city for specs: the simulator's wards, with the procedures of the domain's specs. Real index, real machines, real calendars. */
import { agencyIdSchema, instantSchema, officerIdSchema } from '@lien-thong/domain';
import type { ActingParty, AgencyId, Instant } from '@lien-thong/domain';
import { landProcedure, procedureForTest, sameDayProcedure } from '@lien-thong/domain/testing';
import { IndexedReference } from '../src/reference/reference.js';
import type { ReferenceData } from '../src/reference/reference.js';
import { OFFICES, PROVINCE, WARDS } from '../src/sim/world/town.js';
import { nationalLayer, townData as dataOf } from '../src/sim/world/town-data.js';

export { TAX_OFFICE } from '../src/sim/world/town.js';
export const HAI_AN = agencyIdSchema.parse('hai-an');
export const DONG_HAI = agencyIdSchema.parse('dong-hai');
export const NGO_QUYEN = agencyIdSchema.parse('ngo-quyen');

/** Marital status, once more with rungs of what is left, copies, land: each decided in the ward the place lies in. */
const PROCEDURES = [
  procedureForTest(),
  procedureForTest({
    code: '1.000656',
    warnPercents: [],
    warnRungs: { remainingMinutes: [120], risk: ['warning', 'high'] },
  }),
  sameDayProcedure(),
  landProcedure({
    competence: { criterion: 'assetLocation', level: 'commune' },
    supplement: { policy: 'pause', maxRounds: 2, timeout: '5cd' },
  }),
];

/** The town as data; `consoleOnly` agencies have no software, so the engine confirms deliveries for them. */
export function townData({ consoleOnly = [] as readonly AgencyId[] } = {}): ReferenceData {
  return dataOf({
    procedures: PROCEDURES,
    wards: WARDS.map((ward) => ({ ...ward, consoleOnly: consoleOnly.includes(ward.id) })),
    offices: OFFICES,
    national: [nationalLayer(1, { noticedYears: [2025, 2026], daysOff: ['2026-11-24'] })],
  });
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
