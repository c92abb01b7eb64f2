/** A recorded outage of a shared system in one dossier: what it gives back, or no longer does, and the fact that says so (ADR 0028). */
import { fact } from '../dossier/act.js';
import type { DossierEvent, EventData, FactOf } from '../dossier/events.js';
import { outagesAfter } from '../dossier/evolve-relieved.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { foldAsIf, foldHistory } from '../dossier/fold.js';
import type { Calendar } from '../calendar/calendar.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import type { Clock } from './clock.js';
import { movedStretches } from './moved-stretches.js';
import { askedOrNull } from './outside.js';
import { minutesUsed, runningTimeOf } from './running-time.js';

type Relieved = EventData<'dossier.outageRelieved.v1'>;

/** One revision of a recorded outage, [from, to), over by the time it is told. */
export type OutageRecord = Pick<
  Relieved,
  'outageId' | 'revision' | 'system' | 'from' | 'to' | 'cancelled' | 'evidence'
>;

const instantOrNull = (minute: Minute | null): Instant | null => (minute === null ? null : instantOf(minute));

/** Working minutes the clock has used by then; null where the calendar does not reach. */
function usedBy(clock: Clock, now: Minute, legal: Calendar): number | null {
  const { closed, open } = runningTimeOf(clock);
  const last = clock.status === 'running' && open !== null && open < now ? [{ from: open, to: now }] : [];
  return askedOrNull(() => minutesUsed({ closed: [...closed, ...last], open: null }, legal));
}

/** A breach that is in the journal and, as the journal reads now, has not come. */
function isWithdrawn({ breached, breachFiresAt }: Clock, now: Minute): boolean {
  return breached && (breachFiresAt === null || breachFiresAt > now);
}

interface BeforeAndAfter {
  readonly before: DossierFile;
  readonly base: DossierFile;
}

function movedClocks({ before, base }: BeforeAndAfter, now: Minute, { legal }: Rules): Relieved['clocks'] {
  const former = new Map(before.clocks.map((clock) => [`${clock.id} ${clock.epoch}`, clock]));
  return base.clocks.flatMap((clock) => {
    const { id: clockId, epoch, dueAt } = clock;
    const was = former.get(`${clockId} ${epoch}`);
    const [usedBefore, usedAfter] = [was === undefined ? null : usedBy(was, now, legal), usedBy(clock, now, legal)];
    const relievedMinutes = usedBefore === null || usedAfter === null ? null : usedBefore - usedAfter;
    const dueBefore = was?.dueAt ?? null;
    // One that had not happened without the outage either (an opinion learnt late) is not this fact's to take back.
    const breachWithdrawn = isWithdrawn(clock, now) && (was === undefined || !isWithdrawn(was, now));
    if (dueBefore === dueAt && relievedMinutes === 0 && !breachWithdrawn) return [];
    const dates = { dueBefore: instantOrNull(dueBefore), dueAfter: instantOrNull(dueAt) };
    return [{ clockId, epoch, ...dates, breachWithdrawn, relievedMinutes }];
  });
}

interface At {
  readonly now: Instant;
  readonly rules: Rules;
}

function movedBetween(both: BeforeAndAfter, { now, rules }: At): Pick<Relieved, 'clocks' | 'segments'> {
  return { clocks: movedClocks(both, minuteOf(now), rules), segments: movedStretches(both, now, rules) };
}

/** Whether the outage by itself gives the dossier anything back; a night on which nobody works does not. */
function relieves(history: readonly DossierEvent[], record: OutageRecord, at: At): boolean {
  if (record.cancelled) return false;
  const alone = outagesAfter({}, { ...record, relieves: true });
  const both = { before: foldAsIf(history, {}, at.rules), base: foldAsIf(history, alone, at.rules) };
  const { clocks, segments } = movedBetween(both, at);
  const moved = clocks.some(
    ({ dueBefore, dueAfter, relievedMinutes }) => dueBefore !== dueAfter || relievedMinutes !== 0,
  );
  return moved || segments.some(({ legalMinutes }) => legalMinutes !== 0);
}

export interface Relief {
  /** The file with the outage as this revision has it, without its fact. */
  readonly base: DossierFile;
  readonly fact: FactOf<'dossier.outageRelieved.v1'>;
}

/**
 * What this revision of an outage makes of a dossier, known at `now`; null where the dossier knows it already, or where it neither
 * concerns it now nor did before: such a dossier stays as it is, without a fact. An outage that lies within another moves nothing and is
 * told all the same, since the other may be cancelled. A breach in the journal that has not happened after all is named; one that comes
 * back with a correction fires again. Throws JournalFault. Pure.
 */
export function reliefOf(history: readonly DossierEvent[], record: OutageRecord, at: At): Relief | null {
  const before = foldHistory(history, at.rules);
  const known = before.dossier.outages?.[record.outageId];
  if (known !== undefined && known.revision >= record.revision) return null;
  const gives = relieves(history, record, at);
  if (known === undefined && !gives) return null;
  const base = foldAsIf(history, outagesAfter(before.dossier.outages ?? {}, { ...record, relieves: gives }), at.rules);
  const legalBasis = at.rules.procedure.outageRelief?.legalBasis ?? '';
  const data: Relieved = { ...record, relieves: gives, legalBasis, ...movedBetween({ before, base }, at) };
  return { base, fact: fact('dossier.outageRelieved.v1', { at: at.now, phase: before.dossier.phase }, data) };
}
