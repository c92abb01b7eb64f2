/** Facts learnt late, decided where they belong: in the state the dossier was in then, by the same decisions (DESIGN 4.8, ADR 0027). */
import { isRefusal, refuse } from '../../kernel/refusal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { minuteOf } from '../../time/instant.js';
import type { Instant } from '../../time/instant.js';
import type { Act } from '../act.js';
import { fact } from '../act.js';
import type { Command } from '../commands.js';
import { INDEPENDENT_COMMANDS } from '../commands.js';
import { placeAt } from './as-it-happened.js';
import { isDeclared } from '../events.js';
import type { EventData, Fact, FactOf } from '../events.js';
import type { DecideFacts, DossierFile } from '../file.js';
import { effectiveHistory, fileAt } from '../fold.js';
import type { Contradiction } from './contradiction.js';
import { contradictionIn } from './contradiction.js';
import {
  clocksMoved,
  conflictOf,
  gatheredHistory,
  isContradiction,
  readWith,
  secondPersonRefusal,
  withUnwritten,
} from './revised.js';
import { isLateFact } from './revision-facts.js';
import { minutesBetween, notAhead } from '../times.js';

type Decide = (file: DossierFile | null, command: Command, facts: DecideFacts) => readonly Fact[] | Refusal;
type Enter = Act<'enterLate'>;
type LateFacts = EventData<'dossier.lateFactsEntered.v1'>;
type LateFact = LateFacts['facts'][number];

/** The decisions of one entry see only what they ask of the state: who is competent, and the journal, are not theirs to ask. */
const thenFacts = (facts: DecideFacts): DecideFacts => ({ ...facts, history: null, resolution: null });

function entered(told: readonly LateFact[], { command, at, phase }: Enter): FactOf<'dossier.lateFactsEntered.v1'> {
  const { reason, approvedBy = null } = command;
  return fact('dossier.lateFactsEntered.v1', { at, phase }, { facts: [...told], reason, approvedBy, clocks: [] });
}

/** A fact with the place it was decided at. */
function lateFact({ type, occurredAt, phase, data }: Fact, after: number): LateFact {
  if (!isLateFact(type)) throw new Error(`${type} is not entered late`);
  // The pair of type and data is that of the fact itself.
  return { type, occurredAt, phase, after, data } as LateFact;
}

/** Null when the entry may be looked at: in order, about one opinion or about none, something in it before the dossier's last fact. */
function entryRefusal({ command, file, facts }: Enter): Refusal | null {
  const times = command.facts.map(({ occurredAt }) => occurredAt);
  const [first] = times;
  const { lastFactAt } = file.dossier;
  if (times.some((at, i) => at < (times[i - 1] ?? at))) return refuse('late-facts-not-in-order', { occurredAt: times });
  const opinions = new Set(command.facts.map((each) => ('consultation' in each ? each.consultation : '')));
  // Whoever is asked for an opinion is told what concerns it, and nothing else.
  if (opinions.size > 1)
    return refuse('late-facts-mixed', { consultations: [...opinions].filter((key) => key !== '') });
  if (first === undefined || minuteOf(first) >= minuteOf(lastFactAt)) {
    return refuse('late-fact-not-late', { occurredAt: first ?? null, lastFactAt });
  }
  return secondPersonRefusal(minutesBetween(first, facts.now), command.approvedBy, facts);
}

/**
 * The dossier at that minute with what was entered before. Where that contradicts a fact in between already, what the claim alone makes
 * of it: it is weighed as a whole in the end.
 */
function fileThen(told: readonly LateFact[], at: Instant, act: Enter): DossierFile | null {
  const { facts, command } = act;
  const history = gatheredHistory(facts);
  const [first] = command.facts;
  if (told.length === 0 || first === undefined) return fileAt(history, at, facts.rules);
  const journal = withUnwritten([entered(told, act)], facts);
  const read = effectiveHistory(journal);
  if (contradictionIn(read.slice(0, placeAt(read, at)), facts.rules) === null) return fileAt(journal, at, facts.rules);
  const then = effectiveHistory(history);
  const known = new Set(then.slice(0, placeAt(then, first.occurredAt)).map(({ seq }) => seq));
  const before = history.filter(({ seq, type }) => known.has(seq) || !isDeclared(type));
  return fileAt(withUnwritten([entered(told, act)], { ...facts, history: before }), at, facts.rules);
}

