/** A small world for specs: a few agencies, who may act for them, where who is competent, and one legal calendar. */
import { legalCalendar } from '../calendar/legal-calendar.js';
import { nationalLayerSchema, provinceLayerSchema } from '../calendar/layers.js';
import { officeWeek } from '../calendar/office-week.js';
import type { ResolutionFact } from '../dossier/events.js';
import type { AgencyFacts, Rules } from '../dossier/file.js';
import type { AreaFacts } from '../dossier/intake.js';
import { agencyIdSchema, officerIdSchema } from '../kernel/ids.js';
import type { AgencyId } from '../kernel/ids.js';
import type { ActingParty } from '../kernel/actor.js';
import { refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { buildMachine } from '../procedure/build-machine.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { instantSchema } from '../time/instant.js';
import type { Instant } from '../time/instant.js';

/** The ward that receives, the ward that is competent, and a third one of the same city. */
export const HAI_AN = agencyIdSchema.parse('31.11413.ubnd');
export const DONG_HAI = agencyIdSchema.parse('31.11411.ubnd');
export const NGO_QUYEN = agencyIdSchema.parse('31.11359.ubnd');
export const TAX_OFFICE = agencyIdSchema.parse('31.thue');
export const PLANNING = agencyIdSchema.parse('31.qhkt');
/** A ward of another province, party to nothing. */
export const DUC_PHO = agencyIdSchema.parse('51.21439.ubnd');

const AGENCIES = [HAI_AN, DONG_HAI, NGO_QUYEN, TAX_OFFICE, PLANNING, DUC_PHO];

/** The directory; `consoleOnly` agencies have no software of their own. */
export function directory(consoleOnly: readonly AgencyId[] = []): (id: AgencyId) => AgencyFacts | null {
  return (id) =>
    AGENCIES.includes(id) ? { id, provinceCode: id.slice(0, 2), consoleOnly: consoleOnly.includes(id) } : null;
}

export function clerkOf(agencyId: AgencyId, officer = 'clerk-1'): ActingParty {
  return { kind: 'clerk', agencyId, officerId: officerIdSchema.parse(officer), supervises: [] };
}

export function supervisorOver(...supervises: readonly AgencyId[]): ActingParty {
  return { kind: 'supervisor', agencyId: null, officerId: officerIdSchema.parse('supervisor-1'), supervises };
}

/** The residence of an applicant in the ward of that code. */
export function livingIn(communeCode: string): AreaFacts {
  return { residence: { communeCode }, assetLocation: { communeCode } };
}

const COMPETENT: ReadonlyMap<string, AgencyId> = new Map([
  ['11413', HAI_AN],
  ['11411', DONG_HAI],
  ['11359', NGO_QUYEN],
]);
/** Places nobody, or several, or no agency of the province is competent for. */
export const NOBODYS = livingIn('10001');
export const SEVERALS = livingIn('10002');
export const BEYOND = livingIn('21439');

/** Who is competent: a table instead of the real index of areas, which has specs of its own. */
export function resolveInTown(facts: AreaFacts): ResolutionFact | Refusal {
  const code = facts.residence?.communeCode;
  if (code === undefined) return refuse('jurisdiction-fact-missing', { fact: 'residence' });
  if (code === '10002') return refuse('jurisdiction-several', { candidates: [DONG_HAI, NGO_QUYEN] });
  if (code === '21439') return refuse('outside-boundary-scope', { scope: 'province' });
  const agencyId = COMPETENT.get(code);
  if (agencyId === undefined) return refuse('jurisdiction-none', { area: code });
  return { agencyId, ruleId: 'residence', legalBasis: 'Nghị định 118/2025/NĐ-CP', areaCode: code };
}

const NATIONAL = nationalLayerSchema.parse({
  level: 'national',
  id: 'national',
  version: 1,
  noticedYears: [2026],
  exceptions: [
    {
      date: '2026-11-24',
      kind: 'holiday',
      name: 'Ngày Văn hóa Việt Nam',
      notice: 'Nghị quyết 28/2026/QH16',
      provisional: false,
    },
  ],
});
const HAI_PHONG = provinceLayerSchema.parse({
  level: 'province',
  id: '31',
  version: 1,
  hours: [{ week: officeWeek('07:30-11:30,13:30-17:30'), notice: 'office hours of the specs' }],
  exceptions: [],
});
/** Eight hours a day, Monday to Friday; 24 November 2026 is a holiday. */
export const LEGAL = legalCalendar({ national: NATIONAL, province: HAI_PHONG });

export function rulesFor(procedure: ProcedureVersion): Rules {
  return { procedure, machine: buildMachine(procedure), legal: LEGAL, desk: () => LEGAL };
}

/** `vn('2026-11-23 09:00')`: that time on a Vietnamese wall clock. An instant stays what it is. */
export function vn(text: string): Instant {
  if (text.includes('T')) return instantSchema.parse(text);
  const [day, time = '00:00'] = text.split(' ');
  return instantSchema.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}
