import { applyEvent, audienceOf, foldHistory, revises, settledUntil } from '@lien-thong/domain';
import type { Actor, DossierEvent, DossierFile, DossierId, Fact, Instant, Rules } from '@lien-thong/domain';
import type { Ids } from '../ports/ids.js';
import type { FeedEntry, LoadedDossier } from '../ports/store.js';
import { awaitsCode, chained, stamp } from './stamp.js';

export interface Draft {
  readonly event: DossierEvent;
  /** The file after it. */
  readonly after: DossierFile;
  readonly audience: readonly Pick<FeedEntry, 'agencyId' | 'view'>[];
  /** The whole journal was folded anew for it. */
  readonly refolded?: boolean;
}

/**
 * One dossier in the course of one batch: what is stored, and what the batch adds. Never changed, only followed by a longer one, so
 * a refusal or a fault leaves the dossier as the command before it left it.
 */
export interface Track {
  readonly dossierId: DossierId;
  readonly rules: Rules;
  /** Null for a dossier the batch opens. */
  readonly stored: LoadedDossier | null;
  /** The stored journal, where a command of the batch re-folds it. */
  readonly journal: readonly DossierEvent[] | null;
  readonly drafts: readonly Draft[];
}

/** The file as it stands; null before the first fact of a new dossier. */
export function fileOf(track: Track): DossierFile | null {
  return track.drafts.at(-1)?.after ?? track.stored?.file ?? null;
}

/** Everything that happened to the dossier, the batch included; null where the journal was not asked for. */
export function historyOf({ journal, drafts }: Track): readonly DossierEvent[] | null {
  return journal === null ? null : [...journal, ...drafts.map(({ event }) => event)];
}

export interface Signed {
  readonly fact: Fact;
  readonly actor: Actor;
}

/** The track with one more fact. */
export function followedBy(track: Track, { fact, actor }: Signed, { ids, now }: { ids: Ids; now: Instant }): Track {
  const before = fileOf(track)?.dossier ?? null;
  return withEvent(track, stamp(fact, { id: ids.next(), dossierId: track.dossierId, actor, now, before }));
}

function withEvent(track: Track, event: DossierEvent): Track {
  const before = fileOf(track);
  const refolded = revises(event, before === null ? null : settledUntil(before.dossier));
  const after = refolded ? foldedAnew(track, event) : applyEvent(before, event, track.rules);
  const audience = audienceOf(before?.dossier ?? null, after.dossier, event);
  return { ...track, drafts: [...track.drafts, { event, after, audience, refolded }] };
}

/** A corrected time, or a fact learnt behind later ones, changes what everything after it meant: the whole journal is folded anew. */
function foldedAnew(track: Track, event: DossierEvent): DossierFile {
  const history = historyOf(track);
  if (history === null) throw new Error(`the journal of ${track.dossierId} was not loaded for what changes its past`);
  return foldHistory([...history, event], track.rules);
}

/** True when the track holds a journal folded anew: its clocks and segments replace all stored ones. */
export function isRefolded({ drafts }: Track): boolean {
  return drafts.some(({ refolded }) => refolded === true);
}

export function needsCodes({ drafts }: Track): boolean {
  return drafts.some(({ event }) => awaitsCode(event));
}

/** The track with its codes in place, hashed, and folded again from what is stored: a code is part of what the hash stands for. */
export function withCodes(track: Track, codes: ReadonlyMap<string, string>): Track {
  let done: Track = { ...track, drafts: [] };
  for (const { event } of track.drafts) {
    done = withEvent(done, chained(event, codes.get(event.id), fileOf(done)?.dossier ?? null));
  }
  return done;
}
