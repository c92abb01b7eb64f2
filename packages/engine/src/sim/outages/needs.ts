/** The town in which legs of procedures require shared systems: some one, some two, some none. */
import type { Instant, Pin, ProcedureVersion, Rules } from '@lien-thong/domain';
import type { Reference } from '../../ports/reference.js';

export const SYSTEMS = ['portal', 'register'] as const;

const both = [...SYSTEMS];
const portal = ['portal'];

/** By turns: nothing is relieved, legs are, legs and the limit are. */
function reliefOf({ code }: ProcedureVersion): ProcedureVersion['outageRelief'] {
  const scopes = [undefined, 'leg', 'legAndLimit', 'legAndLimit'] as const;
  const scope = scopes[[...code].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % scopes.length];
  return scope === undefined ? undefined : { scope, legalBasis: 'điều 9' };
}

export function needing(procedure: ProcedureVersion): ProcedureVersion {
  const { legs } = procedure;
  const outageRelief = reliefOf(procedure);
  return {
    ...procedure,
    legs: {
      ...legs,
      transfer: { ...legs.transfer, requires: portal },
      acceptance: { ...legs.acceptance, requires: portal },
      resultTransfer: { ...legs.resultTransfer, requires: ['register'] },
    },
    steps: procedure.steps.map((step) => ({ ...step, requires: both })),
    ...(outageRelief === undefined ? {} : { outageRelief }),
  };
}

const known = new WeakMap<ProcedureVersion, ProcedureVersion>();

/** The rules with the procedure as it requires systems. */
function rulesWith(rules: Rules): Rules {
  const procedure = known.get(rules.procedure) ?? needing(rules.procedure);
  known.set(rules.procedure, procedure);
  return { ...rules, procedure };
}

export function withNeeds(reference: Reference): Reference & { readonly rulesOf: (pin: Pin) => Rules } {
  return {
    procedureInForce: (code, day) => reference.procedureInForce(code, day),
    agency: (id) => reference.agency(id),
    legalCalendar: (province) => reference.legalCalendar(province),
    resolve: (question) => reference.resolve(question),
    rulesOf: (pin) => rulesWith(reference.rulesOf(pin)),
    rulesFor: (procedure, agencyId) => rulesWith(reference.rulesFor(procedure, agencyId)),
  };
}

/** A stretch of time, [from, to), of a system. */
export interface Span {
  readonly system: string;
  readonly from: Instant;
  readonly to: Instant;
}
