/** Procedures and journeys made from a few choices, for specs, and the same rules in the plain words of the minute walker. */
import fc from 'fast-check';
import type { Rules } from '../dossier/file.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import { HAI_AN, rulesFor } from '../testing/office-directory.js';
import type { ProcedureInput } from '../testing/procedures.js';
import { landProcedure } from '../testing/procedures.js';
import { isCalendarDays, isSameDay, isWorkDuration, wholeDays, workMinutes } from '../time/duration.js';
import type { WorkDuration } from '../time/duration.js';
import { plusMinutes } from '../time/instant.js';
import { withCorrectedReception } from './corrected-journey.fixture.js';
import type { Journey } from './journey.fixture.js';
import { journey } from './journey.fixture.js';
import { BEFORE_CULTURE_DAY } from './office-worlds.fixture.js';
import type { OfficeWorld } from './office-worlds.fixture.js';
import type { PlainLimit, PlainRules } from './oracle/plain.js';
import type { PlainDays } from './oracle/plain-days.js';

const clockTime = (text: string | null): number | null =>
  text === null ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
function byKey<R extends { readonly key: string }, T>(list: readonly R[], of: (rule: R) => T): Record<string, T> {
  return Object.fromEntries(list.map((rule) => [rule.key, of(rule)]));
}

function plainRecut({ subDeadlines, legs, steps, consultations }: ProcedureVersion): PlainRules['recut'] {
  if (subDeadlines === undefined) return null;
  const least: Record<string, number> = {
    transfer: legs.transfer.minimumWorkMinutes + legs.delivery.minimumWorkMinutes,
    acceptance: legs.acceptance.minimumWorkMinutes,
    resultTransfer: legs.resultTransfer.minimumWorkMinutes,
  };
  for (const { key, minimumWorkMinutes } of steps) least[`step:${key}`] = minimumWorkMinutes;
  for (const { key, minimumWorkMinutes } of consultations) least[`consultation:${key}`] = minimumWorkMinutes;
  return { policy: subDeadlines.policy, least };
}

type Minutes = (duration: WorkDuration) => number;

function plainLimit(procedure: ProcedureVersion, minutes: Minutes): PlainLimit {
  const limit = procedure.cases[0]?.limits.counter;
  if (limit === undefined || limit === null) throw new Error('no limit');
  if (isSameDay(limit)) return { unit: 'sameDay' };
  if (isCalendarDays(limit)) return { unit: 'calendarDays', days: wholeDays(limit) };
  return { unit: 'work', minutes: isWorkDuration(limit) ? minutes(limit) : 0 };
}

/** The rules of a procedure at the ward of Hải An, in the walker's words. */
export function plainRules({ procedure, world }: Pick<Told, 'procedure' | 'world'>): PlainRules {
  const { legs, supplement, payment } = procedure;
  const { isWorking, isProvisional, perDay }: PlainDays = world.days;
  const minutes: Minutes = (duration) => workMinutes(duration, perDay);
  return {
    isWorking,
    isProvisional,
    receiver: HAI_AN,
    limit: plainLimit(procedure, minutes),
    clockStart: procedure.clockStart,
    transferExcluded: procedure.transferExcluded,
    transferCutoff: clockTime(procedure.transferCutoff),
    limitCutoff: clockTime(procedure.limitCutoff),
    legalEnd: procedure.legalEnd,
    granule: procedure.promiseGranularity,
    legs: {
      reception: minutes(legs.reception.budget),
      transfer: minutes(legs.transfer.budget),
      delivery: minutes(legs.delivery.budget),
      acceptance: minutes(legs.acceptance.budget),
      resultTransfer: minutes(legs.resultTransfer.budget),
    },
    steps: byKey(procedure.steps, ({ budget }) => minutes(budget)),
    consultations: byKey(procedure.consultations, (rule) => ({
      minutes: minutes(rule.budget),
      pausesLegal: rule.pausesLegalClock,
      required: rule.requiredForDecision,
    })),
    recut: plainRecut(procedure),
    supplement: { policy: supplement.policy, days: wholeDays(supplement.timeout) },
    payment: {
      days: payment === null ? 0 : wholeDays(payment.timeout),
      pausesLegal: payment?.pausesLegalClock ?? false,
    },
  };
}

/** What a procedure version may choose between, as far as clocks are concerned. */
export interface Choices extends Pick<
  ProcedureVersion,
  'clockStart' | 'transferExcluded' | 'transferCutoff' | 'limitCutoff' | 'legalEnd' | 'promiseGranularity'
> {
  readonly limit: string;
  readonly policy: ProcedureVersion['supplement']['policy'];
  readonly supplementTimeout: string;
  readonly taxPauses: boolean;
  readonly paymentPauses: boolean;
}

/** A procedure of two steps and two consultations with short budgets, so that journeys of some days overrun them. */
export function procedureOf(choices: Choices): ProcedureVersion {
  const { limit, policy, supplementTimeout, taxPauses, paymentPauses, ...fields } = choices;
  const input: Partial<ProcedureInput> = {
    ...fields,
    cases: [
      {
        key: 'standard',
        name: 'Thông thường',
        nameEn: 'Standard',
        limits: { counter: limit, online: limit, post: limit },
      },
    ],
    steps: [
      { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '0.5wd' },
      { key: 'signature', name: 'Trình ký', nameEn: 'Signature', budget: '2wh' },
    ],
    consultations: landProcedure().consultations.map((rule) => ({
      ...rule,
      budget: rule.key === 'tax' ? '1wd' : '5wh',
      pausesLegalClock: rule.key === 'tax' && taxPauses,
    })),
    supplement: { policy, maxRounds: 2, timeout: supplementTimeout },
    payment: { timeout: '2cd', pausesLegalClock: paymentPauses },
  };
  return landProcedure(input);
}

/** A journey with the rules it went by. */
export interface Told extends Journey {
  readonly procedure: ProcedureVersion;
  readonly rules: Rules;
  readonly world: OfficeWorld;
}

/** The fold asks no machine: the one of any procedure will do. */
const OFFICE = rulesFor(landProcedure());

export interface Numbers {
  /** Minutes from the midnight at which the world opens. */
  readonly begins: number;
  readonly length: number;
  /** Where the journey turns; used in order, over and over. */
  readonly choices: readonly number[];
  /** Where the reception is put to by a correction at the end; none when absent. */
  readonly corrected?: number | undefined;
}

/** The journey these numbers stand for. */
export function toldBy(procedure: ProcedureVersion, numbers: Numbers, world = BEFORE_CULTURE_DAY): Told {
  const { begins, length, choices, corrected } = numbers;
  const { legal } = world;
  let place = 0;
  const draw = (below: number): number => (choices[place++ % choices.length] ?? 0) % below;
  const went = journey({ procedure, legal, begins: plusMinutes(world.opens, begins), draw, length });
  const told = corrected === undefined ? went : withCorrectedReception(went, corrected);
  return { ...told, procedure, world, rules: { ...OFFICE, procedure, legal, desk: () => legal }, ...printed(told) };
}

/** What a failed property prints of a journey: its facts, not the calendars of years it stands on. */
function printed({ events }: Pick<Told, 'events'>) {
  return {
    [fc.toStringMethod]: () => events.map(({ occurredAt, type, phase }) => `${occurredAt} ${type} ${phase}`).join('\n'),
  };
}
