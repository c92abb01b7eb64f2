/** How an office differs from case to case: exceptions to its policy, and a pace that varies within bounds. */
import { createHash } from 'node:crypto';
import type { Case } from './case.js';
import type { Paced, RefusalRule, Rule, TimedAct, Which } from './config.js';
import { QUARTER_MINUTES, minuteOfWeek } from './duration.js';

/** Whether a rule is about this case. `share` takes part of what fits, always the same part for the same seed. */
export function isAbout(of: Case, which: Which, seed: string): boolean {
  const { procedures, communes, share } = which;
  if (procedures !== undefined && !procedures.includes(of.procedure)) return false;
  if (communes !== undefined && !of.communes.some((commune) => communes.includes(commune))) return false;
  return share === undefined || lot(of, JSON.stringify(which), seed) < share;
}

/** Wall-clock minutes after which an act is done, or null for never. */
export function minutesFor(act: TimedAct, of: Case, { after, rules, seed }: Paced): number | null {
  const exception = rules.find((rule) => rule.after[act] !== undefined && isAbout(of, rule.which, seed));
  const span = exception === undefined ? after[act] : (exception.after[act] ?? null);
  if (span === null) return null;
  const steps = Math.floor((span.most - span.least) / QUARTER_MINUTES) + 1;
  return span.least + Math.floor(lot(of, act, seed) * steps) * QUARTER_MINUTES;
}

export function outcomeFor(of: Case, { rules, outcome, seed }: Paced): 'granted' | 'refused' {
  return rules.find((rule) => rule.outcome !== null && isAbout(of, rule.which, seed))?.outcome ?? outcome;
}

/** Why this office sends a dossier back, or null when it takes it. */
export function refusalFor(of: Case, me: string, { rules, seed }: Paced): RefusalRule | null {
  const before = of.refusedBy.filter((agencyId) => agencyId === me).length;
  const fits = ({ refuse, which }: Rule) => refuse !== null && before < refuse.times && isAbout(of, which, seed);
  return rules.find(fits)?.refuse ?? null;
}

/**
 * A number from 0 to 1 that is the same for cases alike: same procedure, entered their state in the same minute of the week. So the
 * play of a week can be repeated in another one.
 */
function lot({ procedure, since, phase }: Case, what: string, seed: string): number {
  const text = JSON.stringify([seed, what, procedure, phase, minuteOfWeek(since)]);
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
