import type { EventData } from '../dossier/events.js';
import type { DossierFile } from '../dossier/file.js';
import { movedClocks } from '../sla/restate.js';
import type { Minute } from '../time/instant.js';

/**
 * Clocks whose due instant the change moves, and breaches that had happened before it and have not after it. A mark that was wrong before
 * already is not the change's to take back.
 */
export function changedClocks(
  before: DossierFile,
  after: DossierFile,
  now: Minute,
): EventData<'dossier.versionAmended.v1'>['clocks'] {
  const happened = new Set(
    before.clocks.filter(({ breachFiresAt }) => breachFiresAt !== null && breachFiresAt <= now).map(({ id }) => id),
  );
  return movedClocks(before, after, now)
    .map((clock) => ({ ...clock, breachWithdrawn: clock.breachWithdrawn && happened.has(clock.clockId) }))
    .filter(({ breachWithdrawn, dueBefore, dueAfter }) => breachWithdrawn || dueBefore !== dueAfter);
}
