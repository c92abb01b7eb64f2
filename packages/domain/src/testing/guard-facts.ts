/** Guard facts for specs: the values at which each guard turns, and every combination of some of them. */
import type { GuardFacts } from '../procedure/machine.js';
import { SUSPENDABLE_PHASES } from '../procedure/phase.js';
import { NO_FACTS } from '../procedure/position.js';

export type FactDomain = { readonly [Name in keyof GuardFacts]?: readonly GuardFacts[Name][] };

const EITHER = [false, true] as const;

/** For each fact the values just before, at and just after every bound of the specs' procedures (two supplement rounds at most). */
export const FACT_DOMAIN = {
  receiverIsCompetent: EITHER,
  heldForJurisdiction: EITHER,
  received: EITHER,
  bounces: [0, 2, 3, 4],
  redirects: [0, 2, 3, 4],
  lapsed: EITHER,
  redirectHome: EITHER,
  supplementRounds: [0, 1, 2, 3],
  supplementFrom: [null, 'submitted', 'processing'],
  supplementForwarding: EITHER,
  resumeTo: [null, ...SUSPENDABLE_PHASES],
} as const satisfies FactDomain;

/** Every combination of the values given; the facts not named are as before the first fact. */
export function everyFacts(domain: FactDomain, rest: Partial<GuardFacts> = {}): readonly GuardFacts[] {
  let combinations: readonly GuardFacts[] = [{ ...NO_FACTS, ...rest }];
  for (const [name, values] of Object.entries(domain)) {
    combinations = combinations.flatMap((facts) => values.map((value) => ({ ...facts, [name]: value })));
  }
  return combinations;
}

/** Only the named facts of the domain. */
export function domainOf(names: readonly (keyof typeof FACT_DOMAIN)[]): FactDomain {
  return Object.fromEntries(names.map((name) => [name, FACT_DOMAIN[name]]));
}
