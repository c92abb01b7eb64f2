/** Whether the facts of a journal, in the order in which they happened, could each have been decided: asked of the machine once more. */
import { ask } from '../../procedure/ask.js';
import type { GuardFacts } from '../../procedure/machine.js';
import { positionOf } from '../../procedure/position.js';
import { COMMAND_OF } from '../command-of.js';
import type { CommandType } from '../commands.js';
import type { Dossier } from '../dossier.js';
import { isEntitled } from '../entitlement.js';
import { isRemark } from '../events.js';
import type { DossierEvent } from '../events.js';
import { evolve } from '../evolve.js';
import type { Rules } from '../file.js';
import { noApologyToDeliver } from '../standing.js';

/** What the decision had gathered, as far as the fact still tells. */
function gatheredBy(event: DossierEvent, dossier: Dossier | null): Partial<GuardFacts> {
  switch (event.type) {
    case 'dossier.received.v1': {
      const { pin, resolution, heldReason } = event.data;
      const receiverIsCompetent = resolution?.agencyId === pin.receivingAgency;
      return { receiverIsCompetent, heldForJurisdiction: heldReason !== null };
    }
    case 'dossier.jurisdictionResolved.v1':
      return { receiverIsCompetent: event.data.resolution.agencyId === dossier?.pin.receivingAgency };
    case 'dossier.transferRedirected.v1':
      return { redirectHome: event.data.to === null };
    default:
      return {};
  }
}

/** Facts that are numbered or done once, beyond what the machine keeps. */
function ownRule(event: DossierEvent, dossier: Dossier | null): string | null {
  if (dossier === null) return null;
  const { openSteps, completedSteps, supplementRounds, transfer } = dossier;
  switch (event.type) {
    case 'dossier.stepStarted.v1':
      if (openSteps.includes(event.data.step)) return 'step-already-open';
      return completedSteps.includes(event.data.step) ? 'step-already-completed' : null;
    case 'dossier.stepCompleted.v1':
      return openSteps.includes(event.data.step) ? null : 'step-not-open';
    case 'dossier.supplementRequested.v1':
      return event.data.round === supplementRounds + 1 ? null : 'supplement-rounds-exhausted';
    case 'dossier.transferDelivered.v1':
      return event.data.leg === 'supplement' || event.data.attempt === transfer?.attempt ? null : 'command-not-allowed';
    case 'dossier.apologyDelivered.v1':
      return noApologyToDeliver(dossier)?.code ?? null;
    default:
      return null;
  }
}

/** Whom a supervisor watched over, and what the engine did, the journal does not tell again. */
function isEntitledTo(event: DossierEvent, type: CommandType, dossier: Dossier): boolean {
  if (event.actor.kind !== 'clerk') return true;
  return isEntitled(dossier, { ...event.actor, supervises: [] }, type);
}

function ruleAgainst(event: DossierEvent, dossier: Dossier | null, { machine, procedure }: Rules): string | null {
  const type = COMMAND_OF[event.type];
  // A remark says how the journal is to be read; it was decided when it was written.
  if (type === null || isRemark(event.type)) return null;
  if (dossier !== null && !isEntitledTo(event, type, dossier)) return 'actor-not-entitled';
  const position = positionOf(dossier, procedure, gatheredBy(event, dossier));
  const consultation = 'consultation' in event.data ? { consultation: event.data.consultation } : {};
  const answer = ask(machine, position, { type, ...consultation });
  if (!answer.allowed) return answer.code;
  return answer.phase === event.phase ? ownRule(event, dossier) : 'command-not-allowed';
}

export interface Contradiction {
  readonly event: DossierEvent;
  /** The code by which it would have been refused. */
  readonly rule: string;
}

/** The first fact that could not have been decided where it stands, or null. `facts`: as they happened. Pure. */
export function contradictionIn(facts: readonly DossierEvent[], rules: Rules): Contradiction | null {
  let dossier: Dossier | null = null;
  for (const event of facts) {
    const rule = ruleAgainst(event, dossier, rules);
    if (rule !== null) return { event, rule };
    dossier = evolve(dossier, event);
  }
  return null;
}
