/**
 * A breadth-first walk over everything that can ever happen to a dossier under a procedure version, without time. Counters in the
 * guard facts make the loops finite; a walk that does not end would be a loop without a bound. XState's own graph walk is not
 * used: it keys states by the whole context and never revisits one.
 */
import { COMMAND_TYPES } from '../dossier/commands.js';
import { ask } from './ask.js';
import { choicesOf } from './choices.js';
import { CONSULTATION_COMMANDS, tableOf } from './compile-table.js';
import type { GuardFacts, Position, Signal } from './machine.js';
import type { ProcedureMachine } from './build-machine.js';
import { nextPosition } from './next-position.js';
import type { Act } from './next-position.js';
import { isFinal, PHASES } from './phase.js';
import type { Phase } from './phase.js';
import { NO_FACTS } from './position.js';
import type { Source } from './transitions.js';

/** Far above what the loops of a real procedure allow (a land procedure with two consultations: 16,000). */
const MOST_POSITIONS = 200_000;

export interface WalkedStep {
  readonly signal: Signal;
  readonly from: Source;
  readonly to: Phase;
}

export interface MachineWalk {
  readonly positions: readonly Position[];
  /** Every (command, from, to) taken at least once; consultation commands by their key. */
  readonly steps: readonly WalkedStep[];
  /** Phases the procedure has no use for, by the machine's own mark. */
  readonly notForeseen: readonly Phase[];
  /** Phases that no sequence of commands leads to although the procedure foresees them. */
  readonly unreachable: readonly Phase[];
  /** Reached phases in which every dossier is stuck: it can only be withdrawn or closed. */
  readonly deadEnds: readonly Phase[];
  /** Positions from which a dossier can only be withdrawn or closed: its loops are used up. */
  readonly stuck: readonly Position[];
}

/** What the world may bring before the next command: the delivery or acceptance clock breaches. */
function lapseOf({ phase, facts }: Position): Position | null {
  const underWay = phase === 'inTransfer' || phase === 'awaitingAcceptance';
  return underWay && !facts.lapsed ? { phase, facts: { ...facts, lapsed: true } } : null;
}

/** A supplement handed in on paper at the counter has yet to be forwarded, so the guard on its receipt must be met too. */
function waysToGive({ facts }: Position): readonly Partial<GuardFacts>[] {
  const atOnce = { supplementForwarding: false };
  const mayTravel = facts.supplementFrom === 'processing' && !facts.receiverIsCompetent;
  return mayTravel ? [atOnce, { supplementForwarding: true }] : [atOnce];
}

function actsAt(machine: ProcedureMachine, position: Position): readonly Act[] {
  const keys = [...tableOf(machine).consultations.keys()];
  return COMMAND_TYPES.flatMap((type): readonly Act[] => {
    if (CONSULTATION_COMMANDS.some((command) => command === type)) {
      return keys.map((consultation) => ({ type, consultation, choice: {} }));
    }
    const choices = type === 'provideSupplement' ? waysToGive(position) : choicesOf(type);
    return choices.map((choice) => ({ type, choice }));
  });
}

interface Move extends WalkedStep {
  readonly next: Position;
}

/** Every move the machine allows from a position. */
function movesFrom(machine: ProcedureMachine, position: Position): readonly Move[] {
  return actsAt(machine, position).flatMap((act) => {
    const { choice, ...signal } = act;
    const asked = { ...position, facts: { ...position.facts, ...choice } };
    const answer = ask(machine, asked, signal);
    if (!answer.allowed) return [];
    const next = nextPosition(position, act, answer.phase);
    return [{ signal, from: position.phase, to: answer.phase, next }];
  });
}

/** Positions are alike when their facts are: all of them plain values in a fixed order. */
const keyOf = ({ phase, facts }: Position): string =>
  `${phase} ${Object.values(facts)
    .map((value) => JSON.stringify(value))
    .join()}`;

class Explorer {
  readonly positions: Position[] = [];
  readonly steps = new Map<string, WalkedStep>();
  /** By place in `positions`: which ones lead here by an act that is no withdrawal and no closing. */
  private readonly comingFrom: number[][] = [];
  private readonly placeOf = new Map<string, number>();

  constructor(
    private readonly machine: ProcedureMachine,
    private readonly mostPositions: number,
  ) {}

  explore(start: Position): void {
    this.reach(start);
    for (let place = 0; place < this.positions.length; place += 1) this.expand(place);
  }

