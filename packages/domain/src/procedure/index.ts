export {
  OPEN_PHASES,
  FINAL_PHASES,
  PHASES,
  SUSPENDABLE_PHASES,
  CONSULTATION_STATES,
  isFinal,
  isPhase,
} from './phase.js';
export type { OpenPhase, FinalPhase, Phase, SuspendablePhase, ConsultationState } from './phase.js';
export { procedureVersionSchema, SUB_DEADLINE_POLICIES, MAX_BOUNCES, MAX_REDIRECTS } from './procedure.js';
export type {
  ProcedureVersion,
  ProcedureCase,
  Channel,
  ConsultationRule,
  StepRule,
  SubDeadlinePolicy,
} from './procedure.js';
export type { GuardFacts, Position, Signal, Answer } from './machine.js';
export type { ProcedureMachine } from './build-machine.js';
export { GUARDS } from './guards.js';
export type { GuardName } from './guards.js';
export { buildMachine } from './build-machine.js';
export { positionOf } from './position.js';
export { ask, allowedCommands } from './ask.js';
export type { AllowedByState } from './ask.js';
export { dossierEdges, regionEdges } from './edges.js';
export type { DossierEdge, RegionEdge } from './edges.js';
export { machineGraph } from './machine-graph.js';
export type { Graph, GraphEdge, GraphNode, MachineGraph } from './machine-graph.js';
export { canBeCompleted, walkMachine } from './walk.js';
export type { MachineWalk, WalkedStep } from './walk.js';
export { toMermaid } from './mermaid.js';
export type { MachineLabels } from './mermaid.js';
export { catalogueEntry, applyOverrides, LIMIT_UNITS, UNKNOWN_LIMIT_REASONS } from './catalogue.js';
export type { CatalogueEntry, CatalogueLimit, ChannelLimit, LimitUnit, UnknownLimitReason } from './catalogue.js';
export { procedureOverride, procedureOverrideSchema } from './override.js';
export type { ProcedureOverride } from './override.js';
