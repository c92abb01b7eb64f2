/**
 * A second opinion on budgets cut anew, from the text of ADR 0021: what is left of the limit is counted by hand, the reserve set aside,
 * and the rest shared out by trying one minute after the other.
 */
import type { PlainFact, PlainRules } from './plain.js';
import type { World } from './plain-world.js';
import type { WalkedClock } from './walked-clock.js';

/** What the walker knows when a fact has been taken in. */
export interface Known {
  readonly world: World;
  readonly clocks: readonly WalkedClock[];
  readonly cut: ReadonlyMap<string, number>;
  readonly stepsDone: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly decided: boolean;
  clockOf(leg: string): WalkedClock | undefined;
  rests(clock: WalkedClock): boolean;
}

interface Leg {
  readonly name: string;
  readonly published: number;
  readonly least: number;
  readonly used: number;
}

const ON_THE_WAY = ['received', 'jurisdictionPending', 'inTransfer', 'awaitingAcceptance', 'transferReturned'];
const CAUSES = [
  ...['transferDelivered', 'transferAccepted', 'transferRefused', 'transferRecalled', 'transferRedirected'],
  ...['jurisdictionResolved', 'stepStarted', 'stepCompleted', 'consultationAnswered', 'consultationCancelled'],
  ...['supplementProvided', 'paymentConfirmed', 'resumed', 'limitExtended', 'decided'],
];
const isTravel = ({ name }: Leg): boolean => !name.startsWith('step:');

function leg(name: string, published: number, { recut }: PlainRules): Omit<Leg, 'used'> {
  return { name, published, least: Math.min(published, Math.max(1, recut?.least[name] ?? 0)) };
}

/** Every leg the limit pays for, in turn. */
function charged({ world }: Known, rules: PlainRules): readonly Omit<Leg, 'used'>[] {
  const travels = world.competent !== rules.receiver;
  const paid = wayIsPaid(world, rules);
  const out = paid ? ['transfer' as const, 'acceptance' as const] : [];
  return [
    ...out.map((name) => leg(name, rules.legs[name], rules)),
    ...Object.entries(rules.steps).map(([key, minutes]) => leg(`step:${key}`, minutes, rules)),
    ...(travels && rules.legalEnd === 'readyForReturn'
      ? [leg('resultTransfer', rules.legs.resultTransfer, rules)]
      : []),
  ];
}

function wayIsPaid({ competent }: World, { receiver, clockStart, transferExcluded }: PlainRules): boolean {
  return competent !== receiver && clockStart === 'reception' && !transferExcluded;
}

function isAhead({ name }: { readonly name: string }, { world, decided, stepsDone }: Known): boolean {
  const onTheWay = ON_THE_WAY.includes(world.phase);
  if (name === 'transfer') return onTheWay && world.phase !== 'awaitingAcceptance';
  if (name === 'acceptance') return onTheWay;
  return name === 'resultTransfer' || (!decided && !stepsDone.has(name.slice('step:'.length)));
}

/** In which order legs give: those of one group together. */
function groups(legs: readonly Leg[], policy: string): readonly (readonly Leg[])[] {
  if (policy === 'firstCome') return legs.map((each) => [each]).reverse();
  if (policy === 'proportional') return [legs];
  return [legs.filter(isTravel), legs.filter((each) => !isTravel(each))];
}

function after(legs: readonly Leg[], policy: string, given: number): Map<string, number> {
  const budgets = new Map<string, number>();
  let left = given;
  for (const group of groups(legs, policy)) {
    const most = group.reduce((sum, { published, least }) => sum + published - least, 0);
    const here = Math.min(left, most);
    left -= here;
    for (const { name, published, least } of group) {
      const gives = most === 0 ? 0 : Math.floor((here * (published - least)) / most);
      budgets.set(name, published - gives);
    }
  }
  return budgets;
}

const total = (budgets: ReadonlyMap<string, number>): number =>
  [...budgets.values()].reduce((sum, each) => sum + each, 0);

function less(legs: readonly Leg[], policy: string, minutes: number): Map<string, number> {
  const most = legs.reduce((sum, { published, least }) => sum + published - least, 0);
  for (let given = 0; given < most; given++) {
    const budgets = after(legs, policy, given);
    if (total(budgets) <= minutes) return budgets;
  }
  return after(legs, policy, most);
}

