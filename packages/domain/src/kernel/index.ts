export { dossierIdSchema, agencyIdSchema, procedureCodeSchema, officerIdSchema, keySchema } from './ids.js';
export type { DossierId, AgencyId, ProcedureCode, OfficerId } from './ids.js';
export { REFUSAL_CODES, refuse, isRefusal } from './refusal.js';
export type { Refusal, RefusalCode, RefusalFacts } from './refusal.js';
export { actorSchema, ENGINE } from './actor.js';
export type { Actor, ActingParty } from './actor.js';
export { canonicalJson } from './canonical-json.js';
