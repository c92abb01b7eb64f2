/** Random but lifelike histories: mostly what the office could do next, now and then something it could not. */
import { commandsFor } from '../dossier/allowed.js';
import { COMMAND_TYPES } from '../dossier/commands.js';
import type { CommandType } from '../dossier/commands.js';
import type { ActingParty } from '../kernel/actor.js';
import { ENGINE } from '../kernel/actor.js';
import { instantFromMillis, millisOf } from '../time/instant.js';
import {
  DONG_HAI,
  DUC_PHO,
  HAI_AN,
  NGO_QUYEN,
  PLANNING,
  TAX_OFFICE,
  clerkOf,
  supervisorOver,
} from './office-directory.js';
import { commandOf, roundRobin } from './office-commands.js';
import type { Step, Story } from './office.js';

/** One turn of the walk; numbers choose among what there is. */
export interface Turn {
  readonly pick: number;
  readonly variant: number;
  /** Minutes that pass before it. */
  readonly minutes: number;
  /** Minutes the act is declared back; it may then be refused. */
  readonly back: number;
  /** `likely`: something the office could do. `any`: any command by anybody. `sweep`: the sweep runs. */
  readonly kind: 'likely' | 'any' | 'sweep';
}

export const WALKERS: readonly ActingParty[] = [
  clerkOf(HAI_AN),
  clerkOf(DONG_HAI),
  clerkOf(NGO_QUYEN),
  clerkOf(TAX_OFFICE),
  clerkOf(PLANNING),
  clerkOf(DUC_PHO),
  supervisorOver(HAI_AN, DONG_HAI, NGO_QUYEN),
  ENGINE,
];
/** Acts that end a dossier come seldom, and those that lead sideways or back not often, or no walk would get far. */
const ENDS: readonly CommandType[] = ['withdraw', 'close', 'refuseReception'];
const SIDEWAYS: readonly CommandType[] = [
  'assign',
  'correctReception',
  'recallTransfer',
  'refuseTransfer',
  'suspend',
  'requestSupplement',
  'extend',
  'apologise',
  'deliverApology',
];

/** About the journal: they are possible in every state, and would crowd out the work. */
const SELDOM: readonly CommandType[] = ['correctTime', 'enterLate', 'resolveConflict'];

function isLikely(command: CommandType, { pick }: Turn): boolean {
  if (SELDOM.includes(command)) return pick % 8 === 0;
  if (ENDS.includes(command)) return pick % 5 === 0;
  return !SIDEWAYS.includes(command) || pick % 3 === 0;
}

interface Choice {
  readonly by: ActingParty;
  readonly command: CommandType;
}

/** What one actor could do and, this time, well might. */
function couldDo(by: ActingParty, { file, rules }: Story, turn: Turn): readonly Choice[] {
  if (file === null)
    return [{ by: clerkOf(HAI_AN), command: roundRobin(['submit', 'receive', 'receive'] as const, turn.variant) }];
  return commandsFor(file, by, rules)
    .filter(({ command, allowed }) => allowed && isLikely(command, turn))
    .map(({ command }) => ({ by, command }));
}

/** The choices of the first actor, from the one picked on, who has any. */
function likely(story: Story, turn: Turn): readonly Choice[] {
  for (const n of WALKERS.keys()) {
    const choices = couldDo(roundRobin(WALKERS, turn.pick + n), story, turn);
    if (choices.length > 0) return choices;
  }
  return [];
}

function any({ pick, variant }: Turn): readonly Choice[] {
  return [{ by: roundRobin(WALKERS, pick), command: roundRobin(COMMAND_TYPES, variant) }];
}

/** The act of a turn; null when there is nothing left to do. */
export function stepOf(story: Story, turn: Turn): Step | null {
  const choices = turn.kind === 'any' ? any(turn) : likely(story, turn);
  if (choices.length === 0) return null;
  const { by, command } = roundRobin(choices, turn.variant + turn.pick);
  const now = instantFromMillis(millisOf(story.now) + turn.minutes * 60_000);
  const occurredAt = instantFromMillis(millisOf(now) - turn.back * 60_000);
  const when = turn.back === 0 ? {} : { occurredAt };
  return { by, do: { ...commandOf(command, turn.variant, { ...story, now }), ...when }, at: now };
}

/** The story after the turn: an act that is refused leaves it as it is. */
export function walked(story: Story, turn: Turn): Story {
  if (turn.kind === 'sweep') return story.swept(instantFromMillis(millisOf(story.now) + turn.minutes * 60_000));
  const step = stepOf(story, turn);
  return step === null ? story : story.tried(step);
}
