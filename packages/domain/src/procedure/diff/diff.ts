/** The differences of two versions, from the older to the newer: complete, each with its place. Pure. */
import { isWorkingDays, unitOf, wholeDays, workMinutes } from '../../time/duration.js';
import type { CalendarDays, Duration, WorkDuration } from '../../time/duration.js';
import { WARNING_CLOCKS } from '../procedure.js';
import type { ProcedureVersion, WarnRungs } from '../procedure.js';
import type { FieldValue, Part, ChangePlace, ProcedureChange, Trend } from './change.js';

type Changes = readonly ProcedureChange[];
const CHANNELS = ['counter', 'online', 'post'] as const;
const LEGS = ['reception', 'transfer', 'delivery', 'acceptance', 'resultTransfer'] as const;
/** Fields that are said as they are written; the version number is what is compared, not a difference. */
const FIELDS = [
  ...(['name', 'nameEn', 'field', 'level', 'builderVersion', 'effectiveFrom', 'effectiveTo', 'boundaryScope'] as const),
  ...(['clockStart', 'transferExcluded', 'transferCutoff', 'limitCutoff', 'legalEnd', 'promiseGranularity'] as const),
];
/** Any day will do: both sides are working days. */
const SOME_DAY = 480;

function trendOf(from: Duration | null, to: Duration | null): Trend | null {
  if (from === null || to === null || unitOf(from) !== unitOf(to)) return null;
  const size = (duration: Duration): number =>
    isWorkingDays(duration) || unitOf(duration) === 'wh'
      ? workMinutes(duration as WorkDuration, SOME_DAY)
      : wholeDays(duration as CalendarDays);
  if (size(from) === size(to)) return null;
  return size(from) < size(to) ? 'rises' : 'falls';
}

function durations(path: string, place: ChangePlace, [from, to]: readonly [Duration | null, Duration | null]): Changes {
  return from === to ? [] : [{ path, kind: 'duration', place, from, to, trend: trendOf(from, to) }];
}

type Counted = Extract<ProcedureChange, { kind: 'amount' }>['what'];

function amounts(at: { path: string; place: ChangePlace; what: Counted }, from: number, to: number): Changes {
  if (from === to) return [];
  return [{ ...at, kind: 'amount', from, to, trend: from < to ? 'rises' : 'falls' }];
}

function fields(path: string, from: FieldValue, to: FieldValue): Changes {
  return from === to ? [] : [{ path, kind: 'field', field: path, from, to }];
}

