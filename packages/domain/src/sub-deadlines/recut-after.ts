/** The fact that follows an act by which a leg ended, early or late: the sub-deadlines cut anew, with their derivation. */
import { fact } from '../dossier/act.js';
import type { EventData, Fact, FactOf } from '../dossier/events.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import type { BudgetMinutes } from '../feasibility/budgets.js';
import type { SubDeadlinePolicy } from '../procedure/procedure.js';
import { isFinal } from '../procedure/phase.js';
import { ON_THE_WAY } from '../sla/legal-clock.js';
import { instantOf, minuteOf } from '../time/instant.js';
import { dueMinutes } from './due-minutes.js';
import type { DueMinutes } from './due-minutes.js';
import type { Recut } from './recut.js';
import { recut } from './recut.js';
import type { Remaining } from './remaining-legs.js';
import { remainingLegs, wayIsCharged } from './remaining-legs.js';

type RecutFact = FactOf<'dossier.subDeadlinesRecut.v1'>;

/** Facts with which a leg ends or begins late, or by which the limit itself moved or ran on. */
const CAUSES: ReadonlySet<Fact['type']> = new Set<Fact['type']>([
  'dossier.transferDelivered.v1',
  'dossier.transferAccepted.v1',
  'dossier.transferRefused.v1',
  'dossier.transferRecalled.v1',
  'dossier.transferRedirected.v1',
  'dossier.jurisdictionResolved.v1',
  'dossier.stepStarted.v1',
  'dossier.stepCompleted.v1',
  'dossier.consultationAnswered.v1',
  'dossier.consultationCancelled.v1',
  'dossier.supplementProvided.v1',
  'dossier.paymentConfirmed.v1',
  'dossier.resumed.v1',
  'dossier.limitExtended.v1',
  'dossier.decided.v1',
  'dossier.receptionCorrected.v1',
  'dossier.timeCorrected.v1',
  'dossier.lateFactsEntered.v1',
]);

/** The first leg keeps its budget: nothing has been seen to end before it does (ADR 0019). */
function isFirstLegUnderWay({ dossier, clocks }: DossierFile, { procedure }: Rules): boolean {
  const phase = dossier.suspension?.resumeTo ?? dossier.phase;
  const wasDelivered = clocks.some(({ kind }) => kind === 'acceptance');
  return ON_THE_WAY.includes(phase) && wayIsCharged(dossier, procedure) && !wasDelivered;
}

/** The last fact of the act that is a cause, by its place in the journal; null when none is. */
function causeOf({ dossier }: DossierFile, facts: readonly Fact[]): EventData<RecutFact['type']>['cause'] | null {
  const place = facts.findLastIndex(({ type }) => CAUSES.has(type));
  const cause = facts[place];
  return cause === undefined ? null : { seq: dossier.seq - (facts.length - 1 - place), type: cause.type };
}

function legsOf({ legs, opinions }: Remaining, budgets: BudgetMinutes, dues: DueMinutes): RecutFact['data']['legs'] {
  return [...legs, ...opinions]
    .filter(({ isOver }) => !isOver)
    .map(({ key, budget, floor, used, current }) => {
      const due = dues[key] ?? null;
      return {
        leg: key,
        publishedMinutes: budget,
        minimumWorkMinutes: floor,
        usedMinutes: used,
        fromMinutes: current,
        toMinutes: budgets[key] ?? current,
        dueAt: due === null ? null : instantOf(due),
      };
    });
}

/** The derivation; null when every leg keeps what it has. */
function derived(file: DossierFile, rules: Rules, policy: SubDeadlinePolicy): Omit<RecutFact['data'], 'cause'> | null {
  const now = minuteOf(file.dossier.lastFactAt);
  const remaining = remainingLegs(file, rules, now);
  if (remaining === null) return null;
  const { budgets, shortBy }: Recut = recut(remaining, policy);
  const dues = dueMinutes(remaining, { now, legal: rules.legal, budgets });
  const legs = legsOf(remaining, budgets, dues);
  if (legs.every(({ fromMinutes, toMinutes }) => fromMinutes === toMinutes)) return null;
  return { policy, remainingMinutes: remaining.left, shortByMinutes: shortBy, legs };
}

/**
 * The re-cut that follows the facts of one act; `file` is the file after them. Null where the procedure does not re-cut, where no
 * leg ended, or where nothing changes. It happened with the last fact that was declared: a correction of the past does not make it
 * happen today. Pure; the engine journals it within the act, in its own name.
 */
export function recutAfter(file: DossierFile, facts: readonly Fact[], rules: Rules): RecutFact | null {
  const policy = rules.procedure.subDeadlines?.policy;
  if (policy === undefined) return null;
  const { dossier } = file;
  const cause = causeOf(file, facts);
  const waits = isFinal(dossier.phase) || dossier.phase === 'suspended' || isFirstLegUnderWay(file, rules);
  const found = cause === null || waits ? null : derived(file, rules, policy);
  if (cause === null || found === null) return null;
  const { policy: by, ...figures } = found;
  const data = { policy: by, cause, ...figures };
  return fact('dossier.subDeadlinesRecut.v1', { at: dossier.lastFactAt, phase: dossier.phase }, data);
}
