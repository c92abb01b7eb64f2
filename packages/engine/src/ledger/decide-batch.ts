import { isRefusal, refuse } from '@lien-thong/domain';
import type { DossierEvent, DossierId, Refusal } from '@lien-thong/domain';
import type { AcceptedAnswer, CommandKey, LoadedDossier, StoredAnswer } from '../ports/store.js';
import { asTaken, keyOf, keyText, receiptRefusal, staleRefusal, visibilityRefusal } from './admission.js';
import { decideOne, openTrack } from './decide-one.js';
import type { Situation } from './decide-one.js';
import type { Envelope } from './envelope.js';
import type { Track } from './track.js';

/** What was read under the locks. */
export interface Loaded {
  readonly dossiers: ReadonlyMap<DossierId, LoadedDossier>;
  readonly journals: ReadonlyMap<DossierId, readonly DossierEvent[]>;
  readonly answers: readonly StoredAnswer[];
}

/** An accepted command: its drafts are `from` (rungs found on the way first), `own` (its own) up to `to` of its dossier's track. */
export interface Act {
  readonly envelope: Envelope;
  readonly key: CommandKey | null;
  readonly dossierId: DossierId;
  readonly from: number;
  readonly own: number;
  readonly to: number;
}

/**
 * What became of one command. `sure`: true whether or not the batch commits, because nothing it rests on is part of the batch.
 * A `repeat` shares the answer of an act of the same batch.
 */
export type Verdict =
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'repeat'; readonly of: Act }
  | { readonly kind: 'replay'; readonly answer: AcceptedAnswer }
  | { readonly kind: 'refusal'; readonly refusal: Refusal; readonly sure: boolean }
  | { readonly kind: 'fault'; readonly error: unknown };

interface PendingAnswer {
  readonly fingerprint: string;
  readonly verdict: Extract<Verdict, { kind: 'repeat' | 'replay' }>;
}

/** Decides the commands of a batch one after another, in the order they arrived. */
export class BatchDecision {
  readonly tracks = new Map<DossierId, Track>();
  readonly acts: Act[] = [];
  private readonly answers = new Map<string, PendingAnswer>();

  constructor(
    private readonly loaded: Loaded,
    private readonly situation: Situation,
  ) {
    for (const stored of loaded.answers) {
      const verdict = { kind: 'replay', answer: stored.answer } as const;
      this.answers.set(keyText(stored), { fingerprint: stored.fingerprint, verdict });
    }
  }

  /** One command: visible → key → If-Match → receipt → decide. What it throws is its own caller's fault alone: the tracks stay as they were. */
  decide(envelope: Envelope): Verdict {
    try {
      return this.admit(envelope);
    } catch (error) {
      return { kind: 'fault', error };
    }
  }

  private admit(envelope: Envelope): Verdict {
    const hidden = this.hiddenFrom(envelope);
    if (hidden !== null) return { kind: 'refusal', refusal: hidden, sure: true };
    const key = keyOf(envelope);
    const known = key === null ? undefined : this.answers.get(keyText(key));
    if (known !== undefined) return repeated(known, envelope);
    const track = this.trackFor(envelope);
    if (isRefusal(track)) return { kind: 'refusal', refusal: track, sure: true };
    const barred = staleRefusal(envelope, track) ?? receiptRefusal(envelope, track);
    const decided = barred ?? decideOne(track, envelope, this.situation);
    if (isRefusal(decided)) return { kind: 'refusal', refusal: decided, sure: track.drafts.length === 0 };
    const place = { from: track.drafts.length, own: decided.before.drafts.length, to: decided.after.drafts.length };
    return this.accept({ envelope, key, dossierId: track.dossierId, ...place }, decided.after);
  }

  private hiddenFrom(envelope: Envelope): Refusal | null {
    const { dossierId } = envelope;
    if (dossierId === null) return null;
    const loaded = this.loaded.dossiers.get(dossierId);
    const seen = asTaken(envelope, loaded?.file, this.situation.takenFor);
    return visibilityRefusal(seen, loaded, this.tracks.get(dossierId));
  }

  private accept(act: Act, track: Track): Verdict {
    this.tracks.set(track.dossierId, track);
    this.acts.push(act);
    if (act.key !== null) {
      const { fingerprint } = act.envelope;
      this.answers.set(keyText(act.key), { fingerprint, verdict: { kind: 'repeat', of: act } });
    }
    return { kind: 'act', act };
  }

  private trackFor(envelope: Envelope): Track | Refusal {
    const { dossierId } = envelope;
    const { ids, reference } = this.situation;
    if (dossierId === null) return openTrack(envelope, ids.next() as DossierId, this.situation);
    const track = this.tracks.get(dossierId);
    if (track !== undefined) return track;
    const stored = this.loaded.dossiers.get(dossierId);
    if (stored === undefined) return refuse('dossier-not-found');
    const rules = reference.rulesOf(stored.file.dossier.pin);
    return { dossierId, rules, stored, journal: this.loaded.journals.get(dossierId) ?? null, drafts: [] };
  }
}

function repeated({ fingerprint, verdict }: PendingAnswer, envelope: Envelope): Verdict {
  if (fingerprint === envelope.fingerprint) return verdict;
  return { kind: 'refusal', refusal: refuse('key-reused'), sure: verdict.kind === 'replay' };
}
