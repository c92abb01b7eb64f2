/** A dossier as its parties see it. */
import { COMMAND_TYPES, PHASES, REFUSAL_CODES, areaFactsSchema, commandsFor, instantSchema } from '@lien-thong/domain';
import type { Directory, Dossier, Rules } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { ENGLISH } from '../http/sentences.en.js';
import { VIETNAMESE } from '../http/sentences.vi.js';
import { actingParty } from '../identity/caller.js';
import type { Caller } from '../identity/caller.js';
import { privatePayloadSchema } from '../store/private-payload.js';
import { clockView, clockViewSchema } from './clock-view.js';
import type { DossierAsSeen } from './dossier-reader.js';
import { feasibilitySchema, feasibilityView } from './feasibility-view.js';
import { phaseName, phaseNameSchema } from './phase-names.js';
import { riskSchema, risksView } from './risk-view.js';
import { tasksSchema, tasksView } from './tasks-view.js';
import { subDeadlinesSchema, subDeadlinesView } from './sub-deadlines-view.js';

const procedureSchema = z.strictObject({
  code: z.string(),
  version: z.int(),
  name: z.string(),
  nameEn: z.string(),
  case: z.strictObject({ key: z.string(), name: z.string(), nameEn: z.string() }),
  channel: z.enum(['counter', 'online', 'post']),
  limit: z.string().describe('1.5wd · 12wh · 30cd · sameDay'),
  illustration: z
    .strictObject({ why: z.string(), whyEn: z.string() })
    .nullable()
    .describe(
      'Số liệu giả định để minh họa · figures assumed for demonstration; to be shown wherever the procedure is',
    ),
});

const consultationSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  nameEn: z.string(),
  state: z.enum(['open', 'answered', 'cancelled']),
  agency: agencyRefSchema,
  requestedAt: instantSchema,
});

const allowedSchema = z.strictObject({
  command: z.enum(COMMAND_TYPES as [(typeof COMMAND_TYPES)[number]]),
  allowed: z.boolean(),
  code: z.enum(REFUSAL_CODES).optional(),
  reason: z.string().optional(),
  reasonEn: z.string().optional(),
  consultations: z.array(z.string()).readonly().optional(),
});

const copy = z.enum(['electronic', 'paper']);
const promiseSchema = z.strictObject({
  at: instantSchema,
  estimate: z.boolean().describe('Dự kiến · the legal clock starts at the competent agency only'),
  provisional: z.boolean().describe('Tạm tính · rests on a year whose holidays are not published'),
});

export const dossierViewSchema = z
  .strictObject({
    id: z.uuid(),
    code: z.string(),
    codeProvisional: z.boolean(),
    aliases: z.array(z.string()).readonly(),
    at: instantSchema.describe('The moment everything below is reckoned to'),
    version: z.int(),
    seq: z.int(),
    ...phaseNameSchema,
    procedure: procedureSchema,
    receivingAgency: agencyRefSchema,
    competentAgency: agencyRefSchema.nullable(),
    accepted: z.boolean(),
    holder: agencyRefSchema,
    assignee: z.string().nullable(),
    jurisdiction: areaFactsSchema,
    resolution: z
      .strictObject({ ruleId: z.string(), legalBasis: z.string(), areaCode: z.string().nullable() })
      .nullable(),
    transfer: z
      .strictObject({
        attempt: z.int(),
        to: agencyRefSchema,
        copy,
        lapsed: z.boolean(),
        refusedFor: z.string().nullable(),
      })
      .nullable(),
    bounces: z.int(),
    redirects: z.int(),
    openSteps: z.array(z.string()).readonly(),
    completedSteps: z.array(z.string()).readonly(),
    consultations: z.array(consultationSchema),
    supplementRounds: z.int(),
    supplementForwarding: z.boolean(),
    suspension: z
      .strictObject({ ground: z.string(), system: z.string().nullable(), resumeTo: z.enum(PHASES) })
      .nullable(),
    resultCopy: copy.nullable(),
    outcome: z.enum(['granted', 'refused']).nullable(),
    notified: z.boolean(),
    promise: promiseSchema.nullable(),
    apologies: z.int(),
    tasks: tasksSchema,
    extensions: z.int(),
    openConflicts: z
      .array(
        z.strictObject({
          conflict: z.int(),
          foundAt: instantSchema,
          claimedBy: agencyRefSchema.nullable(),
          contradicts: z.strictObject({ seq: z.int(), type: z.string() }),
          rule: z.string(),
        }),
      )
      .describe(
        'Điều khai trái với nhật ký, chưa giải quyết · claims that contradict the journal; see GET /v1/conflicts',
      ),
    submittedAt: instantSchema.nullable(),
    receivedAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    lastFactAt: instantSchema,
    recordedAt: instantSchema,
    clocks: z.array(clockViewSchema),
    feasibility: feasibilitySchema
      .nullable()
      .describe('What the time limit leaves, by arithmetic alone; null: in calendar days'),
    subDeadlines: subDeadlinesSchema
      .nullable()
      .describe('Null where the procedure does not re-cut, no limit is to be divided, or only a part is seen'),
    risks: z.array(riskSchema),
    commands: z.array(allowedSchema).nullable().describe('Null for a former moment: nothing can be done to it'),
    private: z
      .strictObject({ records: z.array(privatePayloadSchema), erased: z.boolean() })
      .nullable()
      .describe('Persons and free text; null unless asked for by an agency in charge of the dossier'),
  })
  .meta({ id: 'Dossier' });
