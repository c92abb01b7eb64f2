/** Builders for whoever tests against the domain, the simulator included: what they make is as strict as what an admin publishes. */
export {
  landProcedure,
  localProcedure,
  procedureForTest,
  sameDayProcedure,
  sameLimitEverywhere,
} from './procedures.js';
export type { ProcedureInput } from './procedures.js';
