import type { CommandType } from '../dossier/commands.js';
import type { GuardFacts } from './machine.js';

/**
 * Guard facts that the command itself or the search for jurisdiction brings, so that they are not known before it is given. Who
 * asks "may it?" beforehand tries each.
 */
const CHOICES: Partial<Record<CommandType, readonly Partial<GuardFacts>[]>> = {
  receive: [
    { receiverIsCompetent: false, heldForJurisdiction: false },
    { receiverIsCompetent: true, heldForJurisdiction: false },
    { receiverIsCompetent: false, heldForJurisdiction: true },
  ],
  resolveJurisdiction: [{ receiverIsCompetent: false }, { receiverIsCompetent: true }],
  redirectTransfer: [{ redirectHome: false }, { redirectHome: true }],
};
const NO_CHOICE: readonly Partial<GuardFacts>[] = [{}];

/** What a command may bring along; one empty choice where it brings nothing. */
export function choicesOf(command: CommandType): readonly Partial<GuardFacts>[] {
  return CHOICES[command] ?? NO_CHOICE;
}
