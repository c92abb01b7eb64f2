/** Journeys through outages of shared systems, told twice: as recorded outages for the fold and as plain spans for the walker. For specs. */
import type { DossierEvent, EventOf } from '../dossier/events.js';
import type { DossierFile } from '../dossier/file.js';
import { foldHistory, withRelief } from '../dossier/fold.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { procedureVersionSchema } from '../procedure/procedure.js';
import { instantOf, plusMinutes } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import type { Told } from './journeys.fixture.js';
import { plainRules } from './journeys.fixture.js';
import type { PlainOutage, PlainRules } from './oracle/plain.js';
import { reliefOf } from './relief.js';
import type { OutageRecord } from './relief.js';

export const SYSTEMS = ['landRegister', 'population', 'portal'] as const;

/** Which legs need which of the systems, by name; what is left out needs none. */
export type Needs = Readonly<Record<string, readonly string[]>>;

/** The procedure with these needs; null: no relief. */
export function needing(
  procedure: ProcedureVersion,
  needs: Needs,
  scope: 'leg' | 'legAndLimit' | null,
): ProcedureVersion {
  const requires = (leg: string) => [...(needs[leg] ?? [])];
  const legs = Object.fromEntries(
    Object.entries(procedure.legs).map(([name, leg]) => [name, { ...leg, requires: requires(name) }]),
  );
  const steps = procedure.steps.map((step) => ({ ...step, requires: requires(`step:${step.key}`) }));
  const consultations = procedure.consultations.map((rule) => {
    return { ...rule, requires: requires(`consultation:${rule.key}`) };
  });
  const relief = scope === null ? {} : { outageRelief: { scope, legalBasis: 'Quy chế phối hợp, điều 9' } };
  return procedureVersionSchema.parse({ ...procedure, legs, steps, consultations, ...relief });
}

/** An outage, in minutes after the journey began. */
export interface OutageAt {
  readonly system: string;
  readonly from: number;
  readonly lasts: number;
}

export const outageId = (number: number): string => `00000000-0000-4000-8000-${`${number}`.padStart(12, '0')}`;

export function recordOf(
  outage: OutageAt,
  { number, revision = 1 }: { readonly number: number; readonly revision?: number },
  { facts }: Pick<Told, 'facts'>,
): OutageRecord {
  const begins = (facts[0]?.at ?? 0) as Minute;
  const from = plusMinutes(begins, outage.from);
  return {
    outageId: outageId(number),
    revision,
    system: outage.system,
    from: instantOf(from),
    to: instantOf(plusMinutes(from, outage.lasts)),
    cancelled: false,
    evidence: { reference: 'BB-01/2026', sha256: null },
  };
}

/** The rules of the journey in the walker's words, with the outages. */
export function plainWith(told: Told, needs: Needs, outages: readonly OutageAt[]): PlainRules {
  const scope = told.procedure.outageRelief?.scope;
  const begins = told.facts[0]?.at ?? 0;
  const spans: PlainOutage[] = outages.map(({ system, from, lasts }) => {
    return { system, from: begins + from, to: begins + from + lasts };
  });
  return {
    ...plainRules(told),
    needs,
    relief: scope === undefined ? null : { limitToo: scope === 'legAndLimit', outages: spans },
  };
}

/** A journal and the file it gives, as rows that were kept up with every fact would be. */
export interface Kept {
  readonly events: readonly DossierEvent[];
  readonly file: DossierFile;
}

/** The journal with one more revision of an outage told; as it is where the outage does not concern the dossier. */
export function toldOf({ events, file }: Kept, record: OutageRecord, { rules }: Told): Kept {
  const last = events.at(-1);
  if (last === undefined) throw new Error('an empty journal');
  const now = [record.to, last.recordedAt].reduce<Instant>((a, b) => (a > b ? a : b), last.recordedAt);
  const relief = reliefOf(events, record, { now, rules });
  if (relief === null) return { events, file };
  const seq = last.seq + 1;
  const actor = { kind: 'engine' as const, agencyId: null, officerId: null };
  const envelope = { id: `e${seq}`, dossierId: last.dossierId, seq, recordedAt: now, actor, prevHash: '', hash: '' };
  const event = { ...relief.fact, ...envelope } as EventOf<'dossier.outageRelieved.v1'>;
  return { events: [...events, event], file: withRelief(relief.base, event, rules) };
}

export function keptFrom(told: Told): Kept {
  return { events: told.events, file: foldHistory(told.events, told.rules) };
}
