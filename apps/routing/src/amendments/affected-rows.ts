/** What an amendment makes of each dossier, as the table keeps it. In the ledger's scope. */
import type { DossierId, Instant, Refusal } from '@lien-thong/domain';
import { z } from 'zod';
import { binaryArray } from '../store/binary-array.js';
import type { Read } from '../store/read-as.js';
import type { Wire } from '../store/wire.js';

export const AFFECTED_STATES = [
  ...(['moves', 'stays', 'pending', 'amended', 'leftOut', 'stuck', 'reverting', 'reverted', 'notReverted'] as const),
] as const;
export type AffectedState = (typeof AFFECTED_STATES)[number];

const reasonSchema = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) });
export type StoredReason = z.infer<typeof reasonSchema>;

export interface Affected {
  readonly dossierId: DossierId;
  readonly code: string;
  readonly fromVersion: number;
  readonly phase: string;
  readonly limitBefore: string;
  readonly limitAfter: string | null;
  readonly limitBy: string | null;
  readonly dueBefore: number | null;
  readonly dueAfter: number | null;
  readonly becomesOverdue: readonly string[];
  readonly loses: readonly string[];
  readonly image: object | null;
  readonly refusal: Pick<Refusal, 'code' | 'facts'> | null;
  readonly state: 'moves' | 'stays';
}

const affectedRow = z.object({
  dossierId: z.string(),
  code: z.string(),
  fromVersion: z.int(),
  phase: z.string(),
  limitBefore: z.string(),
  limitAfter: z.string().nullable(),
  limitBy: z.string().nullable(),
  dueBefore: z.int().nullable(),
  dueAfter: z.int().nullable(),
  becomesOverdue: z.array(z.string()),
  loses: z.array(z.string()),
  image: z.record(z.string(), z.unknown()).nullable(),
  refusal: reasonSchema.nullable(),
  named: z.boolean(),
  state: z.enum(AFFECTED_STATES),
  result: reasonSchema.nullable(),
  settledAt: z.string().nullable(),
});
export type AffectedRow = z.infer<typeof affectedRow>;

const COLUMNS = `dossier_id as "dossierId", code, from_version as "fromVersion", phase, limit_before as "limitBefore",
  limit_after as "limitAfter", limit_by as "limitBy", due_before as "dueBefore", due_after as "dueAfter",
  becomes_overdue as "becomesOverdue", loses, image, refusal, named or revert_named as named, state, result, settled_at as "settledAt"`;

const FORGET = { name: 'affected-forget', text: 'delete from amendment_dossier where amendment_id = $1' };
const ADD = {
  name: 'affected-add',
  text: `insert into amendment_dossier (amendment_id, dossier_id, code, from_version, phase, limit_before, limit_after, limit_by,
      due_before, due_after, becomes_overdue, loses, image, refusal, state)
    select $1, r."dossierId", r.code, r."fromVersion", r.phase, r."limitBefore", r."limitAfter", r."limitBy", r."dueBefore",
      r."dueAfter", array(select jsonb_array_elements_text(r."becomesOverdue")), array(select jsonb_array_elements_text(r.loses)),
      nullif(r.image, 'null'), nullif(r.refusal, 'null'), r.state
    from jsonb_to_recordset($2::jsonb) as r ("dossierId" uuid, code text, "fromVersion" integer, phase text, "limitBefore" text,
      "limitAfter" text, "limitBy" text, "dueBefore" integer, "dueAfter" integer, "becomesOverdue" jsonb, loses jsonb, image jsonb,
      refusal jsonb, state text)`,
};
/** Everything the approver reads, row by row: what changes it changes the digest. */
const DIGEST = {
  name: 'affected-digest',
  text: `select encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(jsonb_build_array(dossier_id, from_version, phase,
      limit_before, limit_after, limit_by, due_before, due_after, becomes_overdue, loses, image, refusal, state)::text, 'UTF8')), 'hex'), ''
      order by dossier_id), ''), 'UTF8')), 'hex') as digest
    from amendment_dossier where amendment_id = $1`,
};
const COUNTS = {
  name: 'affected-counts',
  text: `select state, count(*)::integer as count, count(*) filter (where cardinality(becomes_overdue) > 0)::integer as overdue,
      count(*) filter (where due_after < due_before)::integer as earlier,
      count(*) filter (where due_after > due_before)::integer as later
    from amendment_dossier where amendment_id = $1 group by state`,
};
const REASONS = {
  name: 'affected-reasons',
  text: `select coalesce(result->>'code', refusal->>'code') as code, count(*)::integer as count from amendment_dossier
    where amendment_id = $1 and coalesce(result, refusal) is not null group by 1 order by 2 desc, 1`,
};
const UNNAMED = {
  name: 'affected-unnamed',
  text: `select code from amendment_dossier where amendment_id = $1 and cardinality(becomes_overdue) > 0 and state = 'moves'
    and not code = any ($2::text[]) order by code limit 21`,
};
const UNKNOWN = {
  name: 'affected-unknown',
  text: `select c as code from unnest($2::text[]) c where not exists (select from amendment_dossier d
    where d.amendment_id = $1 and d.code = c) order by c limit 21`,
};
const START = {
  name: 'affected-start',
  text: `update amendment_dossier set state = 'pending', named = code = any ($2::text[]) where amendment_id = $1 and state = 'moves'`,
};
const START_BACK = {
  name: 'affected-start-back',
  text: `update amendment_dossier set state = 'reverting', revert_named = code = any ($2::text[])
    where amendment_id = $1 and state = 'amended'`,
};
const OPEN = {
  name: 'affected-open',
  text: `select dossier_id as id, named, revert_named as "revertNamed" from amendment_dossier
    where amendment_id = $1 and state = $2 order by dossier_id limit $3`,
};
const SETTLE = {
  name: 'affected-settle',
  text: `update amendment_dossier d set state = s.state, result = nullif(s.result, 'null'), settled_at = $3
    from jsonb_to_recordset($2::jsonb) as s (id uuid, state text, result jsonb) where d.amendment_id = $1 and d.dossier_id = s.id`,
};
const PAGE = {
  name: 'affected-page',
  text: `select ${COLUMNS} from amendment_dossier where amendment_id = $1 and dossier_id > $2::uuid
    and ($3::text is null or state = $3) and (not $4 or cardinality(becomes_overdue) > 0) order by dossier_id limit $5`,
};

