import type { Clock, Minute } from '@lien-thong/domain';

/**
 * First minute at which the sweep has something to do for this clock, or null: its next warning; its breach while the journal lacks
 * it (of a resting or stopped clock too: a correction may find out later that it did breach); and, for a running clock the
 * applicant's time-out hangs on, that same instant until the dossier is closed. Both stores look for dossiers by this figure.
 */
export function dueMinuteOf(clock: Clock): Minute | null {
  const timesOut = clock.status === 'running' && (clock.kind === 'supplement' || clock.kind === 'payment');
  const breach = clock.breached && !timesOut ? null : clock.breachFiresAt;
  if (clock.warnAt === null || breach === null) return clock.warnAt ?? breach;
  return clock.warnAt < breach ? clock.warnAt : breach;
}
