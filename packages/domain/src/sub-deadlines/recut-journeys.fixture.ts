/** Random journeys of procedures that cut sub-deadlines anew, with the re-cuts in their journals. For specs. */
import type { DossierEvent, EventOf } from '../dossier/events.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { applyEvent } from '../dossier/fold.js';
import type { ProcedureVersion, SubDeadlinePolicy } from '../procedure/procedure.js';
import { SUB_DEADLINE_POLICIES } from '../procedure/procedure.js';
import type { Choices, Told } from '../sla/journeys.fixture.js';
import { procedureOf } from '../sla/journeys.fixture.js';
import type { Draw } from '../sla/journey-choices.fixture.js';
import { recutAfter } from './recut-after.js';

export interface RecutChoices extends Choices {
  readonly recut: SubDeadlinePolicy;
  /** Minimum work in minutes: of the transfer, the acceptance, the two steps, the tax office, the way back. */
  readonly least: readonly number[];
}

/** Choices by a source of numbers: each is as likely as its place in the list says. */
export function recutChoicesBy(draw: Draw): RecutChoices {
  const pick = <T>(first: T, ...others: readonly T[]): T => [first, ...others][draw(others.length + 1)] ?? first;
  return {
    limit: pick('1.5wd', '3wd', '11wh', '5wd', '4cd', '7cd', 'sameDay'),
    clockStart: pick<'reception' | 'competentReceipt'>('reception', 'reception', 'competentReceipt'),
    transferExcluded: pick(false, false, true),
    transferCutoff: pick('15:00', null),
    limitCutoff: pick('15:00', null),
    legalEnd: pick<'decided' | 'readyForReturn'>('decided', 'readyForReturn'),
    promiseGranularity: pick<'minute' | 'day'>('minute', 'day'),
    policy: pick<'pause' | 'restart' | 'run'>('pause', 'restart', 'run'),
    supplementTimeout: pick('1cd', '3cd'),
    taxPauses: pick(false, true),
    paymentPauses: pick(false, true),
    recut: pick(...SUB_DEADLINE_POLICIES),
    least: [1, 2, 3, 4, 5, 6].map(() => pick(0, 10, 60, 115, 300)),
  };
}

/** A source that gives these numbers, in order, over and over. */
export function drawing(numbers: readonly number[]): Draw {
  let place = 0;
  return (below) => (numbers[place++ % numbers.length] ?? 0) % below;
}

/** The procedure of two steps and two consultations, cut anew by this policy. */
export function recutProcedure({ recut, least, ...choices }: RecutChoices): ProcedureVersion {
  const procedure = procedureOf(choices);
  const work = (place: number): number => least[place] ?? 0;
  const { legs, steps, consultations } = procedure;
  return {
    ...procedure,
    subDeadlines: { policy: recut },
    legs: {
      ...legs,
      transfer: { ...legs.transfer, minimumWorkMinutes: work(0) },
      acceptance: { ...legs.acceptance, minimumWorkMinutes: work(1) },
      resultTransfer: { ...legs.resultTransfer, minimumWorkMinutes: work(5) },
    },
    steps: steps.map((step, i) => ({ ...step, minimumWorkMinutes: work(2 + i) })),
    consultations: consultations.map((rule) => ({ ...rule, minimumWorkMinutes: work(4) })),
  };
}

export type RecutEvent = EventOf<'dossier.subDeadlinesRecut.v1'>;
export const isRecut = (event: DossierEvent): event is RecutEvent => event.type === 'dossier.subDeadlinesRecut.v1';

/** The re-cut in its place of the journal, as the engine signs it. */
export function recutEvent(event: DossierEvent, file: DossierFile, rules: Rules): DossierEvent | null {
  const recut = recutAfter(file, [event], rules);
  if (recut === null) return null;
  const seq = event.seq + 1;
  const actor = { kind: 'engine', agencyId: null, officerId: null } as const;
  return { ...event, ...recut, id: `r${seq}`, seq, actor };
}

/** The journey with a re-cut after every fact that leads to one; the plain facts stay without: the walker finds them out itself. */
export function withRecuts(told: Told): Told {
  const events: DossierEvent[] = [];
  let file: DossierFile | null = null;
  for (const fact of told.events) {
    const event = { ...fact, seq: events.length + 1 };
    file = applyEvent(file, event, told.rules);
    events.push(event);
    const recut = recutEvent(event, file, told.rules);
    if (recut === null) continue;
    file = applyEvent(file, recut, told.rules);
    events.push(recut);
  }
  return { ...told, events };
}
