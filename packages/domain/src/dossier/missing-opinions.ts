/** Which opinions a decision still waits for, and whose turn it is. */
import type { RefusalFacts } from '../kernel/refusal.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Dossier } from './dossier.js';

/**
 * Keys of the consultations the procedure demands and that have no answer: all of them, those nobody was asked for yet, and those
 * the consulted agency owes. Pure.
 */
export function missingOpinions(
  { consultations }: Pick<Dossier, 'consultations'>,
  procedure: Pick<ProcedureVersion, 'consultations'>,
): RefusalFacts {
  const missing = procedure.consultations
    .filter(({ key, requiredForDecision }) => requiredForDecision && consultations[key]?.state !== 'answered')
    .map(({ key }) => key);
  const unanswered = missing.filter((key) => consultations[key]?.state === 'open');
  return { consultations: missing, notAsked: missing.filter((key) => !unanswered.includes(key)), unanswered };
}
