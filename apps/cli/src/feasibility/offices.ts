/** The calendars of a proof, chosen from what was loaded: whose hours the limit counts on, and whose desk each party keeps. */
import { CalendarDataError, dayFromIso, deskCalendar, legalCalendar } from '@lien-thong/domain';
import type {
  Calendar,
  NationalLayer,
  Offices,
  Party,
  ProcedureVersion,
  ProofRange,
  ProvinceLayer,
} from '@lien-thong/domain';
import { findingWords } from '../calendars/finding-words.js';
import type { Loaded } from '../calendars/load.js';
import { Unreadable } from '../words.js';

export interface Chosen {
  /** Code of the receiver's province; null: the only one, or the first. */
  readonly province: string | null;
  /** `receiver` → agency id. A party that is not named keeps the legal hours. */
  readonly desks: ReadonlyMap<string, string>;
}

export interface Proving {
  readonly offices: Offices;
  readonly range: ProofRange;
  readonly year: number;
}

function layersOf({ nationals, provinces, flaws }: Loaded, { province }: Chosen) {
  const [flaw] = flaws;
  if (flaw !== undefined) {
    const { vi, en } = findingWords(flaw.code, flaw.facts);
    throw new Unreadable({ vi: `${flaw.file} ${flaw.path}: ${vi}`, en: `${flaw.file} ${flaw.path}: ${en}` });
  }
  const [national, another] = nationals;
  if (national === undefined || another !== undefined) {
    throw new Unreadable(
      findingWords(national === undefined ? 'noNational' : 'severalNationals', { count: nationals.length }),
    );
  }
  const own = province === null ? provinces[0] : provinces.find(({ id }) => id === province);
  if (own !== undefined) return { national, province: own };
  throw new Unreadable(
    province === null
      ? findingWords('noProvince', {})
      : { vi: `không có giờ hành chính của tỉnh ${province}`, en: `there are no legal hours of province ${province}` },
  );
}

/** Parties of a procedure; others are a slip of the hand. */
function partiesOf({ consultations }: ProcedureVersion): readonly Party[] {
  return ['receiver', 'decider', 'carrier', ...consultations.map(({ key }): Party => `consulted:${key}`)];
}

interface Layers {
  readonly national: NationalLayer;
  readonly province: ProvinceLayer;
}

/** The hours of an agency's own province where they are loaded. */
function deskOf(id: string, loaded: Loaded, { national, province }: Layers): Calendar {
  const desk = loaded.desks.find(({ layer }) => layer.id === id);
  if (desk === undefined) {
    throw new Unreadable({ vi: `không có giờ làm việc của cơ quan ${id}`, en: `there are no hours of agency ${id}` });
  }
  const own = loaded.provinces.find((one) => one.id === desk.provinceCode) ?? province;
  const closures = loaded.closures.filter((closure) => closure.id === id);
  return deskCalendar({ national, province: own, agency: desk.layer, closures });
}

/** The year asked for, or the last one with a notice; the next is loaded too, so that no path leaves the calendars. */
function rangeOf(national: NationalLayer, asked: number | null): { readonly year: number; readonly range: ProofRange } {
  const year = asked ?? Math.max(...national.noticedYears);
  if (!Number.isSafeInteger(year)) {
    throw new Unreadable({
      vi: 'không năm nào có thông báo: nêu --year',
      en: 'no year has a notice: name one, --year',
    });
  }
  const receptions = { firstDay: dayFromIso(`${year}-01-01`), lastDay: dayFromIso(`${year}-12-31`) };
  return { year, range: { years: [year, year + 1], receptions } };
}

/** Throws Unreadable for what was not loaded, or contradicts itself. */
export function provingOn(
  loaded: Loaded,
  procedure: ProcedureVersion,
  chosen: Chosen & { readonly year: number | null },
): Proving {
  const layers = layersOf(loaded, chosen);
  const parties = partiesOf(procedure);
  const unknown = [...chosen.desks.keys()].find((party) => !parties.some((one) => one === party));
  if (unknown !== undefined) {
    const list = parties.join(', ');
    throw new Unreadable({ vi: `--desk ${unknown}: phải là ${list}`, en: `--desk ${unknown}: one of ${list}` });
  }
  try {
    const legal = legalCalendar(layers);
    const desks: Partial<Record<Party, Calendar>> = {};
    for (const party of parties) {
      const agency = chosen.desks.get(party);
      desks[party] = agency === undefined ? legal : deskOf(agency, loaded, layers);
    }
    return { offices: { legal, desks }, ...rangeOf(layers.national, chosen.year) };
  } catch (error) {
    if (!(error instanceof CalendarDataError)) throw error;
    throw new Unreadable(findingWords(error.code, error.facts));
  }
}
