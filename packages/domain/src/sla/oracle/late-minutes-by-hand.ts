/**
 * A second opinion on whose the late minutes are, from the text of ADR 0026: every minute the limit counts is written into a book with
 * its holder and leg; then each late one is asked whether it would be late had nobody, or nobody else, taken too long.
 */
import type { PlainFact, PlainRules } from './plain.js';
import { Walker } from './minute-walk.js';
import { ownerNow } from './plain-world.js';

export interface LateMinute {
  readonly minute: number;
  readonly holder: string;
  readonly kind: string;
  readonly dueTo: string | null;
}

/** A counted minute as it is written down. */
interface Line {
  readonly minute: number;
  readonly holder: string;
  readonly leg: string;
  readonly delivery: string | null;
}

const OUTSIDE = ['applicant', 'system', 'external'];
const CARRIERS = ['exchange', 'publicPost'];

/** Minutes each clock may use, and when each opinion was asked for and each copy sent. */
interface Book {
  readonly lines: Line[];
  readonly begun: Map<string, number>;
  lateFrom: number | null;
}

function opinionOf(walker: Walker): string | null {
  let first: string | null = null;
  const { opinions } = walker.world;
  for (const key of [...opinions.keys()].sort()) {
    if (first === null || opinions.get(key)!.at < opinions.get(first)!.at) first = key;
  }
  return first;
}

function lineOf(minute: number, walker: Walker, rules: PlainRules): Line {
  const { world, clocks } = walker;
  const holder = ownerNow(world, rules) ?? '';
  const live = (kind: string): string => clocks.find((each) => each.kind === kind && each.stopped === null)?.id ?? '';
  const line = (leg: string, delivery: string | null = null): Line => ({ minute, holder, leg, delivery });
  if (OUTSIDE.includes(holder)) return line('unplanned');
  if (['received', 'jurisdictionPending', 'transferReturned', 'inTransfer'].includes(world.phase)) {
    if (minute < countsFrom(walker, 'transfer')) return line('cutoff');
    return line('transfer', CARRIERS.includes(holder) ? live('delivery') : null);
  }
  if (world.phase === 'awaitingAcceptance') return line(live('acceptance'));
  if (world.phase !== 'processing') return line('resultTransfer');
  if (world.forwarding) return line('unplanned');
  const opinion = opinionOf(walker);
  return line(opinion === null || world.steps.size > 0 ? 'processing' : `consultation:${opinion}`);
}

function countsFrom(walker: Walker, id: string): number {
  return walker.clocks.find((clock) => clock.id === id)?.countsFrom ?? 0;
}

/** When each clock began. */
function noteBeginnings({ begun }: Book, { clocks }: Walker, minute: number): void {
  for (const { id, stopped } of clocks) if (stopped === null && !begun.has(id)) begun.set(id, minute);
}

function write(
  book: Book,
  facts: readonly PlainFact[],
  { rules, until }: { rules: PlainRules; until: number },
): Walker {
  const walker = new Walker(rules);
  let [next, epoch] = [0, 1];
  for (let minute = facts[0]?.at ?? until; minute < until; minute++) {
    const now: PlainFact[] = [];
    for (; facts[next]?.at === minute; next++) now.push(facts[next]!);
    for (const fact of now) walker.take(fact);
    noteBeginnings(book, walker, minute);
    const limit = walker.clocks.find(({ id }) => id === 'legal');
    if (limit !== undefined && limit.epoch > epoch) {
      book.lines.length = 0;
      epoch = limit.epoch;
    }
    const before = limit?.usedSoFar ?? 0;
    walker.step(minute, []);
    if (limit !== undefined && limit.usedSoFar > before) book.lines.push(lineOf(minute, walker, rules));
  }
  for (; facts[next]?.at === until; next++) walker.take(facts[next]!);
  const breach = walker.clocks.find(({ id }) => id === 'legal')?.finding(until, false).breach ?? null;
  book.lateFrom = breach === null ? null : breach - 1;
  return walker;
}

/** What each leg may use, as it stood at the end. */
function budgetOf(leg: string, walker: Walker, rules: PlainRules): number {
  const clock = walker.clocks.find(({ id }) => id === leg);
  if (leg === 'cutoff') return Infinity;
  if (leg !== 'processing') return clock?.minutes ?? 0;
  return Object.entries(rules.steps).reduce((sum, [key, minutes]) => {
    const step = walker.clocks.find(({ id }) => id === `step:${key}`);
    return sum + (step?.minutes ?? walker.cut.get(`step:${key}`) ?? minutes);
  }, 0);
}

/** Whose excess each line is; null where its leg had minutes left. */
function excesses({ lines, begun }: Book, walker: Walker, rules: PlainRules): readonly (string | null)[] {
  const usedBy = new Map<string, number>();
  return lines.map((line, place) => {
    const since = (id: string): number => place - lines.findIndex(({ minute }) => minute >= begun.get(id)!);
    const before = usedBy.get(line.leg) ?? 0;
    usedBy.set(line.leg, before + 1);
    const used = line.leg.startsWith('consultation:') ? since(line.leg) : before;
    if (used < budgetOf(line.leg, walker, rules)) return null;
    const inDelivery = line.delivery !== null && since(line.delivery) < rules.legs.delivery;
    return inDelivery ? rules.receiver : line.holder;
  });
}

/** Every late minute with its class, one by one. */
export function lateMinutesByHand(
  facts: readonly PlainFact[],
  rules: PlainRules,
  until: number,
): readonly LateMinute[] {
  const book: Book = { lines: [], begun: new Map(), lateFrom: null };
  const walker = write(book, facts, { rules, until });
  const { lines, lateFrom } = book;
  if (lateFrom === null) return [];
  const excess = excesses(book, walker, rules);
  const limit = lines.filter(({ minute }) => minute < lateFrom).length;
  const answered = new Set<number>();
  return lines.slice(limit).map(({ minute, holder }, after) => {
    const place = limit + after;
    const upTo = excess.slice(0, place + 1);
    const others = upTo.filter((each) => each !== null && each !== holder).length;
    const own = upTo.filter((each) => each === holder).length;
    const answer = (of: (whose: string | null) => boolean): string | null => {
      const found = upTo.findLastIndex((whose, n) => whose !== null && of(whose) && !answered.has(n));
      answered.add(found);
      return upTo[found] ?? null;
    };
    const hadOthersKept = place + 1 - others;
    if (OUTSIDE.includes(holder))
      return { minute, holder, kind: 'outside', dueTo: answer((whose) => whose === holder) };
    const isOthers = excess[place] !== null && excess[place] !== holder;
    if (excess[place] === null && hadOthersKept - own > limit) {
      return { minute, holder, kind: 'structural', dueTo: null };
    }
    if (!isOthers && hadOthersKept > limit) {
      answer((whose) => whose === holder);
      return { minute, holder, kind: 'ownExcess', dueTo: holder };
    }
    return { minute, holder, kind: 'inherited', dueTo: answer((whose) => whose !== holder) };
  });
}
