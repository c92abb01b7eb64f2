/** What the machine is asked about a command: its signal, and what the guards must know beyond the dossier itself. */
import type { AgencyId } from '../kernel/ids.js';
import { isRefusal } from '../kernel/refusal.js';
import type { Refusal, RefusalCode } from '../kernel/refusal.js';
import type { GuardFacts, Signal } from '../procedure/machine.js';
import type { Command } from './commands.js';
import type { Dossier } from './dossier.js';
import type { ResolutionFact } from './events.js';
import type { DecideFacts } from './file.js';

/**
 * Outcomes of `resolve` that say "not known who": a dossier may be held for them (DESIGN 4.7). Outside the boundary scope is not
 * one of them: there the law says no.
 */
const HOLDABLE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'jurisdiction-none',
  'jurisdiction-several',
  'jurisdiction-fact-missing',
  'area-unknown',
  'area-ambiguous',
  'area-split-needs-fact',
]);

/**
 * The outcome of `resolve` that the command asked for, cut to what is journalled of it. Throws when it was not gathered: a fault of
 * the caller.
 */
export function gatheredResolution({ resolution }: DecideFacts): ResolutionFact | Refusal {
  if (resolution === null) throw new Error('the resolution of jurisdiction was not gathered');
  if (isRefusal(resolution)) return resolution;
  const { agencyId, ruleId, legalBasis, areaCode } = resolution;
  return { agencyId, ruleId, legalBasis, areaCode };
}

/** Whether the dossier is taken in although nobody competent is known: asked for, needed, and admissible. */
export function isHeld(command: Command, facts: DecideFacts): boolean {
  if (command.type !== 'receive' || command.holdForJurisdiction === undefined) return false;
  return isRefusal(facts.resolution) && HOLDABLE.has(facts.resolution.code);
}

function foundAgency(command: Command, facts: DecideFacts): AgencyId | null {
  if (command.type === 'resolveJurisdiction' && command.decision !== undefined) return command.decision.agencyId;
  return facts.resolution === null || isRefusal(facts.resolution) ? null : facts.resolution.agencyId;
}

/** Whether a redirection hands the dossier back to its receiver: named as null or by its own id. */
export function goesHome(command: Command, dossier: Dossier): boolean {
  return command.type === 'redirectTransfer' && (command.to === null || command.to === dossier.pin.receivingAgency);
}

/** Guard facts that follow from the command and what was gathered for it, not from the dossier. */
export function extraFacts(dossier: Dossier | null, command: Command, facts: DecideFacts): Partial<GuardFacts> {
  const receiving = dossier?.pin.receivingAgency ?? facts.party.agencyId;
  switch (command.type) {
    case 'receive':
      return {
        receiverIsCompetent: foundAgency(command, facts) === receiving,
        heldForJurisdiction: isHeld(command, facts),
      };
    case 'resolveJurisdiction':
      return { receiverIsCompetent: foundAgency(command, facts) === receiving };
    case 'redirectTransfer':
      return { redirectHome: dossier !== null && goesHome(command, dossier) };
    default:
      return {};
  }
}

/** The command as the machine sees it. */
export function signalOf(command: Command): Signal {
  return 'consultation' in command
    ? { type: command.type, consultation: command.consultation }
    : { type: command.type };
}
