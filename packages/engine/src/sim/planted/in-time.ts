/** Mistakes in what time it is, and in which minutes count. */
import { instantFromMillis, instantOf, millisOf, minuteOf } from '@lien-thong/domain';
import type { Calendar, Clock, DossierId, Minute, Rules } from '@lien-thong/domain';
import type { LoadedDossier, Store } from '../../ports/store.js';
import type { Reference } from '../../ports/reference.js';
import { transactionsWith } from '../../ports/store-with.js';
import type { Plant, PlantedIn } from './plant.js';

type ClockChange = (clock: Clock, now: Minute) => Clock;

/** Every clock is loaded changed. */
function loading(change: ClockChange): (store: Store, process: PlantedIn) => Store {
  return (store, { clock }) =>
    transactionsWith(store, (tx) => ({
      load: async (ids) => {
        const now = minuteOf(clock.now());
        return new Map([...(await tx.load(ids))].map(([id, loaded]) => [id, withClocks(loaded, change, now)]));
      },
    }));
}

function withClocks({ file, parties }: LoadedDossier, change: ClockChange, now: Minute): LoadedDossier {
  return { parties, file: { ...file, clocks: file.clocks.map((clock) => change(clock, now)) } };
}

/** A calendar that never closes, under the name of the one it stands for. */
function roundTheClock(calendar: Calendar): Calendar {
  return new Proxy(calendar, {
    get(target, name) {
      if (name === 'workBetween') return (a: Minute, b: Minute) => b - a;
      if (name === 'addWork') return (t: Minute, minutes: number) => t + minutes;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member as (...given: unknown[]) => unknown).bind(target) : member;
    },
  });
}

function withRules(reference: Reference, change: (rules: Rules) => Rules): Reference {
  return {
    procedureInForce: (code, day) => reference.procedureInForce(code, day),
    agency: (id) => reference.agency(id),
    legalCalendar: (province) => reference.legalCalendar(province),
    resolve: (question) => reference.resolve(question),
    rulesOf: (pin) => change(reference.rulesOf(pin)),
    rulesFor: (procedure, agencyId) => change(reference.rulesFor(procedure, agencyId)),
  };
}

/** Rungs of minutes left at other minutes, and those of the plan as they are or as given. */
function withLowRungs(
  rules: Rules,
  change: (minutes: number) => number,
  risk = rules.procedure.warnRungs?.risk,
): Rules {
  const { procedure } = rules;
  const { warnRungs } = procedure;
  if (warnRungs === undefined) return rules;
  const remainingMinutes = warnRungs.remainingMinutes.map(change);
  return { ...rules, procedure: { ...procedure, warnRungs: { ...warnRungs, remainingMinutes, risk: risk ?? [] } } };
}

/** Dossiers on their way follow whatever is published. */
function newestForAll(reference: Reference): Reference {
  return {
    ...withRules(reference, (rules) => rules),
    rulesOf: (pin) => {
      const newest = reference.procedureInForce(pin.procedureCode, TODAY);
      return 'refused' in newest ? reference.rulesOf(pin) : reference.rulesFor(newest, pin.receivingAgency);
    },
  };
}
const TODAY = 20_780 as Parameters<Reference['procedureInForce']>[1];

/** A replica whose own clock is an hour or two off. */
function ownTime(name: string): number {
  return (name.startsWith('A') ? 90 : -75) * 60_000;
}

/** What this process wrote last of all: it alone has the timer, until it dies. */
function remembered(ids: readonly DossierId[], { written, database }: PlantedIn): readonly DossierId[] {
  return ids.filter((id) => written.get(id) === database.dossiers.get(id)?.dossier.seq);
}

export const IN_TIME: readonly Plant[] = [
  {
    name: 'replica-clock',
    mistake: 'each replica goes by the clock of its own machine',
    clock: (clock, { name }) => ({ now: () => instantFromMillis(millisOf(clock.now()) + ownTime(name)) }),
  },
  {
    name: 'breach-dated-when-noticed',
    mistake: 'a breach is dated when the sweep comes by',
    store: loading((clock, now) =>
      !clock.breached && clock.breachFiresAt !== null && clock.breachFiresAt < now
        ? { ...clock, breachFiresAt: now }
        : clock,
    ),
  },
  {
    name: 'timers-in-memory',
    mistake: 'timers live in the process that wrote the dossier last, and die with it',
    store: (store, process) =>
      transactionsWith(store, (tx) => ({
        claimDue: async (nowMinute, limit) => remembered(await tx.claimDue(nowMinute, limit), process),
      })),
  },
  {
    name: 'wall-clock-minutes',
    mistake: 'nights and holidays count as working time',
    without: ['I8'],
    reference: (reference) => withRules(reference, (rules) => ({ ...rules, legal: roundTheClock(rules.legal) })),
  },
  {
    name: 'rung-fires-again',
    mistake: 'what has been told already is told again',
    without: ['I8'],
    store: loading((clock) => ({ ...clock, warned: [], runsLow: [], breached: false })),
  },
  {
    name: 'low-rung-too-early',
    mistake: 'that an hour is left is told when two are',
    without: ['I8'],
    reference: (reference) => withRules(reference, (rules) => withLowRungs(rules, (minutes) => minutes + 60)),
  },
  {
    name: 'plan-not-looked-at',
    mistake: 'a plan that does not fit into the limit any more is told when the limit is used up',
    without: ['I8'],
    reference: (reference) => withRules(reference, (rules) => withLowRungs(rules, (minutes) => minutes, [])),
  },
  {
    name: 'alert-too-early',
    mistake: 'a breach is told half an hour before it happens',
    store: loading((clock) =>
      clock.breachFiresAt === null || clock.breached
        ? clock
        : { ...clock, breachFiresAt: minuteOf(instantOf((clock.breachFiresAt - 30) as Minute)) },
    ),
  },
  {
    name: 'recorded-time-runs-back',
    mistake: 'when the clock is set back, facts are recorded before the ones they follow',
    store: (store) =>
      transactionsWith(store, (tx) => ({
        load: async (ids) =>
          new Map(
            [...(await tx.load(ids))].map(([id, { file, parties }]) => {
              const dossier = { ...file.dossier, recordedAt: LONG_AGO };
              return [id, { parties, file: { ...file, dossier } }];
            }),
          ),
      })),
  },
  {
    name: 'newest-rules-for-all',
    mistake: 'a dossier on its way follows the version published last instead of its own',
    without: ['I8'],
    reference: newestForAll,
  },
  {
    name: 'desk-minutes-by-newest-calendar',
    mistake: 'the desk minutes of a dossier on its way follow the calendar published last',
    reference: (reference) =>
      withRules(reference, (rules) => ({ ...rules, desk: () => reference.legalCalendar(WARDS_PROVINCE) })),
  },
];
const WARDS_PROVINCE = '31';
const LONG_AGO = instantFromMillis(0);
