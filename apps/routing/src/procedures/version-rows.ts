/** The tables of versions: drafts, published ones, their ends. Every function runs in the transaction it is given. */
import { procedureVersionSchema } from '@lien-thong/domain';
import type { Instant, Period, ProcedureVersion } from '@lien-thong/domain';
import { z } from 'zod';
import type { KeptVerdict } from '../feasibility/version-verdicts.js';
import type { Read } from '../store/read-as.js';
import type { Wire } from '../store/wire.js';

export interface Draft {
  readonly definition: ProcedureVersion;
  readonly revision: number;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

const draftRow = z.object({
  definition: procedureVersionSchema,
  revision: z.int(),
  draftedBy: z.string(),
  draftedAt: z.string().transform((text) => text as Instant),
  changedBy: z.string(),
  changedAt: z.string().transform((text) => text as Instant),
});

const DRAFT_COLUMNS = `definition, revision, drafted_by as "draftedBy", drafted_at as "draftedAt", changed_by as "changedBy",
  changed_at as "changedAt"`;
const DRAFT = {
  name: 'procedure-draft',
  text: `select ${DRAFT_COLUMNS} from procedure_draft where code = $1 and version = $2`,
};
const NEXT = {
  name: 'procedure-next-version',
  text: `insert into procedure_counter as c (code, last)
    select $1, coalesce(max(version), 0) + 1 from procedure_version where code = $1
    on conflict (code) do update set last = greatest(c.last + 1, excluded.last) returning last`,
};
const ADD = {
  name: 'procedure-draft-add',
  text: `insert into procedure_draft (code, version, revision, drafted_by, drafted_at, changed_by, changed_at, definition)
    values ($1, $2, 1, $3, $4, $3, $4, $5)`,
};
const CHANGE = {
  name: 'procedure-draft-change',
  text: `update procedure_draft set revision = revision + 1, changed_by = $3, changed_at = $4, definition = $5
    where code = $1 and version = $2`,
};
const DROP = { name: 'procedure-draft-drop', text: 'delete from procedure_draft where code = $1 and version = $2' };
const IS_PUBLISHED = {
  name: 'procedure-is-published',
  text: 'select from procedure_version where code = $1 and version = $2',
};
const PERIODS = {
  name: 'procedure-periods',
  text: `select version, effective_from::text as "effectiveFrom", effective_to::text as "effectiveTo" from published_version
    where code = $1 order by version`,
};
const PUBLISH = {
  name: 'procedure-publish',
  text: `insert into procedure_version (code, version, name, field, level, boundary_scope, effective_from, effective_to,
      builder_version, definition, drafted_by, drafted_at, changed_by, changed_at, published_by, published_at, approval_reason,
      verdict)
    select d->>'code', (d->>'version')::integer, d->>'name', d->>'field', d->>'level', d->>'boundaryScope',
      (d->>'effectiveFrom')::date, (d->>'effectiveTo')::date, (d->>'builderVersion')::integer, d, $2, $3, $4, $5, $6, $7, $8, $9
    from (select $1::jsonb as d) given`,
};
const RETIRE = {
  name: 'procedure-retire',
  text: `insert into procedure_retirement (code, version, effective_to, retired_by, retired_at) values ($1, $2, $3, $4, $5)`,
};
const IS_RETIRED = {
  name: 'procedure-is-retired',
  text: 'select effective_to::text as "effectiveTo" from procedure_retirement where code = $1 and version = $2',
};

export async function draftOf(read: Read, code: string, version: number): Promise<Draft | null> {
  const [row] = await read(DRAFT, [code, version]);
  return row === undefined ? null : draftRow.parse(row);
}

/** The next number: never one that was given out before, to whatever became of it. */
export async function nextVersion(wire: Wire, code: string): Promise<number> {
  const [row] = await wire.select<{ last: number }>(NEXT, [code]);
  if (row === undefined) throw new Error(`no number for a version of ${code}`);
  return row.last;
}

export interface Authored {
  readonly definition: ProcedureVersion;
  readonly by: string;
  readonly at: Instant;
}

const valuesOf = ({ definition, by, at }: Authored): readonly unknown[] => [
  ...[definition.code, definition.version, by, at],
  JSON.stringify(definition),
];

export async function addDraft(wire: Wire, authored: Authored): Promise<void> {
  await wire.select(ADD, valuesOf(authored));
}

export async function changeDraft(wire: Wire, authored: Authored): Promise<void> {
  await wire.select(CHANGE, valuesOf(authored));
}

export async function dropDraft(wire: Wire, code: string, version: number): Promise<void> {
  await wire.select(DROP, [code, version]);
}

export async function isPublished(read: Read, code: string, version: number): Promise<boolean> {
  return (await read(IS_PUBLISHED, [code, version])).length > 0;
}

/** Days on which the published versions take dossiers in. */
export function periodsOf(read: Read, code: string): Promise<readonly Period[]> {
  return read<{ version: number; effectiveFrom: string; effectiveTo: string | null }>(PERIODS, [code]);
}

export interface Publication extends Authored {
  readonly draft: Draft;
  readonly reason: string | null;
  readonly verdict: KeptVerdict;
}

/** Puts the version among the published ones and takes the draft away. */
export async function publishDraft(wire: Wire, publication: Publication): Promise<void> {
  const { definition, draft, by, at, reason, verdict } = publication;
  const { draftedBy, draftedAt, changedBy, changedAt } = draft;
  const authors = [draftedBy, draftedAt, changedBy, changedAt, by, at];
  await wire.select(PUBLISH, [JSON.stringify(definition), ...authors, reason, JSON.stringify(verdict)]);
  await dropDraft(wire, definition.code, definition.version);
}

/** The day a retired version ends on; null for one that is not. */
export async function retiredOn(read: Read, code: string, version: number): Promise<string | null> {
  const [row] = await read<{ effectiveTo: string }>(IS_RETIRED, [code, version]);
  return row?.effectiveTo ?? null;
}

export interface Retirement {
  readonly code: string;
  readonly version: number;
  readonly effectiveTo: string;
  readonly by: string;
  readonly at: Instant;
}

export async function retireVersion(wire: Wire, { code, version, effectiveTo, by, at }: Retirement): Promise<void> {
  await wire.select(RETIRE, [code, version, effectiveTo, by, at]);
}
