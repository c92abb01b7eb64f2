/** What is put to the prover: plain data, so that it can cross to another thread, with a digest that stands for all of it. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@lien-thong/domain';
import type {
  AgencyId,
  Alternative,
  Channel,
  Feasibility,
  Party,
  ProcedureVersion,
  PromisedDate,
  ProofRange,
  RouteClass,
  RulesSource,
  Synthesis,
  SynthesisPolicy,
} from '@lien-thong/domain';

export interface ProofCase {
  readonly caseKey: string;
  readonly channel: Channel;
  readonly route: RouteClass;
}

export interface ProofQuestion extends ProofCase {
  /** The definition, the legal calendar and the desks, as data. */
  readonly source: RulesSource;
  /** Whose desk each party keeps; a party that is not named keeps the legal hours. */
  readonly parties: Readonly<Partial<Record<Party, AgencyId>>>;
  readonly range: ProofRange;
}

export type ProofTask =
  | { readonly kind: 'proof'; readonly question: ProofQuestion }
  | { readonly kind: 'synthesis'; readonly question: ProofQuestion; readonly policy: SynthesisPolicy }
  | { readonly kind: 'waysOut'; readonly question: ProofQuestion; readonly policy: SynthesisPolicy };

export interface Proved {
  readonly feasibility: Feasibility;
  readonly promises: readonly PromisedDate[];
}

export type ProofAnswer =
  | { readonly kind: 'proof'; readonly proved: Proved }
  | { readonly kind: 'synthesis'; readonly synthesis: Synthesis }
  | { readonly kind: 'waysOut'; readonly alternatives: readonly Alternative[] };

/** What of a definition a timeline is made of; names, texts and dates of effect prove nothing. */
function timed({ source: { procedure } }: ProofQuestion, { caseKey }: ProofCase): object {
  const { boundaryScope, clockStart, transferExcluded, transferCutoff, limitCutoff, legalEnd } = procedure;
  const leg = ({ budget, minimumWorkMinutes }: ProcedureVersion['legs']['transfer']) => [budget, minimumWorkMinutes];
  const { transfer, delivery, acceptance, resultTransfer } = procedure.legs;
  return {
    ...{ boundaryScope, clockStart, transferExcluded, transferCutoff, limitCutoff, legalEnd },
    limits: procedure.cases.find(({ key }) => key === caseKey)?.limits ?? null,
    legs: [transfer, delivery, acceptance, resultTransfer].map(leg),
    steps: procedure.steps.map((step) => [step.key, ...leg(step)]),
    consultations: procedure.consultations.map((rule) => [
      ...[rule.key, ...leg(rule)],
      ...[rule.pausesLegalClock, rule.requiredForDecision],
    ]),
    waits: [procedure.payment, procedure.supplement, procedure.subDeadlines ?? null],
  };
}

/** The same for two tasks that must have the same answer: definition, route class, calendars and range. Hex. */
export function digestOf(task: ProofTask): string {
  const { source, ...rest } = task.question;
  const { procedure, ...calendars } = source;
  const asked = task.kind === 'proof' ? timed(task.question, rest) : procedure;
  const policy = task.kind === 'proof' ? null : task.policy;
  return sha256({ kind: task.kind, policy, asked, calendars, ...rest });
}

export function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
