/** What a procedure version says, as plain numbers: durations are read here again, from their texts. */
import type { Pin, ProcedureVersion } from '@lien-thong/domain';
import { Minutes } from './minutes.js';
import { FIRST_VERSIONS, SECOND_VERSIONS } from '../world/procedures.js';
import { town } from '../world/town.js';

export const MINUTES_PER_DAY = 480;

export type PlainBudget = { readonly work: number } | { readonly days: number } | { readonly sameDay: true };

/** `1.5wd`, `8wh`, `30cd`, `sameDay`. Throws for a text that says none of them. */
export function budgetOf(text: string): PlainBudget {
  if (text === 'sameDay') return { sameDay: true };
  const found = /^(\d+(?:\.\d+)?)(wd|wh|cd)$/.exec(text);
  if (found === null) throw new Error(`no duration: ${text}`);
  const amount = Number(found[1]);
  if (found[2] === 'cd') return { days: amount };
  return { work: Math.round(amount * (found[2] === 'wd' ? MINUTES_PER_DAY : 60)) };
}

export function workOf(text: string): number {
  const budget = budgetOf(text);
  if (!('work' in budget)) throw new Error(`not a duration of work: ${text}`);
  return budget.work;
}

export function clockTime(text: string | null): number | null {
  return text === null ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

export interface PlainRules {
  readonly procedure: ProcedureVersion;
  readonly minutes: Minutes;
}

const counted = new Map<string, Minutes>();

/** The minutes of a version of the legal calendar; each is counted once in a process. */
function minutesOf({ calendarProvince, calendarVersion }: Pin): Minutes {
  const known = counted.get(calendarVersion);
  if (known !== undefined) return known;
  const { first, second } = town();
  const calendar = [first, second]
    .map((reference) => reference.legalCalendar(calendarProvince))
    .find(({ version }) => version === calendarVersion);
  if (calendar === undefined) throw new Error(`no calendar ${calendarVersion}`);
  const minutes = new Minutes(calendar);
  counted.set(calendarVersion, minutes);
  return minutes;
}

/** The rules a dossier was opened under. Throws when its pin names none that was ever published. */
export function plainRules(pin: Pin): PlainRules {
  const procedure = [...FIRST_VERSIONS, ...SECOND_VERSIONS].find(
    ({ code, version }) => code === pin.procedureCode && version === pin.procedureVersion,
  );
  if (procedure === undefined) throw new Error(`no version ${pin.procedureVersion} of ${pin.procedureCode}`);
  return { procedure, minutes: minutesOf(pin) };
}
