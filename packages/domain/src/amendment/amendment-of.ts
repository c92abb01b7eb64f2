/** What another version of its procedure would make of an open dossier, and the fact that says so (ADR 0029). */
import { fact } from '../dossier/act.js';
import type { CommandType } from '../dossier/commands.js';
import type { DossierEvent, EventData, FactOf } from '../dossier/events.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { applyEvent } from '../dossier/fold.js';
import { ENGINE } from '../kernel/actor.js';
import { isRefusal, refuse } from '../kernel/refusal.js';
import type { Refusal } from '../kernel/refusal.js';
import { isFinal } from '../procedure/phase.js';
import { limitAnew, rescaledBudget } from '../sla/amended-clock.js';
import type { Clock } from '../sla/clock.js';
import { withExtensions } from '../sla/legal-clock.js';
import { changedClocks } from './changed-clocks.js';
import type { Duration } from '../time/duration.js';
import { minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import { legsChanged } from './legs-changed.js';
import { dueBeginningAt, dueRunningFrom, limitIn } from './limit-in.js';
import type { AmendmentPolicy, LimitMeasure } from './policies.js';
import { stateImage } from './state-image.js';
import type { StateImage } from './state-image.js';

type AmendedData = EventData<'dossier.versionAmended.v1'>;

export interface AmendmentQuestion {
  readonly file: DossierFile;
  readonly now: Instant;
  /** Of the version the dossier is under, and of the one it shall come under, on its own calendar. */
  readonly from: Rules;
  readonly to: Rules;
  readonly policy: Exclude<AmendmentPolicy, 'grandfather'>;
}

/** In whose name, and within which amendment. */
export interface AmendmentTerms {
  readonly amendmentId: string;
  readonly requestedBy: string;
  readonly approvedBy: string;
}

export interface AmendmentOutcome {
  readonly data: Omit<AmendedData, keyof AmendmentTerms>;
  readonly image: StateImage;
  /** Due minute of the limit as if it ran from now on: a limit that rests, or has not begun, has none of its own. */
  readonly dueBefore: Minute | null;
  readonly dueAfter: Minute | null;
  /** Clocks that are overdue now and would not be without the change. */
  readonly becomesOverdue: readonly string[];
  readonly loses: readonly CommandType[];
}

const legalOf = ({ clocks }: DossierFile): Clock | null => clocks.find(({ id }) => id === 'legal') ?? null;

const isOver = ({ breached, breachFiresAt }: Clock, now: Minute): boolean =>
  breached || (breachFiresAt !== null && breachFiresAt <= now);

/** Clocks that are over in `after` and not in `before`. */
export function newlyOver(before: DossierFile, after: DossierFile, now: Minute): readonly string[] {
  const over = new Set(before.clocks.filter((clock) => isOver(clock, now)).map(({ id, epoch }) => `${id} ${epoch}`));
  return after.clocks
    .filter(
      (clock) => clock.breachFiresAt !== null && clock.breachFiresAt <= now && !over.has(`${clock.id} ${clock.epoch}`),
    )
    .map(({ id }) => id);
}

function versionsRefusal({ from, to }: AmendmentQuestion): Refusal | null {
  const [was, is] = [from.procedure, to.procedure];
  if (was.code !== is.code) return refuse('amendment-procedure-differs', { from: was.code, to: is.code });
  if (was.version === is.version) return refuse('amendment-version-same', { version: is.version });
  if ((was.builderVersion as number) === is.builderVersion) return null;
  return refuse('amendment-builder-differs', { from: was.builderVersion, to: is.builderVersion });
}

/** Who decides is found, and the limit counts, by rules that a dossier under way cannot change. */
function standingRefusal({ file, from, to }: AmendmentQuestion): Refusal | null {
  const { dossier } = file;
  if (isFinal(dossier.phase)) return refuse('amendment-dossier-ended', { phase: dossier.phase });
  if (dossier.outcome !== null) return refuse('amendment-dossier-decided', { phase: dossier.phase });
  const [was, is] = [from.procedure, to.procedure];
  const criteria = { from: was.competence.criterion, to: is.competence.criterion };
  if (!dossier.accepted && criteria.from !== criteria.to) return refuse('amendment-criterion-differs', criteria);
  const starts = { from: was.clockStart, to: is.clockStart };
  // Received under a rule that lets the limit wait for the competent agency: under the other it would have begun already.
  const missed = dossier.receivedAt !== null && legalOf(file) === null && starts.to === 'reception';
  return missed ? refuse('amendment-clock-start-differs', starts) : null;
}

function eventOf({ file, now }: AmendmentQuestion, data: AmendedData): DossierEvent {
  const { dossier } = file;
  const made = fact('dossier.versionAmended.v1', { at: now, phase: dossier.phase }, data);
  const { id: dossierId, seq, hash } = dossier;
  return { ...made, id: '', dossierId, seq: seq + 1, recordedAt: now, actor: ENGINE, prevHash: hash, hash: '' };
}

interface Candidate {
  readonly limitBy: LimitMeasure;
  readonly limit: Duration;
}

const NOBODY: AmendmentTerms = { amendmentId: '', requestedBy: '', approvedBy: '' };

function dataOf(
  { file, from, to, policy }: AmendmentQuestion,
  { limit, limitBy }: Candidate,
): AmendmentOutcome['data'] {
  const [fromVersion, toVersion] = [from.procedure.version, to.procedure.version];
  const legs = legsChanged(from.procedure, to.procedure);
  const limits = { limitBefore: file.dossier.pin.limit, limit, limitBy };
  return { fromVersion, toVersion, policy, reverts: null, ...limits, legs, clocks: [] };
}

function under(question: AmendmentQuestion, candidate: Candidate): DossierFile {
  const event = eventOf(question, { ...dataOf(question, candidate), ...NOBODY });
  return applyEvent(question.file, event, question.to);
}

function dueOf(file: DossierFile, now: Minute, rules: Rules): Minute | null {
  const legal = legalOf(file);
  if (legal === null) return dueBeginningAt(file.dossier.pin.limit, now, rules);
  return legal.status === 'stopped' ? legal.dueAt : dueRunningFrom(legal, now, rules);
}

/** What the units of two limits forbid: a share of minutes is none of days, and an extension is in the unit of its limit. */
function unitsRefusal(question: AmendmentQuestion, { limit, limitBy }: Candidate): Refusal | null {
  const legal = legalOf(question.file);
  const { dossier } = question.file;
  if (limitBy === 'kept' || legal === null || legal.budget.unit === 'none') return null;
  const pin = { ...dossier.pin, limit };
  const anew = limitAnew(legal, { ...dossier, pin }, question.to);
  const facts = { limitBefore: dossier.pin.limit, limit, extendedBy: legal.extendedBy };
  const differs = anew.budget.unit !== legal.budget.unit;
  if (differs && (limitBy === 'rescaled' || legal.extendedBy > 0)) return refuse('amendment-units-differ', facts);
  if (limitBy !== 'rescaled') return null;
  const at = minuteOf(question.now);
  const scaled = rescaledBudget(legal, withExtensions(anew, legal), { at, rules: question.to });
  return scaled === null ? refuse('amendment-not-computable', facts) : null;
}

/** `mostFavourable`: whichever limit ends earlier; the new one when they end alike, so that the dossier follows its version. */
function favourable(question: AmendmentQuestion, limit: Duration): Candidate | Refusal {
  const { file, from, to } = question;
  const now = minuteOf(question.now);
  const anew: Candidate = { limitBy: 'rebaselined', limit };
  const kept: Candidate = { limitBy: 'kept', limit: file.dossier.pin.limit };
  const mixed = unitsRefusal(question, anew);
  if (mixed !== null) return mixed;
  const before = dueOf(file, now, from);
  const after = dueOf(under(question, anew), now, to);
  if (before === null || after === null) return refuse('amendment-not-computable', { limitBefore: kept.limit, limit });
  return after <= before ? anew : kept;
}

function chosen(question: AmendmentQuestion): Candidate | Refusal {
  const { file, to, policy } = question;
  const { caseKey, channel } = file.dossier.pin;
  const limit = limitIn(to.procedure, file.dossier.pin);
  if (limit === null) return refuse('amendment-limit-unknown', { case: caseKey, channel });
  if (policy === 'mostFavourable') return favourable(question, limit);
  const candidate: Candidate = { limit, limitBy: policy === 'rescale' ? 'rescaled' : 'rebaselined' };
  return unitsRefusal(question, candidate) ?? candidate;
}

function outcomeOf(question: AmendmentQuestion, candidate: Candidate, image: StateImage): AmendmentOutcome | Refusal {
  const { file, from, to } = question;
  const now = minuteOf(question.now);
  const after = under(question, candidate);
  const [dueBefore, dueAfter] = [dueOf(file, now, from), dueOf(after, now, to)];
  if (dueAfter === null) return refuse('amendment-not-computable', { limit: candidate.limit });
  const data = { ...dataOf(question, candidate), clocks: changedClocks(file, after, now) };
  return { data, image, dueBefore, dueAfter, becomesOverdue: newlyOver(file, after, now), loses: image.loses };
}

/**
 * What the change would make of the dossier now: state, limit, clocks before and after. A refusal says why it must stay where it is: a
 * version of something else, the dossier has ended or is decided, its state has no image, an act of the applicant would be lost, its
 * limit cannot be carried over. Pure; the calendar stays the dossier's own.
 */
export function amendmentOf(question: AmendmentQuestion): AmendmentOutcome | Refusal {
  const refused = versionsRefusal(question) ?? standingRefusal(question);
  if (refused !== null) return refused;
  const image = stateImage(question.file.dossier, question.from, question.to);
  if (isRefusal(image)) return image;
  const candidate = chosen(question);
  return isRefusal(candidate) ? candidate : outcomeOf(question, candidate, image);
}

/** The fact of the change as `amendmentOf` found it. */
export function amendedFact(
  { data, image }: Pick<AmendmentOutcome, 'data' | 'image'>,
  terms: AmendmentTerms,
  now: Instant,
): FactOf<'dossier.versionAmended.v1'> {
  return fact('dossier.versionAmended.v1', { at: now, phase: image.phase }, { ...data, ...terms });
}