interface Lists {
  readonly path: string;
  readonly what: Part;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What is only in one of two lists of texts; and, where order counts, whether the others changed places. */
function lists({ path, what, from, to }: Lists): Changes {
  return [
    ...from.filter((name) => !to.includes(name)).map((name) => ({ path, kind: 'removed' as const, what, name })),
    ...to.filter((name) => !from.includes(name)).map((name) => ({ path, kind: 'added' as const, what, name })),
  ];
}

interface Leg {
  readonly budget: WorkDuration;
  readonly minimumWorkMinutes: number;
  readonly requires: readonly string[];
}

function legs(path: string, place: ChangePlace, [from, to]: readonly [Leg, Leg]): Changes {
  return [
    ...durations(`${path}.budget`, place, [from.budget, to.budget]),
    ...amounts(
      { path: `${path}.minimumWorkMinutes`, place, what: 'minimumWork' },
      from.minimumWorkMinutes,
      to.minimumWorkMinutes,
    ),
    ...lists({ path: `${path}.requires`, what: 'system', from: from.requires, to: to.requires }),
  ];
}

interface Keyed {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Items by key: gone, new, changed places, changed. Places are those in the newer version, or in the older for what is gone. */
function keyed<Item extends Keyed>(
  path: string,
  what: 'case' | 'step' | 'consultation',
  {
    from,
    to,
    inside,
  }: { from: readonly Item[]; to: readonly Item[]; inside: (path: string, pair: [Item, Item]) => Changes },
): Changes {
  const gone = from.filter(({ key }) => !to.some((item) => item.key === key));
  const fresh = to.filter(({ key }) => !from.some((item) => item.key === key));
  const stays = (items: readonly Item[], others: readonly Item[]) =>
    items.filter(({ key }) => others.some((other) => other.key === key)).map(({ key }) => key);
  const moved = stays(from, to).join() !== stays(to, from).join();
  const changed = to.flatMap((item, index) => {
    const before = from.find(({ key }) => key === item.key);
    if (before === undefined) return [];
    const place = `${path}.${index}`;
    const names = [
      ...fields(`${place}.name`, before.name, item.name),
      ...fields(`${place}.nameEn`, before.nameEn, item.nameEn),
    ];
    return [...names, ...inside(place, [before, item])];
  });
  return [
    ...gone.map(({ key }) => ({ path, kind: 'removed' as const, what, name: key })),
    ...fresh.map(({ key }) => ({ path, kind: 'added' as const, what, name: key })),
    ...(moved ? [{ path, kind: 'moved' as const, what }] : []),
    ...changed,
  ];
}

/** The rungs beside the shares, list by list; null where there is no such list. */
function warnings(from: ProcedureVersion, to: ProcedureVersion): Changes {
  const told = (list: readonly (number | string)[] | undefined): string | null =>
    list === undefined || list.length === 0 ? null : list.join(', ');
  const own = (version: ProcedureVersion, clock: WarnRungs['perClock'][number]['clock']) =>
    version.warnRungs?.perClock.find((each) => each.clock === clock);
  const written = (list: readonly number[] | undefined): string | null => list?.join(', ') ?? null;
  return [
    ...fields(
      'warnRungs.remainingMinutes',
      told(from.warnRungs?.remainingMinutes),
      told(to.warnRungs?.remainingMinutes),
    ),
    ...fields('warnRungs.risk', told(from.warnRungs?.risk), told(to.warnRungs?.risk)),
    ...WARNING_CLOCKS.flatMap((clock) => [
      ...fields(
        `warnRungs.perClock.${clock}.percents`,
        written(own(from, clock)?.percents),
        written(own(to, clock)?.percents),
      ),
      ...fields(
        `warnRungs.perClock.${clock}.remainingMinutes`,
        written(own(from, clock)?.remainingMinutes),
        written(own(to, clock)?.remainingMinutes),
      ),
    ]),
  ];
}

function illustrations(from: ProcedureVersion['illustration'], to: ProcedureVersion['illustration']): Changes {
  return [
    ...fields('illustration.why', from?.why ?? null, to?.why ?? null),
    ...fields('illustration.whyEn', from?.whyEn ?? null, to?.whyEn ?? null),
  ];
}

function policies(from: ProcedureVersion, to: ProcedureVersion): Changes {
  return [
    ...FIELDS.flatMap((field) => fields(field, from[field], to[field])),
    ...fields('competence.criterion', from.competence.criterion, to.competence.criterion),
    ...fields('competence.level', from.competence.level, to.competence.level),
    ...fields('warnPercents', from.warnPercents.join(', '), to.warnPercents.join(', ')),
    ...warnings(from, to),
    ...fields('subDeadlines.policy', from.subDeadlines?.policy ?? null, to.subDeadlines?.policy ?? null),
    ...fields('outageRelief.scope', from.outageRelief?.scope ?? null, to.outageRelief?.scope ?? null),
    ...fields('outageRelief.legalBasis', from.outageRelief?.legalBasis ?? null, to.outageRelief?.legalBasis ?? null),
    ...illustrations(from.illustration, to.illustration),
    ...lists({ path: 'legalBasis', what: 'legalBasis', from: from.legalBasis, to: to.legalBasis }),
  ];
}

/** Payment and extension: there, gone, or changed. */
function optional<Rule>(
  what: 'payment' | 'extension',
  [from, to]: readonly [Rule | null, Rule | null],
  inside: (from: Rule, to: Rule) => Changes,
): Changes {
  if (from === null && to === null) return [];
  if (from === null) return [{ path: what, kind: 'added', what, name: what }];
  return to === null ? [{ path: what, kind: 'removed', what, name: what }] : inside(from, to);
}

function waits(from: ProcedureVersion, to: ProcedureVersion): Changes {
  const { supplement: old, payment, extension } = from;
  const fresh = to.supplement;
  const place = { of: 'supplement' } as const;
  return [
    ...fields('supplement.policy', old.policy, fresh.policy),
    ...amounts({ path: 'supplement.maxRounds', place, what: 'rounds' }, old.maxRounds, fresh.maxRounds),
    ...durations('supplement.timeout', place, [old.timeout, fresh.timeout]),
    ...optional('payment', [payment, to.payment], (a, b) => [
      ...durations('payment.timeout', { of: 'payment' }, [a.timeout, b.timeout]),
      ...fields('payment.pausesLegalClock', a.pausesLegalClock, b.pausesLegalClock),
    ]),
    ...optional('extension', [extension, to.extension], (a, b) => [
      ...amounts({ path: 'extension.times', place: { of: 'extension' }, what: 'times' }, a.times, b.times),
      ...durations('extension.maximum', { of: 'extension' }, [a.maximum, b.maximum]),
      ...fields('extension.legalBasis', a.legalBasis, b.legalBasis),
      // Left out means that one person is enough.
      ...fields('extension.secondPerson', a.secondPerson ?? false, b.secondPerson ?? false),
    ]),
  ];
}

/** Everything that differs, figures of time first; empty for two versions that say the same. The numbers of the versions do not count. */
export function diffProcedures(from: ProcedureVersion, to: ProcedureVersion): Changes {
  return [
    ...keyed('cases', 'case', {
      from: from.cases,
      to: to.cases,
      inside: (path, [a, b]) =>
        CHANNELS.flatMap((channel) =>
          durations(`${path}.limits.${channel}`, { of: 'limit', caseKey: b.key, channel }, [
            a.limits[channel],
            b.limits[channel],
          ]),
        ),
    }),
    ...LEGS.flatMap((leg) => legs(`legs.${leg}`, { of: 'leg', leg }, [from.legs[leg], to.legs[leg]])),
    ...keyed('steps', 'step', {
      from: from.steps,
      to: to.steps,
      inside: (path, pair) => legs(path, { of: 'step', key: pair[1].key }, pair),
    }),
    ...keyed('consultations', 'consultation', {
      from: from.consultations,
      to: to.consultations,
      inside: (path, [a, b]) => [
        ...legs(path, { of: 'consultation', key: b.key }, [a, b]),
        ...fields(`${path}.pausesLegalClock`, a.pausesLegalClock, b.pausesLegalClock),
        ...fields(`${path}.requiredForDecision`, a.requiredForDecision, b.requiredForDecision),
      ],
    }),
    ...waits(from, to),
    ...policies(from, to),
  ];
}
