/** An alert as the API shows it: what it is about in words, who has to act, what can be done and by whom. */
import {
  ALERT_CAUSES,
  ALERT_DUTIES,
  ALERT_LEVELS,
  ALERT_RULES,
  ALERT_STATES,
  ENTITLED,
  RELATIONS,
  STAGES,
  instantOf,
  instantSchema,
  NO_MEMBERS,
} from '@lien-thong/domain';
import type {
  Alert,
  AlertCause,
  AlertDecision,
  AlertDuty,
  CommandType,
  Directory,
  LevelCounts,
} from '@lien-thong/domain';
import { ADVISED_ACTS, ALERT_SENTENCES, DUTY_NAMES, STAGE_NAMES, told } from '@lien-thong/domain/words';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { DECISIONS } from './alert-query.js';

const CAUSES = Object.values(ALERT_CAUSES).flat() as [AlertCause, ...AlertCause[]];
const RELATION_NAMES = [...RELATIONS, 'owner', 'supervisor'] as [string, ...string[]];

export const levelCountsSchema = z.strictObject({
  unknown: z.int(),
  warning: z.int(),
  high: z.int(),
  breached: z.int(),
});

const stageSchema = z.strictObject({
  stage: z.enum(STAGES),
  ...{ name: z.string(), nameEn: z.string() },
  agencies: z.array(agencyRefSchema),
});

const ownerSchema = z.strictObject({
  kind: z
    .enum(['agency', 'exchange', 'publicPost', 'applicant', 'system', 'external', 'nobody'])
    .describe('Whose minutes they are'),
  agency: agencyRefSchema.nullable().describe('Cơ quan có người xử lý được · whose people can do something about it'),
});

const decisionSchema = z.strictObject({
  act: z.enum(DECISIONS).describe('A command, or the duty of the owner'),
  isCommand: z.boolean(),
  ...{ name: z.string(), nameEn: z.string() },
  by: z.array(z.enum(RELATION_NAMES)).describe('Ai được làm · who may: relations to the dossier, owner or supervisor'),
});

export const alertSchema = z
  .strictObject({
    id: z.uuid(),
    version: z.int().describe('Acts of persons on it: the ETag is made of it'),
    state: z.enum(ALERT_STATES),
    level: z.enum(ALERT_LEVELS).describe('Of the gravest open finding under it'),
    rule: z.enum(ALERT_RULES),
    cause: z.enum(CAUSES),
    sentence: z.string(),
    sentenceEn: z.string(),
    owner: ownerSchema,
    decision: decisionSchema,
    system: z.string().nullable(),
    about: z.string().nullable().describe('Procedure version or calendar that it is about'),
    members: z
      .strictObject({
        dossiers: z.int(),
        findings: z.int(),
        byLevel: levelCountsSchema
          .nullable()
          .describe('Null in a former view: the levels of then are not kept one by one'),
      })
      .describe('Còn đang mở, trong phạm vi được biết · open ones, of dossiers the caller may know of'),
    openedAt: instantSchema,
    changedAt: instantSchema,
    stage: stageSchema.nullable().describe('Where in the chain it stands'),
    chain: z.array(stageSchema),
    escalatesAt: instantSchema.nullable().describe('When the next in the chain is told unless somebody reacts'),
    acknowledgedBy: z.string().nullable().describe('Id of the officer'),
    acknowledgedAt: instantSchema.nullable(),
    snoozedUntil: instantSchema.nullable(),
    assignedTo: z.string().nullable(),
    closedAt: instantSchema.nullable(),
    closeReason: z.string().nullable().describe('facts, byHand, or what took its ground away'),
  })
  .meta({ id: 'Alert' });
export type AlertView = z.infer<typeof alertSchema>;

/** Open findings under an alert that a caller may know of. */
export interface SeenMembers {
  readonly dossiers: number;
  /** Those that have left counted too: what a closed alert was about. */
  readonly ever: number;
  readonly findings: number;
  readonly byLevel: LevelCounts | null;
}
export const NONE_SEEN: SeenMembers = { dossiers: 0, ever: 0, findings: 0, byLevel: NO_MEMBERS };

const isDuty = (decision: AlertDecision): decision is AlertDuty =>
  (ALERT_DUTIES as readonly string[]).includes(decision);

/** Who finds out what is missing is a supervisor; every other duty is the owner's. */
function decisionView(decision: AlertDecision): z.infer<typeof decisionSchema> {
  if (isDuty(decision)) {
    const [name, nameEn] = DUTY_NAMES[decision];
    return { act: decision, isCommand: false, name, nameEn, by: [decision === 'find' ? 'supervisor' : 'owner'] };
  }
  return { act: decision, isCommand: true, ...namesOf(decision), by: [...ENTITLED[decision]] };
}

function namesOf(command: CommandType): { readonly name: string; readonly nameEn: string } {
  const [name, nameEn] = ADVISED_ACTS[command] ?? [command, command];
  return { name, nameEn };
}

const isOver = ({ status }: Alert): boolean => status === 'resolved' || status === 'withdrawn';

/** How it reads: with the figures the caller may know; once it is over, with those it had. */
function alertSentences(alert: Alert, { dossiers, ever }: SeenMembers, directory: Directory) {
  const { cause, owner, system, about } = alert;
  const named = owner.agencyId === null ? null : agencyRef(directory, owner.agencyId);
  const facts = { dossiers: isOver(alert) ? ever : dossiers, system, about };
  const [vi, en] = ALERT_SENTENCES[cause];
  return {
    sentence: told(vi, { ...facts, agency: named?.name ?? null }, 'vi'),
    sentenceEn: told(en, { ...facts, agency: named?.nameEn ?? null }, 'en'),
  };
}

function chainView({ chain }: Alert, directory: Directory): AlertView['chain'] {
  return chain.map(({ stage, agencies }) => {
    const [name, nameEn] = STAGE_NAMES[stage];
    return { stage, name, nameEn, agencies: agencies.map((id) => agencyRef(directory, id)) };
  });
}

export function alertView(alert: Alert, seen: SeenMembers, directory: Directory): AlertView {
  const { id, version, status: state, level, rule, cause, owner, system, about, escalatesAt } = alert;
  const { openedAt, changedAt, acknowledgedBy, acknowledgedAt, snoozedUntil, assignedTo, closedAt, closeReason } =
    alert;
  const chain = chainView(alert, directory);
  return {
    ...{ id, version, state, level, rule, cause },
    ...alertSentences(alert, seen, directory),
    owner: { kind: owner.kind, agency: owner.agencyId === null ? null : agencyRef(directory, owner.agencyId) },
    decision: decisionView(alert.decision),
    ...{ system, about },
    members: {
      dossiers: seen.dossiers,
      findings: seen.findings,
      byLevel: seen.byLevel === null ? null : { ...seen.byLevel },
    },
    ...{ openedAt, changedAt, chain },
    stage: chain[alert.stage] ?? null,
    escalatesAt: escalatesAt === null ? null : instantOf(escalatesAt),
    ...{ acknowledgedBy, acknowledgedAt, snoozedUntil, assignedTo, closedAt, closeReason },
  };
}
