/**
 * Random journeys for specs: facts in an order the office could produce, chosen by a source of numbers. They are told twice, as
 * journal events for the fold and as plain facts for the minute walker, so that neither learns anything from the other.
 */
import type { Calendar } from '../calendar/calendar.js';
import type { DossierEvent, Pin } from '../dossier/events.js';
import type { Phase } from '../procedure/phase.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { DOSSIER_ID } from '../testing/office.js';
import { DONG_HAI, HAI_AN } from '../testing/office-directory.js';
import { isCalendarDays, workMinutes } from '../time/duration.js';
import { instantOf, minuteOfDay, plusMinutes } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { minutesOfTime, timeOfDay } from '../time/time-of-day.js';
import { choices, opening } from './journey-choices.fixture.js';
import type { Draw, Next, Place } from './journey-choices.fixture.js';
import type { PlainFact } from './oracle/plain.js';

export interface Journey {
  readonly events: readonly DossierEvent[];
  readonly facts: readonly PlainFact[];
}

/** Waits that matter: none at all, minutes, hours, a night, a weekend. */
const WAITS = [0, 0, 1, 2, 7, 29, 60, 121, 240, 333, 480, 481, 900, 1440, 2880, 4321] as const;

/** Times of day that matter, each with the minutes beside it: openings, the noon break, cut-offs, closings, the noon of granules. */
const CORNERS = ['00:00', '07:00', '07:30', '11:30', '12:00', '13:30', '15:00', '17:00', '17:30'].map(minutesOf);

/** Minutes after midnight at which something may have changed: exactly then, a minute before or after. */
export const EXACT_TIMES: readonly number[] = CORNERS.flatMap((time) => [time, time + 1, time + 1439]).map(
  (time) => time % 1440,
);

function minutesOf(text: string): number {
  return minutesOfTime(timeOfDay(text));
}

/** When the next fact comes: often after a wait, now and then the next time a clock on the wall shows an exact minute. */
function nextMinute(at: Minute, draw: Draw): Minute {
  const exactly = draw(3) === 0 ? EXACT_TIMES[draw(EXACT_TIMES.length)] : undefined;
  if (exactly === undefined) return plusMinutes(at, WAITS[draw(WAITS.length)] ?? 0);
  return plusMinutes(at, (exactly - minuteOfDay(at) + 1440) % 1440);
}

function plain(event: DossierEvent, { at, legal }: { at: Minute; legal: Calendar }): PlainFact {
  const type = event.type.slice('dossier.'.length, -'.v1'.length);
  const data: Readonly<Record<string, unknown>> = { ...event.data };
  const found = 'resolution' in event.data ? event.data.resolution?.agencyId : undefined;
  const by = event.type === 'dossier.limitExtended.v1' ? event.data.by : null;
  const minutes = by === null || isCalendarDays(by) ? 0 : workMinutes(by, legal.minutesPerDay);
  return {
    ...data,
    place: data['at'],
    competent: found ?? null,
    minutes,
    at,
    type,
    phase: event.phase,
    actor: event.actor.agencyId,
  };
}

function eventOf(chosen: Next, { seq, phase, at }: { seq: number; phase: Phase; at: Minute }): DossierEvent {
  const actor = { kind: chosen.actor === null ? 'engine' : 'clerk', agencyId: chosen.actor, officerId: null };
  const envelope = { id: `e${seq}`, dossierId: DOSSIER_ID, seq, actor, prevHash: '', hash: '' };
  const time = { occurredAt: instantOf(at), recordedAt: instantOf(at) };
  // The pair of type and data was checked where the choice was made.
  return { ...envelope, ...time, type: chosen.type, phase, data: chosen.data } as unknown as DossierEvent;
}

export interface JourneyOptions {
  readonly procedure: ProcedureVersion;
  readonly legal: Calendar;
  readonly begins: Minute;
  readonly draw: Draw;
  readonly length: number;
}

/** A journey of at most `length` facts; it ends sooner when the dossier does. */
export function journey({ procedure, legal, begins, draw, length }: JourneyOptions): Journey {
  const pin = pinFor(procedure, legal);
  let place: Place = { ...START, stepsLeft: procedure.steps.map(({ key }) => key) };
  let at = begins;
  const events: DossierEvent[] = [];
  const facts: PlainFact[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const office = { place, procedure, draw, pin };
    const options = seq === 1 ? opening(office) : choices(office);
    const chosen = options[draw(Math.max(1, options.length))];
    if (chosen === undefined) break;
    const competentActs = chosen.actor !== null && chosen.actor === place.competent;
    place = { ...place, ...(competentActs ? { forwarding: false } : {}), ...chosen.to };
    if (seq > 1) at = nextMinute(at, draw);
    const event = eventOf(chosen, { seq, phase: place.phase, at });
    events.push(event);
    facts.push(plain(event, { at, legal }));
  }
  return { events, facts };
}

const START: Omit<Place, 'stepsLeft'> = {
  phase: 'submitted',
  competent: null,
  addressed: DONG_HAI,
  attempt: 0,
  steps: [],
  open: [],
  askedOnce: [],
  rounds: 0,
  from: 'processing',
  resumeTo: 'processing',
  forwarding: false,
  extensions: 0,
  notified: false,
};

function pinFor(procedure: ProcedureVersion, legal: Calendar): Pin {
  const limit = procedure.cases[0]?.limits.counter;
  if (limit === undefined || limit === null) throw new Error('a journey needs a limit');
  return {
    procedureCode: procedure.code,
    procedureVersion: procedure.version,
    builderVersion: 1,
    caseKey: procedure.cases[0]?.key ?? 'standard',
    channel: 'counter',
    limit,
    receivingAgency: HAI_AN,
    calendarProvince: '31',
    calendarVersion: legal.version,
  };
}
