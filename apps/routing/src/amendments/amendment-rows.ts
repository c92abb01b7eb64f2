/** Amendments as the table keeps them. Every function runs in the transaction it is given, in the ledger's scope. */
import { AMENDMENT_POLICIES, procedureCodeSchema } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import { z } from 'zod';
import type { Read } from '../store/read-as.js';
import type { Wire } from '../store/wire.js';
import type { AmendmentBody } from './amendment-body.js';
import { selectionSchema } from './amendment-body.js';

export const AMENDMENT_STATES = [
  ...(['draft', 'looking', 'looked', 'running', 'done', 'incomplete', 'reverting', 'reverted'] as const),
] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

const author = z.string().nullable();
const instant = z
  .string()
  .transform((text) => text as Instant)
  .nullable();
const amendmentRow = z.object({
  id: z.string(),
  procedure: procedureCodeSchema,
  fromVersions: z.array(z.int()),
  toVersion: z.int(),
  policy: z.enum(AMENDMENT_POLICIES),
  selection: selectionSchema,
  legalBasis: z.string(),
  reason: z.string(),
  revertDays: z.int(),
  revision: z.int(),
  state: z.enum(AMENDMENT_STATES),
  draftedBy: z.string(),
  draftedAt: z.string().transform((text) => text as Instant),
  changedBy: z.string(),
  changedAt: z.string().transform((text) => text as Instant),
  place: z.string(),
  lookedAt: instant,
  digest: z.string().nullable(),
  ground: z.string().nullable(),
  approvedBy: author,
  approvedAt: instant,
  finishedAt: instant,
  revertUntil: instant,
  revertRequestedBy: author,
  revertRequestedAt: instant,
  revertReason: z.string().nullable(),
  revertApprovedBy: author,
  revertApprovedAt: instant,
  revertedAt: instant,
});
export type Amendment = z.infer<typeof amendmentRow>;

const COLUMNS = `id, procedure_code as procedure, from_versions as "fromVersions", to_version as "toVersion", policy, selection,
  legal_basis as "legalBasis", reason, revert_days as "revertDays", revision, state, drafted_by as "draftedBy",
  drafted_at as "draftedAt", changed_by as "changedBy", changed_at as "changedAt", place, looked_at as "lookedAt", digest, ground,
  approved_by as "approvedBy", approved_at as "approvedAt", finished_at as "finishedAt", revert_until as "revertUntil",
  revert_requested_by as "revertRequestedBy", revert_requested_at as "revertRequestedAt", revert_reason as "revertReason",
  revert_approved_by as "revertApprovedBy", revert_approved_at as "revertApprovedAt", reverted_at as "revertedAt"`;
const FIRST_PLACE = '00000000-0000-0000-0000-000000000000';

const ADD = {
  name: 'amendment-add',
  text: `insert into amendment (id, procedure_code, from_versions, to_version, policy, selection, legal_basis, reason, revert_days,
      drafted_by, drafted_at, changed_by, changed_at)
    select $1, b->>'procedure', array(select jsonb_array_elements_text(b->'fromVersions')::integer), (b->>'toVersion')::integer,
      b->>'policy', coalesce(b->'selection', '{}'), b->>'legalBasis', b->>'reason', (b->>'revertDays')::integer, $3, $4, $3, $4
    from (select $2::jsonb as b) given`,
};
const CHANGE = {
  name: 'amendment-change',
  text: `update amendment a set from_versions = array(select jsonb_array_elements_text(b->'fromVersions')::integer),
      to_version = (b->>'toVersion')::integer, policy = b->>'policy', selection = coalesce(b->'selection', '{}'),
      legal_basis = b->>'legalBasis', reason = b->>'reason', revert_days = (b->>'revertDays')::integer,
      revision = revision + 1, state = 'draft', changed_by = $3, changed_at = $4, looked_at = null, digest = null, ground = null
    from (select $2::jsonb as b) given where a.id = $1`,
};
const ONE = { name: 'amendment-one', text: `select ${COLUMNS} from amendment where id = $1` };
const ONE_LOCKED = { name: 'amendment-one-locked', text: `select ${COLUMNS} from amendment where id = $1 for update` };
const LIST = {
  name: 'amendment-list',
  text: `select ${COLUMNS} from amendment where ($1::timestamptz is null or (drafted_at, id) < ($1, $2::uuid))
    order by drafted_at desc, id desc limit $3`,
};
/** Whoever holds the row works on it; the others pass it over, and take it over when its transaction ends, however that is. */
const TAKE = {
  name: 'amendment-take',
  text: `select ${COLUMNS} from amendment where state in ('looking', 'running', 'reverting') and not id = any ($1::uuid[])
    order by changed_at, id limit 1 for update skip locked`,
};
const CROSSING = {
  name: 'amendment-crossing',
  text: `select id from amendment where id <> $1 and procedure_code = $2 and state in ('running', 'reverting')
    and from_versions && $3::integer[] order by id limit 1`,
};
const LOOK = {
  name: 'amendment-look',
  text: `update amendment set state = 'looking', place = '${FIRST_PLACE}', looked_at = null, digest = null, ground = $2 where id = $1`,
};
const LOOK_ON = { name: 'amendment-look-on', text: 'update amendment set place = $2 where id = $1' };
const LOOKED = {
  name: 'amendment-looked',
  text: `update amendment set state = 'looked', looked_at = $2, digest = $3 where id = $1`,
};
const RUN = {
  name: 'amendment-run',
  text: `update amendment set state = 'running', approved_by = $2, approved_at = $3 where id = $1`,
};
const FINISH = {
  name: 'amendment-finish',
  text: `update amendment set state = $2, finished_at = $3, revert_until = $3::timestamptz + make_interval(days => revert_days)
    where id = $1`,
};
const ASK_BACK = {
  name: 'amendment-ask-back',
  text: `update amendment set revert_requested_by = $2, revert_requested_at = $3, revert_reason = $4 where id = $1`,
};
const TAKE_BACK = {
  name: 'amendment-take-back',
  text: `update amendment set state = 'reverting', revert_approved_by = $2, revert_approved_at = $3 where id = $1`,
};
const TAKEN_BACK = {
  name: 'amendment-taken-back',
  text: `update amendment set state = 'reverted', reverted_at = $2 where id = $1`,
};

