/** The whole way of a dossier: legs, stretches of time with their owners, the account of minutes, and the journal. */
import {
  CLOCK_KINDS,
  EVENT_TYPES,
  OutsideCalendar,
  PHASES,
  attribution,
  instantOf,
  instantSchema,
  segmentsUntil,
} from '@lien-thong/domain';
import type { Clock, Directory, DossierEvent, Instant, Rules, Segment } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, agencyRefSchema, ownerSchema, ownerView } from '../directory/agency-ref.js';
import { isOverdue, usedMinutes } from './clock-view.js';
import type { DossierAsSeen } from './dossier-reader.js';
import { latenessSchema, latenessView } from './lateness-view.js';
import { axisSchema, timelineAxis } from './timeline-axis.js';
import { restsSchema, segmentRests } from './timeline-rests.js';

const legSchema = z.strictObject({
  clock: z.string(),
  kind: z.enum(CLOCK_KINDS),
  owner: ownerSchema.nullable(),
  from: instantSchema,
  to: instantSchema.nullable(),
  usedMinutes: z.int().nullable(),
  overdue: z.boolean(),
  outcome: z.enum(['early', 'onTime', 'overdue']).nullable(),
});

const segmentSchema = z.strictObject({
  n: z.int(),
  from: instantSchema,
  to: instantSchema.describe('The moment looked at, where it is still open'),
  open: z.boolean(),
  owner: ownerSchema,
  phase: z.enum(PHASES),
  legalMinutes: z
    .int()
    .nullable()
    .describe('Phút làm việc tính cho người giữ · working minutes the owner is charged with'),
  deskMinutes: z.int().nullable().describe('Minutes of the owner’s own desk, for information'),
  rests: restsSchema,
});

const shareSchema = z.strictObject({
  owner: ownerSchema,
  legalMinutes: z.int().nullable(),
  deskMinutes: z.int().nullable(),
  segments: z.int(),
});

const totalSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema,
  legalMinutes: z
    .int()
    .nullable()
    .describe('Working minutes from reception to then, counted on the calendar by themselves'),
  attributedMinutes: z.int().nullable().describe('Sum of the shares'),
  exact: z.boolean().nullable().describe('Both are the same; null where the calendar does not reach'),
});

export const journalEntrySchema = z
  .strictObject({
    id: z.uuid(),
    seq: z.int(),
    type: z.enum(EVENT_TYPES as [(typeof EVENT_TYPES)[number]]),
    occurredAt: instantSchema.describe('Xảy ra · at the counter'),
    recordedAt: instantSchema.describe('Ghi nhận · when this system learnt of it'),
    actor: z.strictObject({
      kind: z.enum(['clerk', 'supervisor', 'engine']),
      agency: agencyRefSchema.nullable(),
      officerId: z.string().nullable(),
    }),
    phase: z.enum(PHASES),
    data: z.looseObject({}),
    hash: z.string(),
    prevHash: z.string(),
  })
  .meta({ id: 'JournalEntry' });

export const timelineSchema = z
  .strictObject({
    code: z.string(),
    at: instantSchema,
    whole: z.boolean().describe('False for an agency that is only consulted: it sees its part'),
    legs: z.array(legSchema),
    segments: z.array(segmentSchema),
    ...axisSchema,
    attribution: z.array(shareSchema),
    lateness: latenessSchema
      .nullable()
      .describe('Trễ hạn do ai · whose the late minutes are; null for whoever sees a part'),
    total: totalSchema.nullable().describe('Null before reception, and for whoever sees a part'),
    journal: z.array(journalEntrySchema),
  })
  .meta({ id: 'Timeline' });
export type TimelineView = z.infer<typeof timelineSchema>;

function legView(clock: Clock, { at, rules }: DossierAsSeen, directory: Directory): TimelineView['legs'][number] {
  return {
    clock: clock.id,
    kind: clock.kind,
    owner: clock.owner === null ? null : ownerView(directory, clock.owner),
    from: instantOf(clock.startedAt),
    to: clock.stoppedAt === null ? null : instantOf(clock.stoppedAt),
    usedMinutes: usedMinutes(clock, { at, legal: rules.legal }),
    overdue: isOverdue(clock, at),
    outcome: clock.outcome,
  };
}

/** In the order in which they began. */
function legsView(seen: DossierAsSeen, directory: Directory): TimelineView['legs'] {
  return seen.file.clocks
    .filter(({ kind }) => kind !== 'legal')
    .sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
    .map((clock) => legView(clock, seen, directory));
}

function totalOf(segments: readonly Segment[], { legal }: Rules): TimelineView['total'] {
  const [first, last] = [segments[0], segments.at(-1)];
  if (first === undefined || last === undefined || last.to === null) return null;
  const minutes = segments.map(({ legalMinutes }) => legalMinutes);
  const known = minutes.filter((each) => each !== null);
  const attributed = known.length === minutes.length ? known.reduce((sum, each) => sum + each, 0) : null;
  const counted = workedBetween(first, last, legal);
  return {
    from: instantOf(first.from),
    to: instantOf(last.to),
    legalMinutes: counted,
    attributedMinutes: attributed,
    exact: counted === null || attributed === null ? null : counted === attributed,
  };
}

function workedBetween({ from }: Segment, { to }: Segment, legal: Rules['legal']): number | null {
  try {
    return to === null ? null : legal.workBetween(from, to);
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
}

export function journalEntry(event: DossierEvent, directory: Directory): z.infer<typeof journalEntrySchema> {
  const { id, seq, type, occurredAt, recordedAt, phase, data, hash, prevHash, actor } = event;
  const agency = actor.agencyId === null ? null : agencyRef(directory, actor.agencyId);
  return {
    ...{ id, seq, type, occurredAt, recordedAt, phase, data: { ...data }, hash, prevHash },
    actor: { kind: actor.kind, agency, officerId: actor.officerId },
  };
}

function segmentView(
  { n, from, to, owner, phase, legalMinutes, deskMinutes }: Segment,
  at: Instant,
  directory: Directory,
) {
  return {
    ...{ n, phase, legalMinutes, deskMinutes },
    owner: ownerView(directory, owner),
    from: instantOf(from),
    to: to === null ? at : instantOf(to),
  };
}

export function timelineView(seen: DossierAsSeen, directory: Directory): TimelineView {
  const { file, at, rules, whole } = seen;
  const closed = segmentsUntil(file.segments, at, rules);
  const open = file.segments.find(({ to }) => to === null)?.n;
  const restsOf = segmentRests(seen);
  return {
    code: file.dossier.code,
    at,
    whole,
    legs: legsView(seen, directory),
    segments: closed.map((segment) => ({
      ...segmentView(segment, at, directory),
      open: segment.n === open,
      rests: restsOf(segment),
    })),
    ...timelineAxis(closed, seen),
    attribution: attribution(closed).map((share) => ({ ...share, owner: ownerView(directory, share.owner) })),
    lateness: latenessView(seen, directory),
    total: whole ? totalOf(closed, rules) : null,
    journal: seen.journal.map((event) => journalEntry(event, directory)),
  };
}
