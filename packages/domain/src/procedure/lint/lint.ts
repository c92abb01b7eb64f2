/** Lint of a procedure version: everything that is wrong with it, named and placed. */
import { procedureVersionSchema } from '../procedure.js';
import type { ProcedureVersion } from '../procedure.js';
import { datesAgree } from './date-rules.js';
import { finding } from './finding.js';
import type { LintFinding } from './finding.js';
import { flowOf } from './flow.js';
import type { Flow } from './flow.js';
import * as flowRules from './flow-rules.js';
import * as legRules from './leg-rules.js';
import * as limitRules from './limit-rules.js';
import * as outageRules from './outage-rules.js';
import * as policyRules from './policy-rules.js';
import * as subDeadlineRules from './sub-deadline-rules.js';
import * as warnRungRules from './warn-rung-rules.js';
import { membersOf } from './subject.js';
import type { LintSubject } from './subject.js';

type DefinitionRule = (definition: unknown) => readonly LintFinding[];
type FlowRule = (flow: Flow) => readonly LintFinding[];

const DEFINITION_RULES: readonly DefinitionRule[] = [
  ...Object.values(limitRules),
  ...Object.values(legRules),
  ...Object.values(policyRules),
  ...Object.values(subDeadlineRules),
  ...Object.values(warnRungRules),
  ...Object.values(outageRules),
];
const FLOW_RULES: readonly FlowRule[] = Object.values(flowRules);

/** A draft has no number of its own yet. */
const numbered = (definition: unknown): unknown => ({ version: 1, ...Object.fromEntries(membersOf(definition)) });

type Parsed = ReturnType<typeof procedureVersionSchema.safeParse>;

function violations({ error }: Parsed): readonly LintFinding[] {
  return (error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.map(String);
    const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
    return places.map((place) => finding('schema-violation', place.join('.'), { reason: issue.message }));
  });
}

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`);

/** What a rule has said of a place, or of what should stand there, the schema need not say again. */
function notSaidAlready(violation: LintFinding, said: readonly LintFinding[]): boolean {
  return !said.some(
    ({ severity, path }) => severity === 'error' && (isWithin(path, violation.path) || isWithin(violation.path, path)),
  );
}

function flowOfParsed(version: ProcedureVersion | undefined): readonly Flow[] {
  return version === undefined ? [] : [flowOf(version)];
}

const byWeight = (a: LintFinding, b: LintFinding): number => {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
};

/**
 * Everything lint finds, errors first, then by place. Takes JSON that nobody has checked and never throws for it; what is no
 * definition has no flow of its own, so the rules about states then look only at the flow that is given. Pure.
 */
export function lintProcedure({ definition, flow, others = [] }: LintSubject): readonly LintFinding[] {
  const parsed = procedureVersionSchema.safeParse(numbered(definition));
  const flows = flow === undefined ? flowOfParsed(parsed.data) : [flow];
  const said = [
    ...DEFINITION_RULES.flatMap((rule) => rule(definition)),
    ...datesAgree(definition, others),
    ...flows.flatMap((each) => FLOW_RULES.flatMap((rule) => rule(each))),
  ];
  return [...said, ...violations(parsed).filter((violation) => notSaidAlready(violation, said))].sort(byWeight);
}