export interface Authored {
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
}

export async function addAmendment(wire: Wire, body: AmendmentBody, { id, by, at }: Authored): Promise<void> {
  await wire.select(ADD, [id, JSON.stringify(body), by, at]);
}

/** Its dry run is no longer one of what it says. */
export async function changeAmendment(wire: Wire, body: AmendmentBody, { id, by, at }: Authored): Promise<void> {
  await wire.select(CHANGE, [id, JSON.stringify(body), by, at]);
}

export async function amendmentOfId(read: Read, id: string): Promise<Amendment | null> {
  const [row] = await read(ONE, [id]);
  return row === undefined ? null : amendmentRow.parse(row);
}

export async function lockAmendment(wire: Wire, id: string): Promise<Amendment | null> {
  const [row] = await wire.select(ONE_LOCKED, [id]);
  return row === undefined ? null : amendmentRow.parse(row);
}

export async function amendmentsBefore(
  read: Read,
  after: readonly [string, string] | null,
  limit: number,
): Promise<readonly Amendment[]> {
  const rows = await read(LIST, [after?.[0] ?? null, after?.[1] ?? FIRST_PLACE, limit]);
  return rows.map((row) => amendmentRow.parse(row));
}

/** The amendment that was to be worked on longest, locked; null when there is none, or others work on all of them. */
export async function takeAmendment(wire: Wire, passed: readonly string[]): Promise<Amendment | null> {
  const [row] = await wire.select(TAKE, [[...passed]]);
  return row === undefined ? null : amendmentRow.parse(row);
}

/** Another amendment of these versions that is under way. */
export async function crossingOf(
  wire: Wire,
  { id, procedure, fromVersions, toVersion }: Amendment,
): Promise<string | null> {
  const [row] = await wire.select<{ id: string }>(CROSSING, [id, procedure, [...fromVersions, toVersion]]);
  return row?.id ?? null;
}

export async function startLook(wire: Wire, id: string, ground: string): Promise<void> {
  await wire.select(LOOK, [id, ground]);
}

export async function lookOn(wire: Wire, id: string, place: string): Promise<void> {
  await wire.select(LOOK_ON, [id, place]);
}

export async function endLook(wire: Wire, id: string, { at, digest }: { at: Instant; digest: string }): Promise<void> {
  await wire.select(LOOKED, [id, at, digest]);
}

export async function startRun(wire: Wire, { id, by, at }: Authored): Promise<void> {
  await wire.select(RUN, [id, by, at]);
}

export async function endRun(
  wire: Wire,
  id: string,
  { state, at }: { state: 'done' | 'incomplete'; at: Instant },
): Promise<void> {
  await wire.select(FINISH, [id, state, at]);
}

export async function askBack(wire: Wire, { id, by, at }: Authored, reason: string): Promise<void> {
  await wire.select(ASK_BACK, [id, by, at, reason]);
}

export async function startReversal(wire: Wire, { id, by, at }: Authored): Promise<void> {
  await wire.select(TAKE_BACK, [id, by, at]);
}

export async function endReversal(wire: Wire, id: string, at: Instant): Promise<void> {
  await wire.select(TAKEN_BACK, [id, at]);
}
