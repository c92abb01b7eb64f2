/** One clock on the calendar of today and on that of a version nobody has published. */
import {
  calendarChange,
  clocksStand,
  deskCalendar,
  foldHistory,
  legalCalendar,
  pinAfter,
  reckonedOn,
  startOfDay,
} from '@lien-thong/domain';
import type {
  Agency,
  AgencyLayer,
  Calendar,
  CalendarChange,
  CalendarLayer,
  Clock,
  Day,
  DossierId,
  Minute,
  Rules,
} from '@lien-thong/domain';
import type { LiveReference } from '../reference/live-reference.js';
import { loadJournals } from '../store/dossier-loading.js';
import type { Wire } from '../store/wire.js';
import type { Standing } from './calendar-check.js';
import type { Moved } from './preview-groups.js';
import type { OpenClock } from './preview-rows.js';

export interface Comparison {
  readonly days: readonly Day[];
  /** Clocks that are over before cannot move. */
  readonly since: Minute | null;
  compare(wire: Wire, clocks: readonly OpenClock[]): Promise<readonly Moved[]>;
}

function workBetween(calendar: Calendar, from: Minute | null, to: Minute | null): number | null {
  if (from === null || to === null) return null;
  const reached = [from, to].every((m) => m >= startOfDay(calendar.firstDay) && m < startOfDay(calendar.lastDay));
  return reached ? calendar.workBetween(from, to) : null;
}

/** Legal calendars by province, compiled with the version in question. */
class LegalComparison implements Comparison {
  private readonly after = new Map<string, Calendar>();
  private readonly changes = new Map<string, CalendarChange>();
  readonly days: readonly Day[];
  readonly since: Minute | null;

  constructor(
    private readonly layer: CalendarLayer,
    private readonly standing: Standing,
    private readonly reference: LiveReference,
  ) {
    const provinces = layer.level === 'province' ? [layer.id] : standing.provinces.map(({ id }) => id);
    const days = new Set<Day>();
    // Days of the country are the same everywhere; hours of provinces make them no others.
    const asked = layer.level === 'province' ? provinces : provinces.slice(0, 1);
    for (const province of asked) {
      for (const day of this.change(province, reference.legalCalendar(province).version).days) days.add(day);
    }
    this.days = [...days].sort((a, b) => a - b);
    const [first] = this.days;
    this.since = first === undefined ? null : startOfDay(first);
  }

  async compare(wire: Wire, clocks: readonly OpenClock[]): Promise<readonly Moved[]> {
    const [quick, deep]: [Moved[], OpenClock[]] = [[], []];
    for (const open of clocks) {
      const after = this.reckoned(open);
      if (after === null) deep.push(open);
      else quick.push(this.moved(open, after));
    }
    return deep.length === 0 ? quick : [...quick, ...(await this.readAgain(wire, deep))];
  }

  /** The clock on the new calendar from its row alone; null where its facts must be read again. */
  private reckoned({ pin, clock }: OpenClock): Clock | null {
    const change = this.change(pin.calendarProvince, pin.calendarVersion);
    if (!clocksStand({ dossier: { pin } as never, clocks: [clock] }, change)) return null;
    const legal = this.calendar(pin.calendarProvince);
    return reckonedOn([clock], { legal, procedure: { warnPercents: [] } } as unknown as Rules)[0] ?? null;
  }

  private async readAgain(wire: Wire, clocks: readonly OpenClock[]): Promise<readonly Moved[]> {
    const ids = [...new Set(clocks.map(({ dossierId }) => dossierId))];
    const journals = await loadJournals(wire, ids);
    const folded = new Map<DossierId, readonly Clock[]>();
    for (const [id, journal] of journals) {
      const pin = pinAfter(journal);
      if (pin === null) continue;
      const rules = { ...this.reference.rulesOf(pin), legal: this.calendar(pin.calendarProvince) };
      folded.set(id, foldHistory(journal, rules).clocks);
    }
    return clocks.flatMap((open) => {
      const after = folded.get(open.dossierId)?.find(({ id }) => id === open.clock.id);
      return after === undefined ? [] : [this.moved(open, after)];
    });
  }

  private moved({ pin, clock }: OpenClock, after: Clock): Moved {
    return { before: clock, after, worth: workBetween(this.calendar(pin.calendarProvince), clock.dueAt, after.dueAt) };
  }

  private calendar(provinceCode: string): Calendar {
    const known = this.after.get(provinceCode);
    if (known !== undefined) return known;
    const national = this.layer.level === 'national' ? this.layer : this.standing.national;
    const own = this.standing.provinces.find(({ id }) => id === provinceCode);
    const province = this.layer.level === 'province' && this.layer.id === provinceCode ? this.layer : own;
    if (province === undefined) throw new Error(`no hours of province ${provinceCode}`);
    const calendar = legalCalendar({ national, province });
    this.after.set(provinceCode, calendar);
    return calendar;
  }

  private change(provinceCode: string, version: string): CalendarChange {
    const key = `${provinceCode} ${version}`;
    const known = this.changes.get(key);
    if (known !== undefined) return known;
    const change = calendarChange(this.reference.legalPinned(provinceCode, version), this.calendar(provinceCode));
    this.changes.set(key, change);
    return change;
  }
}

function agencyLayer({ id, deskHours }: Agency): AgencyLayer {
  const layer: AgencyLayer = { level: 'agency', id, version: 1, exceptions: [] };
  return deskHours === null ? layer : { ...layer, hours: deskHours };
}

/** No obligation moves with a desk: what changes is how long it is open until its clocks are due. */
class DeskComparison implements Comparison {
  readonly days: readonly Day[];
  readonly since: Minute | null;

  constructor(
    private readonly before: Calendar,
    private readonly after: Calendar,
    private readonly now: Minute,
  ) {
    const { days, since } = calendarChange(before, after);
    this.days = days;
    this.since = since;
  }

  compare(_: Wire, clocks: readonly OpenClock[]): Promise<readonly Moved[]> {
    return Promise.resolve(
      clocks.flatMap(({ clock }) => {
        const [was, is] = [this.before, this.after].map((desk) => this.deskMinutes(desk, clock));
        const worth = was === null || is === null || was === undefined || is === undefined ? null : is - was;
        return worth === null || worth === 0 ? [] : [{ before: clock, after: clock, worth, always: true }];
      }),
    );
  }

  /** From now until it is due; none where it is over. */
  private deskMinutes(desk: Calendar, { dueAt }: Clock): number | null {
    return dueAt !== null && dueAt <= this.now ? 0 : workBetween(desk, this.now, dueAt);
  }
}

function deskComparison(layer: CalendarLayer, standing: Standing, now: Minute): Comparison {
  const agency = standing.directory.agencies.get(layer.id);
  const province = standing.provinces.find(({ id }) => id === agency?.provinceCode);
  if (agency === undefined || province === undefined || layer.level !== 'closure')
    throw new Error(`no desk ${layer.id}`);
  const deskWith = (closures: CalendarLayer | null): Calendar =>
    deskCalendar({
      ...{ national: standing.national, province, agency: agencyLayer(agency) },
      closures: closures?.level === 'closure' ? [closures] : [],
    });
  return new DeskComparison(deskWith(standing.former), deskWith(layer), now);
}

export function comparisonFor(
  layer: CalendarLayer,
  standing: Standing,
  { reference, now }: { readonly reference: LiveReference; readonly now: Minute },
): Comparison {
  return layer.level === 'closure'
    ? deskComparison(layer, standing, now)
    : new LegalComparison(layer, standing, reference);
}
