import { ENGINE, decide, dueRungs, isRefusal, recutAfter } from '@lien-thong/domain';
import type { ActingParty, Command, DossierId, Fact, Instant, Refusal } from '@lien-thong/domain';
import type { Ids } from '../ports/ids.js';
import type { Reference } from '../ports/reference.js';
import { asTaken } from './admission.js';
import type { TakenFor } from './admission.js';
import { gather, rulesToOpen } from './gather.js';
import { later, signerOf } from './stamp.js';
import { fileOf, followedBy } from './track.js';
import type { Track } from './track.js';

/** What a batch decides with. `now` was read under the locks. */
export interface Situation {
  readonly now: Instant;
  readonly reference: Reference;
  readonly ids: Ids;
  readonly takenFor?: TakenFor;
}

export interface Request {
  readonly command: Command;
  readonly party: ActingParty;
}

/** An accepted command: the track before its own facts (rungs found on the way included), the facts, and the track after them. */
export interface Decided {
  readonly before: Track;
  readonly facts: readonly Fact[];
  readonly after: Track;
}

/** The empty track of a dossier the command opens, or why it cannot be opened. */
export function openTrack(request: Request, dossierId: DossierId, situation: Situation): Track | Refusal {
  const rules = rulesToOpen(request.command, { ...situation, party: request.party });
  return isRefusal(rules) ? rules : { dossierId, rules, stored: null, journal: [], drafts: [] };
}

/** Time of the decision for this dossier: a replica whose clock lags never decides before what is already recorded. */
function decisionTime(track: Track, now: Instant): Instant {
  const recordedAt = fileOf(track)?.dossier.recordedAt;
  return recordedAt === undefined ? now : later(now, recordedAt);
}

/** Rungs that were due before the act are journalled before it, so each stands there once whoever found it. */
function withDueRungs(track: Track, command: Command, { ids, now }: { ids: Ids; now: Instant }): Track {
  const file = fileOf(track);
  if (file === null) return track;
  const declared = command.occurredAt;
  const until = declared === undefined || declared > now ? now : declared;
  return dueRungs(file, { until, now }, track.rules).reduce(
    (longer, fact) => followedBy(longer, { fact, actor: signerOf(fact, 0, ENGINE) }, { ids, now }),
    track,
  );
}

/** Decides one command on the track as the commands before it left it. A refusal leaves nothing behind, rungs included. */
export function decideOne(track: Track, request: Request, situation: Situation): Decided | Refusal {
  const { command, party } = request;
  const { reference, ids, takenFor } = situation;
  const now = decisionTime(track, situation.now);
  const before = withDueRungs(track, command, { ids, now });
  const seen = asTaken({ command, party }, fileOf(before), takenFor);
  const facts = decide(fileOf(before), command, gather({ ...seen, now, reference }, before));
  if (isRefusal(facts)) return facts;
  const after = facts.reduce(
    (longer, fact, index) => followedBy(longer, { fact, actor: signerOf(fact, index, party) }, { ids, now }),
    before,
  );
  return withRecut({ before, facts, after }, { ids, now });
}

/** With the sub-deadlines cut anew after the act, where the procedure does that and a leg ended (ADR 0021). */
function withRecut({ before, facts, after }: Decided, by: { ids: Ids; now: Instant }): Decided {
  const file = fileOf(after);
  const recut = file === null ? null : recutAfter(file, facts, after.rules);
  if (recut === null) return { before, facts, after };
  const actor = signerOf(recut, facts.length, ENGINE);
  return { before, facts: [...facts, recut], after: followedBy(after, { fact: recut, actor }, by) };
}
