import { buildDirectory, buildMachine, isRefusal, isoOfDay, refuse, resolve } from '@lien-thong/domain';
import type {
  AgencyFacts,
  AgencyId,
  AreaFacts,
  Calendar,
  Day,
  Directory,
  DirectoryData,
  Pin,
  ProcedureMachine,
  ProcedureVersion,
  Refusal,
  ResolutionFact,
  Rules,
  RulesSource,
} from '@lien-thong/domain';
import type { Reference } from '../ports/reference.js';
import { CalendarIndex } from './calendars.js';
import type { CalendarData } from './calendars.js';

export interface ReferenceData {
  /** Published versions, those out of force included: dossiers stay pinned to theirs. */
  readonly procedures: readonly ProcedureVersion[];
  readonly directory: DirectoryData;
  readonly calendars: CalendarData;
}

/**
 * Reference data indexed in memory: built anew from plain data when it changes, never changed in place. Machines, calendars and
 * rules are made when first asked for and kept.
 */
export class IndexedReference implements Reference {
  /** Areas, agencies and competences, for whoever only reads. */
  readonly directory: Directory;
  private readonly calendars: CalendarIndex;
  private readonly procedures = new Map<string, ProcedureVersion[]>();
  private readonly machines = new Map<ProcedureVersion, ProcedureMachine>();
  private readonly rules = new Map<string, Rules>();

  constructor(data: ReferenceData) {
    this.directory = buildDirectory(data.directory);
    this.calendars = new CalendarIndex(data.calendars);
    for (const version of [...data.procedures].sort((a, b) => b.version - a.version)) {
      const versions = this.procedures.get(version.code) ?? [];
      if (versions.some((other) => other.version === version.version)) {
        throw new Error(`procedure ${version.code}: version ${version.version} comes twice`);
      }
      versions.push(version);
      this.procedures.set(version.code, versions);
    }
  }

  /**
   * The published version with the latest first day not after that day (Viet Nam), unless it has ended. A version takes over from
   * the one before it for good: when it ends without a successor the former one does not come back.
   */
  procedureInForce(code: string, day: Day): ProcedureVersion | Refusal {
    const versions = this.procedures.get(code);
    if (versions === undefined) return refuse('procedure-unknown', { procedure: code });
    const date = isoOfDay(day);
    const found = inForce(versions, date);
    if (found === undefined) {
      const inForce = versions.map(({ effectiveFrom, effectiveTo }) => `${effectiveFrom}/${effectiveTo ?? '..'}`);
      return refuse('procedure-not-effective', { procedure: code, day: date, inForce });
    }
    return hasLimit(found) ? found : refuse('procedure-limit-unknown', { procedure: code, version: found.version });
  }

  /** Whether a dossier pinned so could be decided here; another process may have published one of its versions since. */
  knows(pin: Pick<Pin, 'procedureCode' | 'procedureVersion' | 'calendarProvince' | 'calendarVersion'>): boolean {
    const { procedureCode, procedureVersion, calendarProvince, calendarVersion } = pin;
    if (this.rules.has(`${procedureCode} ${procedureVersion} ${calendarProvince} ${calendarVersion}`)) return true;
    const versions = this.procedures.get(procedureCode) ?? [];
    return (
      versions.some(({ version }) => version === procedureVersion) &&
      this.calendars.knows(calendarProvince, calendarVersion)
    );
  }

  agency(id: AgencyId): (AgencyFacts & { readonly identifier: string }) | null {
    return this.directory.agencies.get(id) ?? null;
  }

  legalCalendar(provinceCode: string): Calendar {
    return this.calendars.newest(provinceCode);
  }

  /** A version of the legal calendar of a province. Throws when it is gone. */
  legalPinned(provinceCode: string, version: string): Calendar {
    return this.calendars.pinned(provinceCode, version);
  }

  /** The newest version of the legal calendar of every province. */
  legalVersions(): ReadonlyMap<string, string> {
    return this.calendars.newestVersions();
  }

  rulesOf({ procedureCode, procedureVersion, calendarProvince, calendarVersion }: Pin): Rules {
    const key = `${procedureCode} ${procedureVersion} ${calendarProvince} ${calendarVersion}`;
    const known = this.rules.get(key);
    if (known !== undefined) return known;
    const procedure = this.published(procedureCode, procedureVersion);
    const legal = this.calendars.pinned(calendarProvince, calendarVersion);
    const desk = this.deskBy(calendarProvince, calendarVersion);
    return this.keep(key, {
      procedure,
      machine: this.machine(procedure),
      legal,
      desk,
      version: this.others(procedure),
    });
  }

