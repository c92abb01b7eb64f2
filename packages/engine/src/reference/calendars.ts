import { closuresKey, closuresKnown, deskCalendar, legalCalendar, versionOf } from '@lien-thong/domain';
import type {
  Agency,
  AgencyId,
  AgencyLayer,
  Calendar,
  CalendarRange,
  ClosureLayer,
  Instant,
  NationalLayer,
  ProvinceLayer,
  RulesSource,
} from '@lien-thong/domain';

export interface CalendarData {
  /** Every version ever used: dossiers stay pinned to theirs. */
  readonly national: readonly NationalLayer[];
  /** Every version of every province's hours; the layer's id is the province code. */
  readonly provinces: readonly ProvinceLayer[];
  readonly closures: readonly { readonly agencyId: AgencyId; readonly layer: ClosureLayer }[];
  readonly range?: CalendarRange;
}

interface Layers {
  readonly national: NationalLayer;
  readonly province: ProvinceLayer;
}

/** The legal calendar a dossier is pinned to. */
interface Pinned {
  readonly provinceCode: string;
  readonly version: string;
}

const newestFirst = <Layer extends { readonly version: number }>(layers: readonly Layer[]): readonly Layer[] =>
  [...layers].sort((a, b) => b.version - a.version);

/** Calendars compiled when first asked for, each once. */
export class CalendarIndex {
  private readonly national: readonly NationalLayer[];
  private readonly legal = new Map<string, Calendar>();
  private readonly desks = new Map<string, Calendar>();
  private readonly closures = new Map<AgencyId, readonly ClosureLayer[]>();

  constructor(private readonly data: CalendarData) {
    this.national = newestFirst(data.national);
  }

  /** The legal calendar of a province in its newest version. Throws when the province has no hours: that is a fault of the data. */
  newest(provinceCode: string): Calendar {
    const [national] = this.national;
    const [province] = this.provinceLayers(provinceCode);
    if (national === undefined || province === undefined)
      throw new Error(`no legal calendar for province ${provinceCode}`);
    return this.compiled(national, province);
  }

  /** The newest legal version of every province that has hours. */
  newestVersions(): ReadonlyMap<string, string> {
    const codes = new Set(this.data.provinces.map(({ id }) => id));
    return new Map([...codes].map((code) => [code, this.newestVersion(code)]));
  }

  private newestVersion(provinceCode: string): string {
    const [national] = this.national;
    const [province] = this.provinceLayers(provinceCode);
    if (national === undefined || province === undefined)
      throw new Error(`no legal calendar for province ${provinceCode}`);
    return versionOf([national, province]);
  }

  /** The legal calendar a dossier is pinned to. Throws when that version is gone. */
  pinned(provinceCode: string, version: string): Calendar {
    const { national, province } = this.layersOf(provinceCode, version);
    return this.compiled(national, province);
  }

  /**
   * When the agency's desk is open, by the national days and hours of the pinned legal calendar: a dossier folded again after a new
   * notice must give the desk minutes it gave before. An agency of another province keeps that province's newest hours. Closures are
   * those known at `knownAt`; left out, all of today.
   */
  desk(agency: Agency, pinned: Pinned, knownAt?: Instant): Calendar {
    const closures = closuresKnown(this.closuresOf(agency), knownAt);
    const key = `${agency.id} ${pinned.provinceCode} ${pinned.version} ${closuresKey(closures)}`;
    const known = this.desks.get(key);
    if (known !== undefined) return known;
    const calendar = this.compileDesk(agency, pinned, closures);
    this.desks.set(key, calendar);
    return calendar;
  }

  /** Whether a dossier pinned to that version could be reckoned here; another process may have published it since. */
  knows(provinceCode: string, version: string): boolean {
    return this.layersAt(provinceCode, version) !== null;
  }

  private closuresOf({ id }: Agency): readonly ClosureLayer[] {
    const known = this.closures.get(id);
    if (known !== undefined) return known;
    const layers = this.data.closures.filter(({ agencyId }) => agencyId === id).map(({ layer }) => layer);
    this.closures.set(id, layers);
    return layers;
  }

  private compileDesk(agency: Agency, { provinceCode, version }: Pinned, closures: readonly ClosureLayer[]): Calendar {
    const pinned = this.layersOf(provinceCode, version);
    const { national } = pinned;
    const province =
      agency.provinceCode === provinceCode ? pinned.province : this.provinceLayers(agency.provinceCode)[0];
    if (province === undefined) throw new Error(`no calendar for agency ${agency.id}`);
    if (agency.deskHours === null && closures.length === 0) return this.compiled(national, province);
    return deskCalendar({ national, province, agency: agencyLayer(agency), closures, ...this.range() });
  }

  /** The layers behind `pinned` and `desk`, as data. Throws when that version is gone. */
  sources(provinceCode: string, version: string, agencies: readonly Agency[]): Omit<RulesSource, 'procedure'> {
    const { national, province } = this.layersOf(provinceCode, version);
    const desks: Record<AgencyId, RulesSource['desks'][AgencyId]> = {};
    for (const agency of agencies) {
      const own = agency.provinceCode === provinceCode ? province : this.provinceLayers(agency.provinceCode)[0];
      if (own === undefined) throw new Error(`no calendar for agency ${agency.id}`);
      desks[agency.id] = { province: own, agency: agencyLayer(agency), closures: [...this.closuresOf(agency)] };
    }
    return { national, province, desks };
  }

  private layersOf(provinceCode: string, version: string): Layers {
    const found = this.layersAt(provinceCode, version);
    if (found === null) throw new Error(`no version ${version} of the legal calendar of province ${provinceCode}`);
    return found;
  }

  private layersAt(provinceCode: string, version: string): Layers | null {
    for (const province of this.provinceLayers(provinceCode)) {
      for (const national of this.national) {
        if (versionOf([national, province]) === version) return { national, province };
      }
    }
    return null;
  }

  private provinceLayers(provinceCode: string): readonly ProvinceLayer[] {
    return newestFirst(this.data.provinces.filter(({ id }) => id === provinceCode));
  }

  private compiled(national: NationalLayer, province: ProvinceLayer): Calendar {
    const key = `${national.version} ${province.id} ${province.version}`;
    const known = this.legal.get(key);
    if (known !== undefined) return known;
    const calendar = legalCalendar({ national, province, ...this.range() });
    this.legal.set(key, calendar);
    return calendar;
  }

  private range(): { readonly range?: CalendarRange } {
    return this.data.range === undefined ? {} : { range: this.data.range };
  }
}

/** The hours the directory gives an agency as a layer of a calendar; without any it keeps those of its province. */
function agencyLayer({ id, deskHours }: Agency): AgencyLayer {
  const layer: AgencyLayer = { level: 'agency', id, version: 1, exceptions: [] };
  return deskHours === null ? layer : { ...layer, hours: deskHours };
}