export type DossierView = z.infer<typeof dossierViewSchema>;

function procedureView({ pin }: Dossier, { procedure }: Rules): DossierView['procedure'] {
  const found = procedure.cases.find(({ key }) => key === pin.caseKey);
  const { code, version, name, nameEn, illustration } = procedure;
  return {
    ...{ code, version, name, nameEn, illustration },
    case: { key: pin.caseKey, name: found?.name ?? pin.caseKey, nameEn: found?.nameEn ?? pin.caseKey },
    channel: pin.channel,
    limit: pin.limit,
  };
}

function consultationsView(dossier: Dossier, rules: Rules, directory: Directory): DossierView['consultations'] {
  return Object.entries(dossier.consultations).map(([key, { state, agencyId, requestedAt }]) => {
    const rule = rules.procedure.consultations.find((each) => each.key === key);
    const { name, nameEn } = rule ?? { name: key, nameEn: key };
    return { key, name, nameEn, state, agency: agencyRef(directory, agencyId), requestedAt };
  });
}

function commandsView({ file, rules, past }: DossierAsSeen, caller: Caller): DossierView['commands'] {
  if (past) return null;
  return commandsFor(file, actingParty(caller), rules).map((allowed) => {
    const { code } = allowed;
    if (code === undefined) return { ...allowed };
    return { ...allowed, reason: VIETNAMESE[code].title, reasonEn: ENGLISH[code].title };
  });
}

/** What hangs on the dossier alone, agencies by name. */
function stateView(dossier: Dossier, directory: Directory) {
  const { transfer, competentAgency, resolution, suspension } = dossier;
  return {
    receivingAgency: agencyRef(directory, dossier.pin.receivingAgency),
    competentAgency: competentAgency === null ? null : agencyRef(directory, competentAgency),
    holder: agencyRef(directory, dossier.holder),
    transfer: transfer === null ? null : { ...transfer, to: agencyRef(directory, transfer.to) },
    resolution: resolution === null ? null : withoutAgency(resolution),
    suspension: suspension === null ? null : { ...suspension },
  };
}

function withoutAgency({ ruleId, legalBasis, areaCode }: NonNullable<Dossier['resolution']>) {
  return { ruleId, legalBasis, areaCode };
}

/** Who sees a part sees what he claimed himself. */
function conflictsView(
  { file, whole }: DossierAsSeen,
  { agencyId }: Caller,
  directory: Directory,
): DossierView['openConflicts'] {
  const open = file.dossier.openConflicts ?? [];
  return open
    .filter(({ claimedBy }) => whole || claimedBy === agencyId)
    .map(({ conflict, foundAt, claimedBy, contradicts, rule }) => {
      const by = claimedBy === null ? null : agencyRef(directory, claimedBy);
      return { conflict, foundAt, claimedBy: by, contradicts: { ...contradicts }, rule };
    });
}

/** The private part is added by whoever opened it. */
export function dossierView(seen: DossierAsSeen, caller: Caller, directory: Directory): DossierView {
  const { file, rules, at } = seen;
  const { dossier } = file;
  const { id, code, codeProvisional, aliases, version, seq, accepted, assignee, jurisdiction } = dossier;
  const { bounces, redirects, openSteps, completedSteps, supplementRounds, supplementForwarding } = dossier;
  const { resultCopy, outcome, notified, promise, apologies, extensions } = dossier;
  const { submittedAt, receivedAt, endedAt, lastFactAt, recordedAt } = dossier;
  return {
    ...{ id, code, codeProvisional, aliases, at, version, seq, accepted, assignee, jurisdiction },
    ...{ bounces, redirects, openSteps, completedSteps, supplementRounds, supplementForwarding },
    ...{ resultCopy, outcome, notified, promise, apologies, extensions },
    ...{ submittedAt, receivedAt, endedAt, lastFactAt, recordedAt },
    ...phaseName(dossier.phase),
    ...stateView(dossier, directory),
    tasks: tasksView(dossier, directory),
    procedure: procedureView(dossier, rules),
    consultations: consultationsView(dossier, rules, directory),
    openConflicts: conflictsView(seen, caller, directory),
    clocks: file.clocks.map((clock) => clockView(clock, { at, legal: rules.legal, directory })),
    feasibility: feasibilityView(file, rules),
    subDeadlines: subDeadlinesView(seen, directory),
    risks: risksView(seen, directory),
    commands: commandsView(seen, caller),
    private: null,
  };
}
