/** What the function of one command is given, and what it gives back. */
import type { Refusal } from '../kernel/refusal.js';
import type { Phase } from '../procedure/phase.js';
import type { Instant } from '../time/instant.js';
import type { CommandOf, CommandType } from './commands.js';
import type { EventData, EventType, Fact, FactOf } from './events.js';
import type { DecideFacts, DossierFile } from './file.js';

/** Commands that may come before there is a dossier. */
export type OpeningCommand = 'submit' | 'receive';

/** An act that its actor is entitled to, that the state allows, with its time settled: what is left are the command's own facts. */
export interface Act<Type extends CommandType> {
  readonly command: CommandOf<Type>;
  readonly file: Type extends OpeningCommand ? DossierFile | null : DossierFile;
  /** `occurredAt` of every fact it leads to. */
  readonly at: Instant;
  /** The state after it, as the machine answered. */
  readonly phase: Phase;
  readonly facts: DecideFacts;
}

/** Facts in the order they go into the journal, or the reason why not. Pure. */
export type Decision<Type extends CommandType> = (act: Act<Type>) => readonly Fact[] | Refusal;

/** Makes a fact of one type; `phase` is the state after it. */
export function fact<Type extends EventType>(
  type: Type,
  { at, phase }: { readonly at: Instant; readonly phase: Phase },
  data: EventData<Type>,
): FactOf<Type> {
  const made = { type, occurredAt: at, phase, data };
  // TypeScript does not see that a member of the union built from its own `Type` and `data` is that member.
  return made as unknown as FactOf<Type>;
}
