export { diffProcedures } from './diff.js';
export type { FieldValue, Part, ChangePlace, ProcedureChange, Trend } from './change.js';
