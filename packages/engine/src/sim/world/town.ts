/** The town of the simulator: wards with and without software of their own, a tax office, planners, a supervising province. */
import { agencyIdSchema } from '@lien-thong/domain';
import type { AgencyId, ProcedureVersion } from '@lien-thong/domain';
import { IndexedReference } from '../../reference/reference.js';
import { FIRST_VERSIONS, SECOND_VERSIONS } from './procedures.js';
import { nationalLayer, townData } from './town-data.js';
import type { Office, Ward } from './town-data.js';

const agencyId = (text: string): AgencyId => agencyIdSchema.parse(text);

export const TAX_OFFICE = agencyId('tax-office');
export const PLANNERS = agencyId('planners');
export const PROVINCE = agencyId('province');

/** Two of the four wards have no software: the engine confirms deliveries for them. */
export const WARDS: readonly Ward[] = [
  { id: agencyId('hai-an'), name: 'Hải An', commune: '11413', identifier: 'H24.113', consoleOnly: false },
  { id: agencyId('dong-hai'), name: 'Đông Hải', commune: '11411', identifier: 'H24.111', consoleOnly: false },
  { id: agencyId('ngo-quyen'), name: 'Ngô Quyền', commune: '11359', identifier: 'H24.159', consoleOnly: true },
  { id: agencyId('le-chan'), name: 'Lê Chân', commune: '11380', identifier: 'H24.180', consoleOnly: true },
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

export const OFFICES: readonly Office[] = [
  { id: TAX_OFFICE, identifier: 'H24.201', kind: 'taxAuthority' },
  { id: PLANNERS, identifier: 'H24.202', kind: 'department' },
  { id: PROVINCE, identifier: 'H24.301', kind: 'supervisor' },
];

/** The second version gives one day more off, in the middle of the runs. */
const NATIONAL = [['2026-11-24'], ['2026-11-24', '2026-12-03']].map((daysOff, i) =>
  nationalLayer(i + 1, { noticedYears: [2025, 2026, 2027], daysOff }),
);

function indexed(procedures: readonly ProcedureVersion[], calendarVersions: number): IndexedReference {
  const orphans = [{ code: NOBODYS_COMMUNE, name: 'Vô chủ' }];
  const national = NATIONAL.slice(0, calendarVersions);
  return new IndexedReference(townData({ procedures, wards: WARDS, offices: OFFICES, orphans, national }));
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
    first: indexed(FIRST_VERSIONS, 1),
    second: indexed([...FIRST_VERSIONS, ...SECOND_VERSIONS], 2),
  };
  return known;
}
