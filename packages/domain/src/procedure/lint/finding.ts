/** What lint may find in a procedure version. A finding has a stable name and a place; its sentence is made at the edge. */

export type Severity = 'error' | 'warning';

/** Every finding by its name. An error keeps a version from being published; a warning is shown to whoever publishes it. */
export const LINT_RULES = {
  // the definition as JSON
  'schema-violation': 'error',
  'duplicate-key': 'error',
  // limits and durations
  'no-limit': 'warning',
  'limit-without-unit': 'error',
  'limit-without-legal-basis': 'error',
  'limits-in-different-units': 'warning',
  'same-day-without-cutoff': 'warning',
  'mixed-units': 'error',
  'duration-not-positive': 'error',
  // legs, steps, consultations
  'leg-without-owner': 'error',
  'leg-without-budget': 'error',
  'budget-without-unit': 'error',
  'unknown-role': 'error',
  'consultation-with-zero-budget': 'error',
  'minimum-work-exceeds-budget': 'warning',
  'delivery-longer-than-transfer': 'warning',
  // sub-deadlines that are cut anew
  'sub-deadline-policy-unknown': 'error',
  'sub-deadlines-without-step': 'warning',
  'minimum-works-exceed-limit': 'warning',
  // relief for outages of shared systems
  'outage-relief-without-system': 'warning',
  'outage-relief-of-limit-without-effect': 'warning',
  // policies
  'wait-without-end': 'error',
  'unbounded-loop': 'error',
  'extension-without-legal-basis': 'error',
  'cutoff-without-effect': 'warning',
  'transfer-policy-without-effect': 'warning',
  'warn-percents-unsorted': 'warning',
  'warn-percents-repeated': 'warning',
  'warn-percent-at-breach': 'warning',
  'warn-rungs-unsorted': 'warning',
  'warn-rung-repeated': 'warning',
  'warn-clock-repeated': 'error',
  'warn-clock-absent': 'error',
  'warn-rung-never-comes': 'error',
  // effective dates, beside the other published versions
  'effective-dates-reversed': 'error',
  'effective-dates-hole': 'warning',
  'effective-dates-overlap': 'warning',
  // what may happen to a dossier
  'no-actor': 'error',
  'unreachable-state': 'error',
  'dead-end': 'error',
  'no-way-out': 'error',
} as const satisfies Readonly<Record<string, Severity>>;

export type LintRule = keyof typeof LINT_RULES;

/** Figures and names a sentence needs. */
export type LintFacts = Readonly<Record<string, string | number | null>>;

export interface LintFinding {
  readonly rule: LintRule;
  readonly severity: Severity;
  /** Path in the definition, its parts joined by dots: `cases.0.limits.counter`; `machine.<state>` for what may happen to a dossier. */
  readonly path: string;
  readonly facts: LintFacts;
}

/** A finding at a place. */
export function finding(rule: LintRule, path: string, facts: LintFacts = {}): LintFinding {
  return { rule, severity: LINT_RULES[rule], path, facts };
}
