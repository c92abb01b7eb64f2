/** Who owned which minutes: segments that tile the time from reception to the end (DESIGN 4.4). */
import type { Calendar } from '../calendar/calendar.js';
import type { Dossier } from '../dossier/dossier.js';
import { isDetected } from '../dossier/events.js';
import type { Rules } from '../dossier/file.js';
import { instantOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import { momentOf } from './moment.js';
import type { Change, Moment } from './moment.js';
import { askedOrNull } from './outside.js';
import { sameOwner } from './owner.js';
import type { Owner } from './owner.js';
import { ownerOf } from './owner-of.js';
import { isHeldUp } from './required-systems.js';
import type { Segment } from './segment.js';

function deskOf(owner: Owner, rules: Rules, knownAt?: Instant): Calendar | null {
  return owner.kind === 'agency' ? rules.desk(owner.agencyId, knownAt) : null;
}

/** Where a segment ends, and when that was learnt; left out: now. */
export interface End {
  readonly to: Minute;
  readonly knownAt?: Instant;
}

/**
 * The segment with its end and its minutes; null minutes where the calendar does not reach or the owner keeps no desk. Closures of
 * the desk count as they were known at `knownAt`.
 */
export function closedAt(segment: Segment, { to, knownAt }: End, rules: Rules): Segment {
  const desk = deskOf(segment.owner, rules, knownAt);
  return {
    ...segment,
    to,
    legalMinutes: askedOrNull(() => rules.legal.workBetween(segment.from, to)),
    deskMinutes: desk === null ? null : askedOrNull(() => desk.workBetween(segment.from, to)),
  };
}

/** A moment of a fact, or one at which a shared system goes down or comes back. */
type Turned = Pick<Moment, 'after' | 'at' | 'rules'>;

/** While a recorded outage holds up what the dossier waits for, its minutes are the system's (DESIGN 4.4). */
function ownerIn({ after, rules }: Pick<Turned, 'after' | 'rules'>): Owner | null {
  const owner = ownerOf(after);
  return owner !== null && isHeldUp(after, rules.procedure) ? { kind: 'system' } : owner;
}

/**
 * What follows the open segment: nothing new while owner and phase stay, and an empty segment gives its place to the next. A fact
 * learnt late takes effect at its own time, but never before the open segment: whose minutes were closed keeps them. The end
 * of the dossier leaves the last one standing even when it is empty: a stored row never has to disappear.
 */
function following(
  open: Segment,
  owner: Owner | null,
  { at: happenedAt, after, knownAt, rules }: Turned & { readonly knownAt: Instant },
): readonly Segment[] {
  const { phase } = after;
  if (owner !== null && open.phase === phase && sameOwner(open.owner, owner)) return [open];
  const at = happenedAt < open.from ? open.from : happenedAt;
  if (at === open.from && owner !== null) return [{ ...open, owner, phase }];
  const closed = closedAt(open, { to: at, knownAt }, rules);
  return owner === null ? [closed] : [closed, openSegment(open.n + 1, at, { owner, phase })];
}

function openSegment(n: number, from: Minute, held: Pick<Segment, 'owner' | 'phase'>): Segment {
  return { n, from, to: null, ...held, legalMinutes: null, deskMinutes: null };
}

/**
 * The segments after one more fact. Only the last of those given is looked at, so earlier ones may be absent; closed ones stay the
 * same objects. Pure.
 */
export function advanceSegments(change: Change & { readonly segments: readonly Segment[] }): readonly Segment[] {
  const { segments, event, after: dossier } = change;
  if (isDetected(event.type)) return segments;
  const moment = momentOf(change);
  const owner = ownerIn(moment);
  const open = segments.at(-1);
  if (open === undefined || open.to !== null) {
    if (owner === null) return segments;
    return [...segments, openSegment((open?.n ?? 0) + 1, moment.at, { owner, phase: dossier.phase })];
  }
  const next = following(open, owner, { ...moment, knownAt: event.recordedAt });
  return next[0] === open ? segments : [...segments.slice(0, -1), ...next];
}

/** The segments from a minute on at which a shared system goes down or comes back. Pure. */
export function turnedSegments(
  segments: readonly Segment[],
  turn: { readonly after: Dossier; readonly at: Minute; readonly rules: Rules },
): readonly Segment[] {
  const open = segments.at(-1);
  if (open === undefined || open.to !== null) return segments;
  const next = following(open, ownerIn(turn), { ...turn, knownAt: instantOf(turn.at) });
  return next[0] === open ? segments : [...segments.slice(0, -1), ...next];
}