  /** Places from which a result or a refusal of the reception can still be had. */
  completable(): ReadonlySet<number> {
    const reached = new Set<number>();
    const queue = [...this.positions.keys()].filter((place) => this.isCompletion(place));
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
      if (reached.has(place)) continue;
      reached.add(place);
      queue.push(...(this.comingFrom[place] ?? []));
    }
    return reached;
  }

  private isCompletion(place: number): boolean {
    const phase = this.positions[place]?.phase;
    return phase === 'returned' || phase === 'receptionRefused';
  }

  private expand(place: number): void {
    const position = this.positions[place];
    if (position === undefined) return;
    const lapsed = lapseOf(position);
    if (lapsed !== null) this.comingFrom[this.reach(lapsed)]?.push(place);
    for (const { signal, from, to, next } of movesFrom(this.machine, position)) {
      this.steps.set(`${signal.type} ${signal.consultation ?? ''} ${from} ${to}`, { signal, from, to });
      const there = this.reach(next);
      if (to !== 'withdrawn' && to !== 'closed') this.comingFrom[there]?.push(place);
    }
  }

  private reach(position: Position): number {
    const key = keyOf(position);
    const known = this.placeOf.get(key);
    if (known !== undefined) return known;
    const place = this.positions.push(position) - 1;
    if (place >= this.mostPositions) throw new Error(`a loop without a bound near ${key}`);
    this.placeOf.set(key, place);
    this.comingFrom.push([]);
    return place;
  }
}

/** Idle consultations are named, so that every position lists its regions in one order. */
function startOf(machine: ProcedureMachine): Position {
  const keys = [...tableOf(machine).consultations.keys()];
  const consultations = Object.fromEntries(keys.map((key) => [key, 'idle' as const]));
  return { phase: 'start', facts: { ...NO_FACTS, consultations } };
}

/** Walks a machine to its ends. Throws when it passes `mostPositions`: a loop has no bound. */
export function walkMachine(machine: ProcedureMachine, mostPositions = MOST_POSITIONS): MachineWalk {
  const explorer = new Explorer(machine, mostPositions);
  explorer.explore(startOf(machine));
  const { positions, steps } = explorer;
  const completable = explorer.completable();
  const stuck = positions.filter(({ phase }, place) => phase !== 'start' && !isFinal(phase) && !completable.has(place));
  const reached = new Set(positions.map(({ phase }) => phase));
  const { notForeseen } = tableOf(machine);
  const alive = new Set(positions.filter((_, place) => completable.has(place)).map(({ phase }) => phase));
  return {
    positions,
    steps: [...steps.values()],
    notForeseen: [...notForeseen],
    unreachable: PHASES.filter((phase) => !reached.has(phase) && !notForeseen.has(phase)),
    deadEnds: PHASES.filter((phase) => reached.has(phase) && !isFinal(phase) && !alive.has(phase)),
    stuck,
  };
}

const completed = new WeakMap<ProcedureMachine, Map<string, boolean>>();

/** Depth first: a way is found after few positions where there is one. */
function findsAWay(machine: ProcedureMachine, start: Position): boolean {
  const seen = new Set<string>([keyOf(start)]);
  const open = [start];
  for (let position = open.pop(); position !== undefined; position = open.pop()) {
    if (position.phase === 'returned' || position.phase === 'receptionRefused') return true;
    if (seen.size >= MOST_POSITIONS) throw new Error(`a loop without a bound near ${keyOf(position)}`);
    const lapsed = lapseOf(position);
    const moves = movesFrom(machine, position).filter(({ to }) => to !== 'withdrawn' && to !== 'closed');
    for (const next of [...(lapsed === null ? [] : [lapsed]), ...moves.map((move) => move.next)]) {
      const key = keyOf(next);
      if (!seen.has(key)) open.push(next);
      seen.add(key);
    }
  }
  return false;
}

/**
 * Whether a dossier at the position can still come to a result (or be refused at reception), otherwise than by being withdrawn or
 * closed. Answers are kept by machine. Throws as `walkMachine` does.
 */
export function canBeCompleted(machine: ProcedureMachine, position: Position): boolean {
  const known = completed.get(machine) ?? new Map<string, boolean>();
  completed.set(machine, known);
  const key = keyOf(position);
  const answer = known.get(key) ?? findsAWay(machine, position);
  known.set(key, answer);
  return answer;
}
