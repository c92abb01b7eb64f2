export { lintProcedure } from './lint.js';
export { LINT_RULES } from './finding.js';
export type { LintFacts, LintFinding, LintRule, Severity } from './finding.js';
export type { LintSubject, Period } from './subject.js';
export { flowOf } from './flow.js';
export type { Flow, FlowEdge, FlowState } from './flow.js';
