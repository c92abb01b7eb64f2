/** The time given to the applicant: when it has passed, and what follows by itself. */
import { fact } from '../dossier/act.js';
import type { Fact } from '../dossier/events.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { settledUntil } from '../dossier/outage-turns.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import type { Clock } from './clock.js';

/** The clock the applicant is held to now; null when nothing is awaited of him, or the wait itself is suspended. */
export function awaitedClock({ dossier, clocks }: DossierFile): Clock | null {
  if (dossier.phase !== 'awaitingSupplement' && dossier.phase !== 'awaitingPayment') return null;
  const kind = dossier.phase === 'awaitingSupplement' ? 'supplement' : 'payment';
  return clocks.find((clock) => clock.kind === kind && clock.status === 'running') ?? null;
}

/**
 * Instant at which the applicant's time has passed, if it has by `at`; else null. It passes as every limit does: not with the due
 * instant (Friday 17:30) but with the first working minute after it (Monday 07:31), so that what he sends on Friday evening is in
 * time. A due date that cannot be computed never passes.
 */
export function timePassed(file: DossierFile, at: Instant): Instant | null {
  const passes = awaitedClock(file)?.breachFiresAt ?? null;
  return passes !== null && passes <= minuteOf(at) ? instantOf(passes) : null;
}

/**
 * The closing that follows when the applicant's time has passed: dated at the instant it passed (or where the past is settled, if that is
 * later), however late it is noticed. Null when it has not. Pure.
 */
export function dueTimeout(file: DossierFile, now: Instant, { procedure }: Rules): Fact | null {
  const passed = timePassed(file, now);
  if (passed === null) return null;
  const { phase } = file.dossier;
  const settled = settledUntil(file.dossier);
  const ground = phase === 'awaitingSupplement' ? 'supplementTimeout' : 'paymentTimeout';
  const at = passed < settled ? settled : passed;
  return fact(
    'dossier.closed.v1',
    { at, phase: 'closed' },
    { ground, legalBasis: procedure.legalBasis[0] ?? procedure.code },
  );
}