function more(legs: readonly Leg[], policy: string, gain: number): Map<string, number> {
  const deciders = legs.filter((each) => !isTravel(each));
  const first = legs.slice(0, 1);
  const reserved = policy === 'reserveForDecider' && deciders.length > 0;
  const takers = policy === 'firstCome' ? first : reserved ? deciders : legs;
  const weight = takers.reduce((sum, { published }) => sum + published, 0);
  return new Map(
    legs.map((each) => {
      const gets = takers.includes(each) && weight > 0 ? Math.floor((gain * each.published) / weight) : 0;
      return [each.name, each.published + gets];
    }),
  );
}

/** Nobody gets less than he has worked already: he is given that, and the others share the rest. */
function shares(legs: readonly Leg[], policy: string, minutes: number): Map<string, number> {
  let asked = legs;
  for (;;) {
    const published = asked.reduce((sum, each) => sum + each.published, 0);
    const budgets = minutes < published ? less(asked, policy, minutes) : more(asked, policy, minutes - published);
    const short = asked.filter(({ name, used }) => (budgets.get(name) ?? 0) < used);
    if (short.length === 0) return budgets;
    asked = asked.map((each) => (short.includes(each) ? { ...each, published: each.used, least: each.used } : each));
  }
}

/** The budgets of all legs ahead as they must stand after this fact; none where nothing is cut anew. */
export function cutByHand(known: Known, rules: PlainRules, fact: PlainFact): ReadonlyMap<string, number> {
  const { world, clocks } = known;
  const none = new Map<string, number>();
  if (rules.recut === null || !CAUSES.includes(fact.type) || world.ended || world.phase === 'suspended') return none;
  const firstUnderWay = ON_THE_WAY.includes(world.phase) && !clocks.some(({ kind }) => kind === 'acceptance');
  if (firstUnderWay && wayIsPaid(world, rules)) return none;
  const legal = clocks.find(({ id, stopped }) => id === 'legal' && stopped === null);
  if (legal === undefined || (legal.minutes === null && known.rests(legal))) return none;
  const left = legal.leftFrom(fact.at);
  return left === null ? none : budgetsFor(known, rules, { left, legal });
}

function budgetsFor(
  known: Known,
  rules: PlainRules,
  { left, legal }: { left: number; legal: WalkedClock },
): ReadonlyMap<string, number> {
  const policy = rules.recut?.policy ?? '';
  const all = charged(known, rules);
  const whole = legal.minutes === null ? left + legal.usedSoFar : legal.minutes - legal.added;
  const reserve = Math.max(0, whole - all.reduce((sum, each) => sum + each.published, 0));
  const ahead = all
    .filter((each) => isAhead(each, known))
    .map((each) => ({ ...each, used: known.clockOf(each.name)?.usedSoFar ?? 0 }))
    .filter(({ name, used, published }) => used <= (known.cut.get(name) ?? published));
  const used = ahead.reduce((sum, each) => sum + each.used, 0);
  const published = ahead.reduce((sum, each) => sum + each.published, 0);
  const early = left + used - reserve;
  const budgets = shares(ahead, policy, early >= published ? early : Math.min(left + used, published));
  const waited = Object.entries(rules.consultations)
    .filter(([key, { required, pausesLegal }]) => required && !pausesLegal && !known.decided && !known.asked.has(key))
    .map(([key, { minutes }]) => leg(`consultation:${key}`, minutes, rules));
  const around = ahead.filter(isTravel);
  const room = left - waited.reduce((most, { least }) => Math.max(most, least), 0);
  const taken = around.reduce((sum, { name, used: worked }) => sum + (budgets.get(name) ?? 0) - worked, 0);
  if (taken > room) {
    const worked = around.reduce((sum, each) => sum + each.used, 0);
    for (const [name, minutes] of shares(around, policy, worked + room)) budgets.set(name, minutes);
  }
  let untilDecision = left;
  for (const each of around) untilDecision -= (budgets.get(each.name) ?? 0) - each.used;
  for (const { name, published: most, least } of waited) {
    budgets.set(name, Math.max(least, Math.min(most, untilDecision)));
  }
  return budgets;
}
