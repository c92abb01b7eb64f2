/** A finding under an alert: which dossier, which clock, since when, and why, in words. */
import { ALERT_LEVELS, instantOf, instantSchema } from '@lien-thong/domain';
import type { AlertLevel, Instant, Minute, RefusalFacts } from '@lien-thong/domain';
import { FINDING_SENTENCES, told } from '@lien-thong/domain/words';
import { z } from 'zod';
import type { Statement } from '../store/columns.js';
import type { Read } from '../store/read-as.js';
import { knownFinding, standingAt } from './alert-reads.js';
import type { Named } from './alert-reads.js';

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);

export const memberSchema = z
  .strictObject({
    code: z.string().describe('Mã hồ sơ · code of the dossier'),
    clock: z.string().nullable().describe('Id of the clock it rests on'),
    epoch: z.int().describe('0 without a clock'),
    level: z.enum(ALERT_LEVELS),
    sentence: z.string(),
    sentenceEn: z.string(),
    cause: z.strictObject({ code: z.string(), facts: z.record(z.string(), fact) }),
    rungAt: instantSchema
      .nullable()
      .describe('True first minute of the finding at this level, whenever it was noticed'),
    told: z.array(z.string()).readonly().describe('Rungs of the clock told so far'),
    openedAt: instantSchema,
    closedAt: instantSchema.nullable(),
    closeReason: z.string().nullable(),
  })
  .meta({ id: 'AlertMember' });
export type MemberView = z.infer<typeof memberSchema>;

const MEMBERS: Statement = {
  name: 'list-alert-members',
  text: `select m.joined_n as n, d.code as dossier, m.dossier_id as "dossierId", m.clock_id as clock, m.epoch, m.level, m.rung_at as "rungAt",
      m.code, m.facts, m.told, m.opened_at as "openedAt", m.closed_at as "closedAt", m.close_reason as "closeReason"
    from alert_member m join dossier d on d.id = m.dossier_id
    where m.alert_id = $1::uuid and ${knownFinding('$2', '$3')}
      and case when $4::boolean then $5::timestamptz is null or m.opened_at <= $5 else ${standingAt('$5')} end
      and ($6::int8 is null or (m.joined_n, m.dossier_id, m.clock_id, m.epoch) > ($6, $7::uuid, $8::text, $9::int4))
    order by m.joined_n, m.dossier_id, m.clock_id, m.epoch limit $10`,
};

interface MemberRow {
  readonly n: number;
  readonly dossier: string;
  readonly dossierId: string;
  readonly clock: string;
  readonly epoch: number;
  readonly level: AlertLevel;
  readonly rungAt: Minute | null;
  readonly code: keyof typeof FINDING_SENTENCES;
  readonly facts: RefusalFacts;
  readonly told: readonly string[];
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly closeReason: string | null;
}

export const memberPlaceSchema = z.tuple([z.int(), z.uuid(), z.string().max(120), z.int()]);
export type MemberPlace = z.infer<typeof memberPlaceSchema>;

export interface MembersAsked {
  readonly alertId: string;
  readonly all: boolean;
  readonly asOf: Instant | null;
  readonly after: MemberPlace | null;
  readonly limit: number;
}

/** A page of findings in the order in which they joined, and where the next begins. */
export async function readMembers(
  read: Read,
  { alertId, all, asOf, after, limit }: MembersAsked,
  { own, supervised }: Named,
): Promise<{ readonly members: readonly MemberView[]; readonly next: MemberPlace | null }> {
  const place = after ?? [null, null, null, null];
  const rows = await read<MemberRow & object>(MEMBERS, [alertId, own, supervised, all, asOf, ...place, limit + 1]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next: MemberPlace | null =
    rows.length > limit && last !== undefined ? [last.n, last.dossierId, last.clock, last.epoch] : null;
  return { members: shown.map((row) => memberView(row, asOf)), next };
}

function memberView(row: MemberRow, asOf: Instant | null): MemberView {
  const { code, clock, epoch, level, told: rungs, openedAt, closedAt, closeReason } = row;
  const rungAt = row.rungAt === null ? null : instantOf(row.rungAt);
  const onClock = clock.startsWith('-') ? null : clock;
  const facts = { clock: onClock, rungAt, rungs: [...rungs], ...row.facts };
  const [vi, en] = FINDING_SENTENCES[code];
  // What was not known then is left out: when it ended.
  const ended = closedAt !== null && (asOf === null || closedAt <= asOf);
  return {
    ...{ code: row.dossier, clock: onClock, epoch, level },
    sentence: told(vi, facts, 'vi'),
    sentenceEn: told(en, facts, 'en'),
    cause: { code, facts: { ...row.facts } },
    ...{ rungAt, told: rungs, openedAt },
    closedAt: ended ? closedAt : null,
    closeReason: ended ? closeReason : null,
  };
}
