/** A file from its journal: the dossier, its clocks and its segments, folded together (law 1). Pure. */
import { advanceClocks } from '../sla/advance-clocks.js';
import { advanceSegments } from '../sla/advance-segments.js';
import type { DossierEvent, EventOf } from './events.js';
import { evolve } from './evolve.js';
import { withDesksRestated } from './restated-desks.js';
import type { DossierFile, Rules } from './file.js';

/** Thrown when facts do not follow one another: a damaged or incomplete journal, never a caller's mistake. */
export class JournalFault extends Error {
  override readonly name = 'JournalFault';
}

function checkPlace(file: DossierFile | null, event: DossierEvent): void {
  const expected = (file?.dossier.seq ?? 0) + 1;
  if (event.seq !== expected) throw new JournalFault(`fact ${event.seq} where ${expected} must follow`);
  if (file !== null && event.dossierId !== file.dossier.id) throw new JournalFault('fact of another dossier');
}

function folded(file: DossierFile | null, event: DossierEvent, rules: Rules): DossierFile {
  checkPlace(file, event);
  const before = file?.dossier ?? null;
  const after = evolve(before, event);
  // A correction has done its work on the reception it corrects; where it stands itself it moves nothing.
  if (file !== null && event.type === 'dossier.receptionCorrected.v1') return { ...file, dossier: after };
  const change = { before, event, after, rules };
  return {
    dossier: after,
    clocks: advanceClocks({ clocks: file?.clocks ?? [], ...change }),
    segments: advanceSegments({ segments: file?.segments ?? [], ...change }),
  };
}

/**
 * The file after one more fact. A correction of the reception time cannot be applied so: it changes the past, and the whole
 * journal must be folded again with `foldHistory`; nor can another calendar (`restate.ts`). Throws JournalFault for them, and for a
 * fact that does not follow.
 */
export function applyEvent(file: DossierFile | null, event: DossierEvent, rules: Rules): DossierFile {
  if (event.type === 'dossier.receptionCorrected.v1') {
    throw new JournalFault('a corrected reception needs the whole journal: use foldHistory');
  }
  if (event.type === 'dossier.calendarRestated.v1') {
    throw new JournalFault('another calendar changes what was reckoned before: use withRestatement');
  }
  return folded(file, event, rules);
}

/** The fact of a restatement on a file that was reckoned on the new calendar already (`restatedBase`). Throws JournalFault. */
export function withRestatement(
  base: DossierFile,
  event: EventOf<'dossier.calendarRestated.v1'>,
  rules: Rules,
): DossierFile {
  return folded(base, event, rules);
}

function corrected(event: DossierEvent, correction: EventOf<'dossier.receptionCorrected.v1'>): DossierEvent {
  if (event.type !== 'dossier.received.v1') return event;
  const { to, promise } = correction.data;
  return { ...event, occurredAt: to, data: { ...event.data, promise } };
}

/**
 * The journal as it reads today: the reception at its last corrected time, with the promise that follows from it. Facts keep
 * their places, and the corrections stay in it.
 */
export function effectiveHistory(events: readonly DossierEvent[]): readonly DossierEvent[] {
  const correction = events.findLast((event) => event.type === 'dossier.receptionCorrected.v1');
  return correction === undefined ? events : events.map((event) => corrected(event, correction));
}

/**
 * The file a whole journal gives, corrections and restatements included; the rules are those of `pinAfter`. Without either it
 * equals applying the facts one by one. Throws JournalFault for an empty journal or one with gaps.
 */
export function foldHistory(events: readonly DossierEvent[], rules: Rules): DossierFile {
  const known = withDesksRestated(events, rules);
  let file: DossierFile | null = null;
  for (const event of effectiveHistory(events)) file = folded(file, event, known);
  if (file === null) throw new JournalFault('an empty journal');
  return file;
}
