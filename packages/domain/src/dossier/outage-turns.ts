/** Recorded outages in the order of a journal: minutes at which a shared system goes down or comes back (ADR 0028). Pure. */
import { minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import type { Dossier, DuringOutage, RelievedOutage } from './dossier.js';
import { outagesAfter } from './evolve-relieved.js';
import type { DossierEvent } from './events.js';
import { isDeclared } from './events.js';

/** From `at` on this is so. `ends`: something comes back, before the facts of that minute; else it goes down, behind them. */
export interface OutageTurn extends DuringOutage {
  readonly at: Minute;
  readonly ends: boolean;
}

export type Outages = Readonly<Record<string, RelievedOutage>>;

/** The outages a journal reads with: each in its last revision. */
export function outagesTold(events: readonly DossierEvent[]): Outages {
  return events.reduce<Outages>(
    (outages, event) => (event.type === 'dossier.outageRelieved.v1' ? outagesAfter(outages, event.data) : outages),
    {},
  );
}

interface Span {
  readonly from: Minute;
  readonly to: Minute;
}

const cut = (minute: Minute, until: Minute | null): Minute => (until !== null && minute > until ? until : minute);
const covers = ({ from, to }: Span, minute: Minute): boolean => from <= minute && minute < to;

/**
 * The turns of these outages, and of whole days on which a limit in calendar days rests. A minute in which several are down is one
 * minute: overlapping outages of one system or of several never count twice. `until`: as far as is looked at; null: to their ends.
 */
export function turnsOf(outages: Outages, days: readonly Span[], until: Minute | null = null): readonly OutageTurn[] {
  const spans = Object.values(outages)
    .map(({ system, from, to }) => ({ system, from: minuteOf(from), to: cut(minuteOf(to), until) }))
    .filter(({ from, to }) => from < to);
  const times = [...new Set([...spans, ...days].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  let was: DuringOutage = { down: [], limitRests: false };
  return times.flatMap((at) => {
    const down = [...new Set(spans.filter((span) => covers(span, at)).map(({ system }) => system))].sort();
    const limitRests = days.some((day) => covers(day, at));
    const left = { down: was.down.filter((system) => down.includes(system)), limitRests: was.limitRests && limitRests };
    const turns: OutageTurn[] = [];
    if (left.down.length < was.down.length || left.limitRests !== was.limitRests)
      turns.push({ at, ends: true, ...left });
    if (down.length > left.down.length || limitRests !== left.limitRests)
      turns.push({ at, ends: false, down, limitRests });
    was = { down, limitRests };
    return turns;
  });
}

/** Whether the turn stands before this fact. What was found out later, or says that a time was wrong, is no neighbour in time. */
function precedes({ at, ends }: OutageTurn, event: DossierEvent): boolean {
  if (!isDeclared(event.type)) return false;
  const minute = minuteOf(event.occurredAt);
  return ends ? minute >= at : minute > at;
}

/** What was down when the dossier came is down for it from its first minute. */
function fromTheFirst(turns: readonly OutageTurn[], first: DossierEvent): readonly OutageTurn[] {
  const earlier = turns.filter((turn) => precedes(turn, first));
  const last = earlier.at(-1);
  const others = turns.slice(earlier.length);
  if (last === undefined || (last.down.length === 0 && !last.limitRests)) return others;
  return [{ ...last, at: minuteOf(first.occurredAt), ends: false }, ...others];
}

/** The facts, in the order in which they happened, with the turns in their places behind the first. */
export function withTurns(facts: readonly DossierEvent[], turns: readonly OutageTurn[]): readonly Step[] {
  const [first, ...further] = facts;
  if (first === undefined || turns.length === 0) return facts;
  const all = fromTheFirst(turns, first);
  const woven: Step[] = [first];
  let next = 0;
  for (const event of further) {
    for (let turn = all[next]; turn !== undefined && precedes(turn, event); turn = all[next]) {
      woven.push(turn);
      next += 1;
    }
    woven.push(event);
  }
  return [...woven, ...all.slice(next)];
}

/** What a fold goes through: facts, and minutes at which outages turn. */
export type Step = DossierEvent | OutageTurn;

export function isTurn(step: Step): step is OutageTurn {
  return 'ends' in step;
}

/**
 * Up to when the past is settled: a fact of before that changes it. Not before the last declared fact, nor before the end of an outage
 * that relieves the dossier, since what such a fact says of the legs then decides what the outage gave back.
 */
export function settledUntil({ lastFactAt, outages }: Pick<Dossier, 'lastFactAt' | 'outages'>): Instant {
  return Object.values(outages ?? {}).reduce((latest, { to }) => (to > latest ? to : latest), lastFactAt);
}

/** The fact that told the outage of a turn: the last one whose interval holds that minute. */
export function toldBy(events: readonly DossierEvent[], { at }: OutageTurn): DossierEvent | null {
  return (
    events.findLast(
      (event) =>
        event.type === 'dossier.outageRelieved.v1' &&
        event.data.relieves &&
        minuteOf(event.data.from) <= at &&
        at <= minuteOf(event.data.to),
    ) ?? null
  );
}
