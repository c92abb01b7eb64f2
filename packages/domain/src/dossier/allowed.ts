/** What a caller may do with a dossier now, and of the rest why not (DESIGN 4.1). */
import type { ActingParty } from '../kernel/actor.js';
import type { RefusalCode } from '../kernel/refusal.js';
import { allowedCommands } from '../procedure/ask.js';
import type { AllowedByState } from '../procedure/ask.js';
import { positionOf } from '../procedure/position.js';
import { mayKnow } from './audience.js';
import type { CommandType } from './commands.js';
import { COMMAND_TYPES } from './commands.js';
import { isEntitled } from './entitlement.js';
import type { DossierFile, Rules } from './file.js';
import { standingRefusal } from './standing.js';

export interface AllowedCommand {
  readonly command: CommandType;
  readonly allowed: boolean;
  /** Why not; absent where it is allowed. */
  readonly code?: RefusalCode;
  /** Of a consultation's command: the consultations it may name. */
  readonly consultations?: readonly string[];
}

function no(command: CommandType, code: RefusalCode): AllowedCommand {
  return { command, allowed: false, code };
}

/** Which of the consultations the state allows the caller may name: an opinion is given by who was asked for it. */
function ownConsultations(
  { dossier }: DossierFile,
  { agencyId }: ActingParty,
  { command, consultations = [] }: AllowedByState,
): readonly string[] {
  if (command !== 'answerConsultation') return consultations;
  return consultations.filter((key) => dossier.consultations[key]?.agencyId === agencyId);
}

interface Caller {
  readonly file: DossierFile;
  readonly party: ActingParty;
  readonly rules: Rules;
}

/** What the state answers, narrowed to the caller and to what the dossier forbids by what it is. */
function forCaller(state: AllowedByState, { file, party, rules }: Caller): AllowedCommand {
  const { command, allowed, code } = state;
  if (!allowed) return no(command, code ?? 'command-not-allowed');
  const standing = standingRefusal(command, file.dossier, rules.procedure);
  if (standing !== null) return no(command, standing.code);
  if (state.consultations === undefined) return { command, allowed };
  const consultations = ownConsultations(file, party, state);
  return consultations.length > 0 ? { command, allowed, consultations } : no(command, 'consultation-not-open');
}

/**
 * Every command, in the order of `COMMAND_TYPES`, with whether the caller may give it to the dossier as it stands. What is
 * allowed may still be refused for what it says (a time, an agency, a ground).
 */
export function commandsFor(file: DossierFile, party: ActingParty, rules: Rules): readonly AllowedCommand[] {
  const { dossier } = file;
  const { machine, procedure } = rules;
  if (!mayKnow(dossier, party)) return COMMAND_TYPES.map((command) => no(command, 'dossier-not-found'));
  return allowedCommands(machine, positionOf(dossier, procedure), procedure).map((state) => {
    const entitled = isEntitled(dossier, party, state.command);
    return entitled ? forCaller(state, { file, party, rules }) : no(state.command, 'actor-not-entitled');
  });
}
