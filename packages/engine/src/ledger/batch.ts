import { asksHistory, settledUntil } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Reference } from '../ports/reference.js';
import type {
  AcceptedAnswer,
  CommandKey,
  FeedItem,
  LoadedDossier,
  Store,
  StoredAnswer,
  StoreTransaction,
} from '../ports/store.js';
import { keyOf, keyText } from './admission.js';
import type { TakenFor } from './admission.js';
import type { CodeOwner } from './codes.js';
import { BatchDecision } from './decide-batch.js';
import type { Act, Loaded, Verdict } from './decide-batch.js';
import type { Envelope } from './envelope.js';
import { receiptRecords } from './receipts.js';
import type { Track } from './track.js';
import { writeTracks } from './write-tracks.js';

export interface LedgerPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly reference: Reference;
  readonly codeOwner: CodeOwner;
  /** Left out, everybody is himself. */
  readonly takenFor?: TakenFor;
  /** Called after a commit with what it put into the feeds; must not throw. */
  readonly onCommitted: (items: readonly FeedItem[]) => void;
}

/** A decided batch, before its commit is known. `verdicts` in the order of the envelopes. */
export interface BatchResult {
  readonly verdicts: readonly Verdict[];
  readonly answerOf: ReadonlyMap<Act, AcceptedAnswer>;
  /** What went into the feeds; to be asked for after the commit. */
  readonly items: () => Promise<readonly FeedItem[]>;
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

/** The keys of a batch, each once, in lock order. A key of nobody's is left out: its own decision reports it. */
function keysOf(envelopes: readonly Envelope[]): readonly CommandKey[] {
  const keys = new Map<string, CommandKey>();
  for (const envelope of envelopes) {
    const key = envelope.party.agencyId === null ? null : keyOf(envelope);
    if (key !== null) keys.set(keyText(key), key);
  }
  return [...keys].sort(([a], [b]) => byText(a, b)).map(([, key]) => key);
}

function idsOf(envelopes: readonly Envelope[]): readonly DossierId[] {
  return [...new Set(envelopes.flatMap(({ dossierId }) => dossierId ?? []))].sort(byText);
}

/** An act declared for a time before an outage that was told since: it says what legs ran in it, so the journal is read again (ADR 0028). */
export function isBehindAnOutage(
  { dossierId, command: { occurredAt } }: Envelope,
  dossiers: ReadonlyMap<DossierId, LoadedDossier>,
): boolean {
  const dossier = dossierId === null ? undefined : dossiers.get(dossierId)?.file.dossier;
  return dossier?.outages !== undefined && occurredAt !== undefined && occurredAt < settledUntil(dossier);
}

/**
 * Locks, then loads in statements of their own: one statement that did both would join the locked rows with rows of before the wait
 * (READ COMMITTED) and misattribute minutes. All are sent before the first is answered.
 */
export async function lockAndLoad(tx: StoreTransaction, envelopes: readonly Envelope[]): Promise<Loaded> {
  const keys = keysOf(envelopes);
  const ids = idsOf(envelopes);
  const refolding = idsOf(envelopes.filter(({ command }) => asksHistory(command)));
  const [, , dossiers, answers, journals] = await Promise.all([
    keys.length === 0 ? undefined : tx.lockKeys(keys),
    ids.length === 0 ? undefined : tx.lockDossiers(ids),
    ids.length === 0 ? (new Map() as Loaded['dossiers']) : tx.load(ids),
    keys.length === 0 ? [] : tx.loadAnswers(keys),
    refolding.length === 0 ? (new Map() as Loaded['journals']) : tx.loadJournals(refolding),
  ]);
  const behind = idsOf(envelopes.filter((envelope) => isBehindAnOutage(envelope, dossiers)));
  const further = behind.filter((id) => !journals.has(id));
  if (further.length === 0) return { dossiers, answers, journals };
  return { dossiers, answers, journals: new Map([...journals, ...(await tx.loadJournals(further))]) };
}

function answerTo({ dossierId, own, to }: Act, track: Track): AcceptedAnswer {
  const after = track.drafts[to - 1]?.after ?? track.stored?.file;
  if (after === undefined) throw new Error(`accepted, and no dossier: ${dossierId}`);
  const { code, version, seq, phase } = after.dossier;
  const events = track.drafts.slice(own, to).map(({ event }) => event);
  const conflict = events.find(({ type }) => type === 'dossier.conflictFound.v1')?.seq;
  const answer = { dossierId, code, version, seq, phase, eventIds: events.map(({ id }) => id) };
  return conflict === undefined ? answer : { ...answer, conflict };
}

function answersTo(acts: readonly Act[], tracks: ReadonlyMap<DossierId, Track>): ReadonlyMap<Act, AcceptedAnswer> {
  const answers = new Map<Act, AcceptedAnswer>();
  for (const act of acts) {
    const track = tracks.get(act.dossierId);
    if (track !== undefined) answers.set(act, answerTo(act, track));
  }
  return answers;
}

function toStore(answers: ReadonlyMap<Act, AcceptedAnswer>): readonly StoredAnswer[] {
  return [...answers].flatMap(([{ key, envelope, dossierId }, answer]) =>
    key === null ? [] : [{ ...key, fingerprint: envelope.fingerprint, dossierId, answer }],
  );
}

/** One batch in the transaction `tx`, up to but not including its commit. */
export async function batchIn(
  tx: StoreTransaction,
  envelopes: readonly Envelope[],
  ports: LedgerPorts,
): Promise<BatchResult> {
  const loaded = await lockAndLoad(tx, envelopes);
  const decision = new BatchDecision(loaded, { ...ports, now: ports.clock.now() });
  const verdicts = envelopes.map((envelope) => decision.decide(envelope));
  const { acts } = decision;
  const privates = acts.flatMap(({ envelope, dossierId }) =>
    envelope.private === undefined ? [] : [{ dossierId, payload: envelope.private }],
  );
  const receipts = receiptRecords(acts, decision.tracks);
  const answers = (tracks: ReadonlyMap<DossierId, Track>) => toStore(answersTo(acts, tracks));
  const written = await writeTracks(tx, { tracks: decision.tracks, order: acts, answers, privates, receipts }, ports);
  return { verdicts, answerOf: answersTo(acts, written.tracks), items: written.items };
}