export async function forgetAffected(wire: Wire, id: string): Promise<void> {
  await wire.select(FORGET, [id]);
}

export async function addAffected(wire: Wire, id: string, rows: readonly Affected[]): Promise<void> {
  if (rows.length > 0) await wire.select(ADD, [id, JSON.stringify(rows)]);
}

export async function digestOf(wire: Wire, id: string): Promise<string> {
  const [row] = await wire.select<{ digest: string }>(DIGEST, [id]);
  if (row === undefined) throw new Error('no digest');
  return row.digest;
}

export interface AffectedCount {
  readonly state: AffectedState;
  readonly count: number;
  readonly overdue: number;
  readonly earlier: number;
  readonly later: number;
}

export function countsOf(read: Read, id: string): Promise<readonly AffectedCount[]> {
  return read<{ state: AffectedState; count: number; overdue: number; earlier: number; later: number }>(COUNTS, [id]);
}

export function reasonsOf(
  read: Read,
  id: string,
): Promise<readonly { readonly code: string; readonly count: number }[]> {
  return read<{ code: string; count: number }>(REASONS, [id]);
}

/** Dossiers that would become overdue by the change alone and are not among the named; at most 21 of them. */
export async function unnamedOf(wire: Wire, id: string, named: readonly string[]): Promise<readonly string[]> {
  return (await wire.select<{ code: string }>(UNNAMED, [id, [...named]])).map(({ code }) => code);
}

/** Named codes the dry run does not know; at most 21 of them. */
export async function unknownOf(wire: Wire, id: string, named: readonly string[]): Promise<readonly string[]> {
  return (await wire.select<{ code: string }>(UNKNOWN, [id, [...named]])).map(({ code }) => code);
}

export async function startAffected(wire: Wire, id: string, named: readonly string[]): Promise<void> {
  await wire.select(START, [id, [...named]]);
}

export async function startAffectedBack(wire: Wire, id: string, named: readonly string[]): Promise<void> {
  await wire.select(START_BACK, [id, [...named]]);
}

export interface OpenAffected {
  readonly id: DossierId;
  readonly named: boolean;
  readonly revertNamed: boolean;
}

/** The next dossiers that are still to be worked on, in the order of their ids. */
export function openAffected(
  wire: Wire,
  id: string,
  { state, limit }: { readonly state: 'pending' | 'reverting'; readonly limit: number },
): Promise<readonly OpenAffected[]> {
  return wire.select<{ id: DossierId; named: boolean; revertNamed: boolean }>(OPEN, [id, state, limit]);
}

export interface Settled {
  readonly id: DossierId;
  readonly state: AffectedState;
  readonly result: StoredReason | null;
}

export async function settle(wire: Wire, id: string, settled: readonly Settled[], at: Instant): Promise<void> {
  if (settled.length > 0) await wire.select(SETTLE, [id, JSON.stringify(settled), at]);
}

export interface PageAsked {
  readonly after: string;
  readonly state: AffectedState | null;
  readonly onlyOverdue: boolean;
  readonly limit: number;
}

export async function affectedPage(
  read: Read,
  id: string,
  { after, state, onlyOverdue, limit }: PageAsked,
): Promise<readonly AffectedRow[]> {
  return (await read(PAGE, [id, after, state, onlyOverdue, limit])).map((row) => affectedRow.parse(row));
}

const LOCK = {
  name: 'affected-lock',
  text: 'select id from dossier where id = any ($1::uuid[]) order by id for update skip locked',
};

/** Locks those that nobody else holds; the ended ones too, so that they are told why they stay. */
export async function lockFreeOf(wire: Wire, ids: readonly DossierId[]): Promise<readonly DossierId[]> {
  if (ids.length === 0) return [];
  return (await wire.send(LOCK, [binaryArray('uuid', ids)])).map((row) => row.text() as DossierId);
}
