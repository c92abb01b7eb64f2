/** Rules as data: what a stranger needs to fold a journal to the minute, without our database. */
import { z } from 'zod';
import type { Calendar } from '../calendar/calendar.js';
import { deskCalendar } from '../calendar/desk-calendar.js';
import { closuresKey, closuresKnown } from '../calendar/known-closures.js';
import { agencyLayerSchema, closureLayerSchema, nationalLayerSchema, provinceLayerSchema } from '../calendar/layers.js';
import { legalCalendar } from '../calendar/legal-calendar.js';
import type { Rules } from '../dossier/file.js';
import type { AgencyId } from '../kernel/ids.js';
import { agencyIdSchema } from '../kernel/ids.js';
import { buildMachine } from '../procedure/build-machine.js';
import { procedureVersionSchema } from '../procedure/procedure.js';
import type { Instant } from '../time/instant.js';

const deskSourceSchema = z.strictObject({
  province: provinceLayerSchema,
  agency: agencyLayerSchema,
  closures: z.array(closureLayerSchema),
});

export const rulesSourceSchema = z.strictObject({
  procedure: procedureVersionSchema,
  /** Versions the dossier was under before it was amended (ADR 0029); absent where it never was. */
  formerVersions: z.array(procedureVersionSchema).optional(),
  national: nationalLayerSchema,
  /** Hours of the receiving agency's province, in the version the dossier is pinned to. */
  province: provinceLayerSchema,
  /** Desks of the agencies that owned minutes; null for an agency that keeps none. */
  desks: z.record(agencyIdSchema, deskSourceSchema.nullable()),
});
export type RulesSource = z.infer<typeof rulesSourceSchema>;

/** The rules the data stand for; desks of other agencies are not known. Throws CalendarDataError for data that contradict themselves. */
export function rulesFrom({ procedure, formerVersions = [], national, province, desks }: RulesSource): Rules {
  const compiled = new Map<string, Calendar>();
  const deskOf = (agencyId: AgencyId, knownAt?: Instant): Calendar | null => {
    const source = desks[agencyId];
    if (source === undefined || source === null) return null;
    const closures = closuresKnown(source.closures, knownAt);
    const key = `${agencyId} ${closuresKey(closures)}`;
    const calendar = compiled.get(key) ?? deskCalendar({ national, ...source, closures });
    compiled.set(key, calendar);
    return calendar;
  };
  const version = (number: number): Pick<Rules, 'procedure' | 'machine'> => {
    const former = formerVersions.find((each) => each.code === procedure.code && each.version === number);
    if (former === undefined) throw new RangeError(`no version ${number} of the procedure`);
    return { procedure: former, machine: buildMachine(former) };
  };
  const legal = legalCalendar({ national, province });
  return { procedure, machine: buildMachine(procedure), legal, desk: deskOf, version };
}
