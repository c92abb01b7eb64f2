/** One fact about to be folded into clocks and segments: the dossier before and after it, and the minute at which it happened. */
import type { Dossier } from '../dossier/dossier.js';
import type { DossierEvent, EventData, EventType } from '../dossier/events.js';
import type { Rules } from '../dossier/file.js';
import type { Phase } from '../procedure/phase.js';
import { minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Clock } from './clock.js';

export interface Change {
  readonly before: Dossier | null;
  readonly event: DossierEvent;
  readonly after: Dossier;
  readonly rules: Rules;
}

export interface Moment extends Change {
  /** The clocks before the fact. */
  readonly clocks: readonly Clock[];
  /** When the fact happened, cut to the minute: never when it was learnt. */
  readonly at: Minute;
}

export function momentOf({ before, event, after, rules }: Change, clocks: readonly Clock[] = []): Moment {
  return { before, event, after, rules, clocks, at: minuteOf(event.occurredAt) };
}

/** A fact without its version: `received` for `dossier.received.v1`. */
export type FactName = EventType extends infer Type ? (Type extends `dossier.${infer Name}.v1` ? Name : never) : never;
type DataOf<Name extends FactName> = EventData<`dossier.${Name}.v1`>;

/** What follows from one kind of fact; null for every other fact. */
export function on<Name extends FactName, Result>(
  name: Name,
  then: (moment: Moment, data: DataOf<Name>) => Result,
): (moment: Moment) => Result | null {
  const type: EventType = `dossier.${name}.v1`;
  // The type of an event fixes the type of its data; TypeScript does not follow that through a computed name.
  return (moment) => (moment.event.type === type ? then(moment, moment.event.data as unknown as DataOf<Name>) : null);
}

/** The answer of the first rule that has one. */
export function firstOf<Result>(
  ...rules: readonly ((moment: Moment) => Result | null)[]
): (moment: Moment) => Result | null {
  return (moment) => {
    for (const rule of rules) {
      const answer = rule(moment);
      if (answer !== null) return answer;
    }
    return null;
  };
}

/** True when the fact is one of these. */
export function isAnyOf(moment: Moment, names: readonly FactName[]): boolean {
  return names.some((name) => moment.event.type === `dossier.${name}.v1`);
}

/** True when the fact leads into the phase from another one. */
export function enters(phase: Phase, { before, after }: Moment): boolean {
  return after.phase === phase && before?.phase !== phase;
}