  /**
   * The rules of a pin as data, with the desks of those agencies (unknown ones keep none) and the versions an amended journal was under
   * before. Throws when a pinned version is gone.
   */
  rulesSourceOf(pin: Pin, agencies: readonly AgencyId[], formerVersions: readonly number[] = []): RulesSource {
    const { procedure } = this.rulesOf(pin);
    const known = agencies.flatMap((id) => this.directory.agencies.get(id) ?? []);
    const former = formerVersions.map((version) => this.published(pin.procedureCode, version));
    const calendars = this.calendars.sources(pin.calendarProvince, pin.calendarVersion, known);
    return { procedure, ...(former.length === 0 ? {} : { formerVersions: former }), ...calendars };
  }

  /** The newest legal calendar of a province and the desks of those agencies, as data; unknown agencies are left out. */
  calendarSourcesOf(provinceCode: string, agencies: readonly AgencyId[]): Omit<RulesSource, 'procedure'> {
    const known = agencies.flatMap((id) => this.directory.agencies.get(id) ?? []);
    return this.calendars.sources(provinceCode, this.calendars.newest(provinceCode).version, known);
  }

  /** Throws for an agency that is not in the directory: the caller has asked for it before. */
  rulesFor(procedure: ProcedureVersion, receivingAgency: AgencyId): Rules {
    const agency = this.directory.agencies.get(receivingAgency);
    if (agency === undefined) throw new Error(`no agency ${receivingAgency}`);
    const legal = this.calendars.newest(agency.provinceCode);
    const key = `${procedure.code} ${procedure.version} ${agency.provinceCode} ${legal.version}`;
    const known = this.rules.get(key);
    if (known !== undefined) return known;
    const desk = this.deskBy(agency.provinceCode, legal.version);
    return this.keep(key, {
      procedure,
      machine: this.machine(procedure),
      legal,
      desk,
      version: this.others(procedure),
    });
  }

  resolve(question: {
    readonly procedure: ProcedureVersion;
    readonly facts: AreaFacts;
    readonly receivingAgency: AgencyId;
    readonly day: Day;
  }): ResolutionFact | Refusal {
    const resolution = resolve(this.directory, { ...question, day: isoOfDay(question.day) });
    if (isRefusal(resolution)) return resolution;
    const { agencyId, ruleId, legalBasis, areaCode } = resolution;
    return { agencyId, ruleId, legalBasis, areaCode };
  }

  private deskBy(provinceCode: string, version: string): Rules['desk'] {
    return (agencyId, knownAt) => {
      const agency = this.directory.agencies.get(agencyId);
      return agency === undefined ? null : this.calendars.desk(agency, { provinceCode, version }, knownAt);
    };
  }

  /** The other versions of a procedure, for journals that were amended. Throws for one that is gone. */
  private others({ code }: ProcedureVersion): NonNullable<Rules['version']> {
    return (version) => {
      const procedure = this.published(code, version);
      return { procedure, machine: this.machine(procedure) };
    };
  }

  private published(code: string, version: number): ProcedureVersion {
    const procedure = this.procedures.get(code)?.find((each) => each.version === version);
    if (procedure === undefined) throw new Error(`no version ${version} of procedure ${code}`);
    return procedure;
  }

  private machine(procedure: ProcedureVersion): ProcedureMachine {
    const machine = this.machines.get(procedure) ?? buildMachine(procedure);
    this.machines.set(procedure, machine);
    return machine;
  }

  private keep(key: string, rules: Rules): Rules {
    this.rules.set(key, rules);
    return rules;
  }
}

/** Of two with the same first day the higher number. One that was taken back before its first day never was in force. */
function inForce(versions: readonly ProcedureVersion[], date: string): ProcedureVersion | undefined {
  const begun = versions.filter(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo === null || effectiveFrom <= effectiveTo),
  );
  const [latest] = begun.sort((a, b) => byText(b.effectiveFrom, a.effectiveFrom) || b.version - a.version);
  const hasEnded = latest !== undefined && latest.effectiveTo !== null && latest.effectiveTo < date;
  return hasEnded ? undefined : latest;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function hasLimit({ cases }: ProcedureVersion): boolean {
  return cases.some(({ limits }) => Object.values(limits).some((limit) => limit !== null));
}
