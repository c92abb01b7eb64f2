/** A report as it is shown: every number with what it is made of, and what was left out with its reason. */
import { PHASES, instantOf, instantSchema } from '@lien-thong/domain';
import type { AgencyId, Directory, Minute, Phase } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema } from '../directory/agency-ref.js';
import { PHASE_NAMES } from '../dossiers/phase-names.js';
import { REPORT_ENGLISH } from '../http/sentences.reports.en.js';
import type { ReportWords } from '../http/sentences.reports.en.js';
import { REPORT_VIETNAMESE } from '../http/sentences.reports.vi.js';
import { GROUPINGS, PERIODS } from './report-statements.js';
import type { Grouping } from './report-statements.js';

const labelled = { label: z.string(), labelEn: z.string() };

const spread = {
  median: z.int().nullable().describe('Trung vị · of the minutes of one dossier; null where no dossier has any'),
  ninetieth: z.int().nullable().describe('Chín phần mười số hồ sơ không quá · nine of ten dossiers have no more'),
};
const groupSchema = z.strictObject({
  key: z.string().describe('For the list of dossiers behind the group'),
  ...labelled,
  dossiers: z
    .int()
    .describe('Có phút trong nhóm · dossiers with minutes in the group: the length of the list behind it'),
  ended: z
    .int()
    .nullable()
    .describe(
      'Mẫu số · all dossiers of the group that count, late or not; null where groups are of minutes, not of dossiers',
    ),
  minutes: z.int(),
  ...spread,
  causes: z.array(z.strictObject({ cause: z.string(), ...labelled, minutes: z.int() })),
});

const sumSchema = z.strictObject({ dossiers: z.int(), ended: z.int(), minutes: z.int(), ...spread });

export const reportSchema = z
  .strictObject({
    at: instantSchema,
    by: z.enum(GROUPINGS),
    period: z.enum(PERIODS),
    whole: sumSchema.describe('Cộng mọi nhóm · what the minutes of all groups add up to; `ended` is the denominator'),
    groups: z.array(groupSchema),
    rest: z
      .strictObject({ minutes: z.int() })
      .nullable()
      .describe('Minutes of the groups beyond the limit; null where all are shown'),
    excluded: z
      .array(z.strictObject({ reason: z.string(), ...labelled, dossiers: z.int() }))
      .describe('Không tính, và vì sao · dossiers that fit but are not counted, with the reason'),
  })
  .meta({ id: 'Report' });
export type ReportView = z.infer<typeof reportSchema>;

export const behindSchema = z
  .strictObject({
    at: instantSchema,
    total: z.strictObject({ dossiers: z.int(), minutes: z.int() }).describe('Of the whole list, not of the page'),
    dossiers: z.array(
      z.strictObject({
        code: z.string(),
        procedure: z.string(),
        sender: agencyRefSchema,
        receiver: agencyRefSchema.nullable(),
        endedAt: instantSchema,
        minutes: z.int().describe('Minutes of this dossier that the number is made of'),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ReportDossiers' });
export type BehindView = z.infer<typeof behindSchema>;

interface Spread {
  readonly median: number | null;
  readonly ninetieth: number | null;
}
export interface GroupRow extends Spread {
  readonly key: string;
  readonly minutes: number;
  readonly causes: Readonly<Record<string, number>>;
  readonly dossiers: number;
  readonly ended: number | null;
}
export interface WholeRow extends Spread {
  readonly dossiers: number;
  readonly ended: number;
  readonly minutes: number;
}
export interface ExcludedRow {
  readonly reason: string;
  readonly dossiers: number;
}
export interface BehindRow {
  readonly id: string;
  readonly code: string;
  readonly ended: Minute;
  readonly procedure: string;
  readonly sender: AgencyId;
  readonly receiver: AgencyId | null;
  readonly minutes: number;
}

interface Label {
  readonly label: string;
  readonly labelEn: string;
}

const worded = (of: keyof ReportWords, key: string): Label => ({
  label: REPORT_VIETNAMESE[of][key] ?? key,
  labelEn: REPORT_ENGLISH[of][key] ?? key,
});

const isPhase = (cause: string): cause is Phase => (PHASES as readonly string[]).includes(cause);

function causeLabel(cause: string): Label {
  if (!isPhase(cause)) return worded('causes', cause);
  const [label, labelEn] = PHASE_NAMES[cause];
  return { label, labelEn };
}

function agencyLabel(id: string, directory: Directory): Label {
  const { name, nameEn } = agencyRef(directory, id as AgencyId);
  return { label: name, labelEn: nameEn };
}

function ownerLabel(key: string, directory: Directory): Label {
  const [kind = '', id = ''] = key.split(':');
  return kind === 'agency' ? agencyLabel(id, directory) : worded('owners', kind);
}

const sideLabel = (id: string, directory: Directory): Label =>
  id === '' ? worded('pairs', 'nobody') : agencyLabel(id, directory);

function pairLabel(key: string, directory: Directory): Label {
  const [sender = '', receiver = ''] = key.split('>');
  const [from, to] = [agencyLabel(sender, directory), sideLabel(receiver, directory)];
  const own = sender === receiver ? worded('pairs', 'itself') : to;
  return { label: `${from.label} → ${own.label}`, labelEn: `${from.labelEn} → ${own.labelEn}` };
}

export interface Names {
  readonly directory: Directory;
  /** Of the version in force; null where none is. */
  readonly procedure: (code: string) => { readonly name: string; readonly nameEn: string } | null;
}

function labelOf(by: Grouping, key: string, { directory, procedure }: Names): Label {
  switch (by) {
    case 'agency':
      return ownerLabel(key, directory);
    case 'pair':
      return pairLabel(key, directory);
    case 'sender':
    case 'receiver':
      return sideLabel(key, directory);
    case 'procedure':
      return { label: procedure(key)?.name ?? key, labelEn: procedure(key)?.nameEn ?? key };
    case 'cause':
      return causeLabel(key);
    case 'period':
      return { label: key, labelEn: key };
  }
}

export function groupView(by: Grouping, row: GroupRow, names: Names): ReportView['groups'][number] {
  const { key, causes, ...sums } = row;
  return {
    ...{ key, ...labelOf(by, key, names), ...sums },
    causes: Object.entries(causes)
      .sort(([a, minutesA], [b, minutesB]) => minutesB - minutesA || (a < b ? -1 : 1))
      .map(([cause, of]) => ({ cause, ...causeLabel(cause), minutes: of })),
  };
}

export const excludedView = ({ reason, dossiers }: ExcludedRow): ReportView['excluded'][number] => ({
  ...{ reason, ...worded('excluded', reason), dossiers },
});

export function behindView(row: BehindRow, directory: Directory): BehindView['dossiers'][number] {
  const { code, procedure, sender, receiver, ended, minutes } = row;
  return {
    ...{ code, procedure, minutes, sender: agencyRef(directory, sender), endedAt: instantOf(ended) },
    receiver: receiver === null ? null : agencyRef(directory, receiver),
  };
}
