/** The table of revisions: what was proposed, approved and dropped. Every function runs in the transaction it is given. */
import type { Instant } from '@lien-thong/domain';
import { z } from 'zod';
import type { Read } from '../store/read-as.js';
import type { Wire } from '../store/wire.js';

const COLUMNS = `outage_id as "outageId", revision, kind, system, from_at as "from", to_at as "to", reason, state, digest,
  jsonb_build_object('reference', evidence_reference, 'sha256', evidence_sha256) as evidence, proposed_by as "proposedBy",
  proposed_at as "proposedAt", approved_by as "approvedBy", approved_at as "approvedAt"`;

const OF_ONE = {
  name: 'outage-revisions',
  text: `select ${COLUMNS} from outage_revision where outage_id = $1 order by revision`,
};
const PAGE = {
  name: 'outage-page',
  text: `select outage_id as "outageId", min(proposed_at) as "recordedAt" from outage_revision
    group by outage_id having $1::timestamptz is null or (min(proposed_at), outage_id) < ($1, $2::uuid)
    order by 2 desc, 1 desc limit $3`,
};
const OF_SEVERAL = {
  name: 'outage-revisions-of',
  text: `select ${COLUMNS} from outage_revision where outage_id = any ($1::uuid[]) order by outage_id, revision`,
};
const ADD = {
  name: 'outage-propose',
  text: `insert into outage_revision (outage_id, revision, kind, system, from_at, to_at, evidence_reference, evidence_sha256, reason,
      digest, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
};
const DROP = {
  name: 'outage-drop',
  text: `update outage_revision set state = 'dropped' where outage_id = $1 and state = 'proposed'`,
};
const APPROVE = {
  name: 'outage-approve',
  text: `update outage_revision set state = 'approved', approved_by = $3, approved_at = $4 where outage_id = $1 and revision = $2`,
};
const APPROVED = {
  name: 'outages-approved',
  text: `select outage_id as "outageId", kind, system, from_at as "from", to_at as "to", approved_at as "approvedAt"
    from outage_revision where state = 'approved' order by outage_id, revision`,
};
/** Every system some published version requires, relieved by it or not: an outage of it is worth knowing either way. */
const SYSTEMS = {
  name: 'outage-systems',
  text: `select distinct jsonb_path_query(definition, 'strict $.**.requires[*]') #>> '{}' as system from procedure_version order by 1`,
};

const instant = z.string().transform((text) => text as Instant);
const revisionRow = z.object({
  outageId: z.string(),
  revision: z.int(),
  kind: z.enum(['record', 'correct', 'cancel']),
  system: z.string(),
  from: instant,
  to: instant.nullable(),
  reason: z.string(),
  state: z.enum(['proposed', 'approved', 'dropped']),
  digest: z.string(),
  evidence: z.object({ reference: z.string(), sha256: z.string().nullable() }),
  proposedBy: z.string(),
  proposedAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
});
export type OutageRevision = z.infer<typeof revisionRow>;
export type Proposal = Omit<OutageRevision, 'state' | 'approvedBy' | 'approvedAt'>;

/** All revisions of one outage, in order; none for an outage there is not. */
export async function revisionsOf(read: Read, outageId: string): Promise<readonly OutageRevision[]> {
  return (await read(OF_ONE, [outageId])).map((row) => revisionRow.parse(row));
}

export interface ListedOutage {
  readonly outageId: string;
  readonly recordedAt: Instant;
}

/** The outages recorded before that place, the newest first. */
export function outagePage(
  read: Read,
  { after, limit }: { readonly after: ListedOutage | null; readonly limit: number },
): Promise<readonly ListedOutage[]> {
  return read<ListedOutage>(PAGE, [after?.recordedAt ?? null, after?.outageId ?? null, limit]);
}

export async function revisionsOfSeveral(read: Read, ids: readonly string[]): Promise<readonly OutageRevision[]> {
  return ids.length === 0 ? [] : (await read(OF_SEVERAL, [`{${ids.join(',')}}`])).map((row) => revisionRow.parse(row));
}

/** Puts the proposal in the place of the one that stood there, if one did. */
export async function addProposal(wire: Wire, proposal: Proposal): Promise<void> {
  const { outageId, revision, kind, system, from, to, evidence, reason, digest, proposedBy, proposedAt } = proposal;
  await wire.select(DROP, [outageId]);
  await wire.select(ADD, [
    ...[outageId, revision, kind, system, from, to, evidence.reference, evidence.sha256, reason],
    ...[digest, proposedBy, proposedAt],
  ]);
}

export async function dropProposal(wire: Wire, outageId: string): Promise<void> {
  await wire.select(DROP, [outageId]);
}

export async function approveRevision(
  wire: Wire,
  { outageId, revision }: Pick<OutageRevision, 'outageId' | 'revision'>,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await wire.select(APPROVE, [outageId, revision, by, at]);
}

export type ApprovedOutage = Pick<OutageRevision, 'outageId' | 'kind' | 'system' | 'from' | 'to'> & {
  readonly approvedAt: Instant;
};

/** Everything that was ever approved, each outage's revisions in order. */
export function outagesApproved(read: Read): Promise<readonly ApprovedOutage[]> {
  return read<ApprovedOutage>(APPROVED, []);
}

export async function systemsRequired(read: Read): Promise<readonly string[]> {
  return (await read<{ system: string }>(SYSTEMS, [])).map(({ system }) => system);
}

/** What holds, what is proposed: of revisions in order. */
export function standOf(revisions: readonly OutageRevision[]): {
  readonly held: OutageRevision | null;
  readonly proposed: OutageRevision | null;
} {
  return {
    held: revisions.findLast(({ state }) => state === 'approved') ?? null,
    proposed: revisions.find(({ state }) => state === 'proposed') ?? null,
  };
}