/** Each fact decided where it belongs, behind those entered before it. */
function decidedInPlace(act: Enter, decideThen: Decide): readonly LateFact[] | Refusal {
  const { command, facts } = act;
  let told: readonly LateFact[] = [];
  for (const [i, late] of command.facts.entries()) {
    const file = fileThen(told, late.occurredAt, act);
    if (file === null) return refuse('late-fact-illegal', { fact: i + 1, rule: 'dossier-not-found' });
    const decided = decideThen(file, late, thenFacts(facts));
    if (isRefusal(decided)) return refuse('late-fact-illegal', { fact: i + 1, rule: decided.code });
    told = [...told, ...decided.map((each) => lateFact(each, file.dossier.seq))];
  }
  return told;
}

/**
 * Enters facts behind others that came later. What could not be decided at its place is refused (`late-fact-illegal`, with the code);
 * what makes a later fact impossible is recorded as a conflict, and changes nothing.
 */
export function enterLate(act: Enter, decideThen: Decide): readonly Fact[] | Refusal {
  const { command, file, at, facts } = act;
  const told = entryRefusal(act) ?? decidedInPlace(act, decideThen);
  if (isRefusal(told)) return told;
  const entry = entered(told, act);
  const read = readWith([entry], facts);
  if (isContradiction(read)) {
    return conflictOf({ kind: 'lateFacts', facts: [...told], reason: command.reason }, read, act);
  }
  const clocks = clocksMoved(file, read, facts.now);
  const { phase } = read.dossier;
  return [fact('dossier.lateFactsEntered.v1', { at, phase }, { ...entry.data, clocks })];
}

/** The minute a receipt or an opinion is declared for, where that lies before the dossier's last fact and can be looked at. */
function behind(file: DossierFile, command: Command, { history, now }: DecideFacts): Instant | null {
  const isIndependent = INDEPENDENT_COMMANDS.some((type) => type === command.type);
  if (!isIndependent || command.occurredAt === undefined || history === null) return null;
  const at = notAhead(command.occurredAt, now);
  return typeof at === 'string' && minuteOf(at) < minuteOf(file.dossier.lastFactAt) ? at : null;
}

/**
 * A receipt or an opinion learnt behind other facts: null for every other act. It is decided at its place; where it is not refused
 * there but a later fact could not have followed it, the claim becomes a conflict instead of a lost fact. `now`: what the
 * dossier as it stands answers.
 */
export function lateReceipt(
  { file, command, facts }: { readonly file: DossierFile; readonly command: Command; readonly facts: DecideFacts },
  decideThen: Decide,
): readonly Fact[] | Refusal | null {
  const at = behind(file, command, facts);
  if (at === null) return null;
  const then = fileAt(gatheredHistory(facts), at, facts.rules);
  const now = decideThen(file, command, thenFacts(facts));
  const inPlace = then === null ? now : decideThen(then, command, thenFacts(facts));
  const decided = isRefusal(inPlace) ? now : inPlace;
  if (isRefusal(decided)) return now;
  const contradiction = contradictionIn(effectiveHistory(withUnwritten(decided, facts)), facts.rules);
  if (contradiction === null) return decided.map((each) => ({ ...each, phase: phaseAfter(each, facts) }));
  return contradicted(decided, contradiction, { file, facts, at, now, after: then?.dossier.seq ?? 1 });
}

/** The state it leaves the dossier in, whatever followed it. */
function phaseAfter(each: Fact, facts: DecideFacts): Fact['phase'] {
  return effectiveHistory(withUnwritten([each], facts)).at(-1)?.phase ?? each.phase;
}

function contradicted(
  decided: readonly Fact[],
  contradiction: Contradiction,
  beside: {
    readonly file: DossierFile;
    readonly facts: DecideFacts;
    readonly at: Instant;
    readonly now: readonly Fact[] | Refusal;
    readonly after: number;
  },
): readonly Fact[] | Refusal {
  const { file, facts, at, now, after } = beside;
  const { seq, lastFactAt } = file.dossier;
  // It could not have happened then itself.
  if (contradiction.event.seq > seq) {
    return isRefusal(now) ? now : refuse('occurred-before-last-fact', { occurredAt: at, lastFactAt });
  }
  const claimed = decided.map((each) => lateFact(each, after));
  return conflictOf({ kind: 'lateFacts', facts: claimed, reason: null }, contradiction, { file, facts });
}
