import type { DossierId } from '@lien-thong/domain';
import { dueMinuteOf } from '../sweep/due-minute.js';
import type { DossierRows } from './rows.js';

interface DueDossier {
  readonly id: DossierId;
  readonly minute: number;
}

/** Least due minute of a dossier's clocks, or null. */
export function dueMinuteOfRows(rows: DossierRows): number | null {
  let least: number | null = null;
  for (const clock of rows.clocks.values()) {
    const minute = dueMinuteOf(clock);
    if (minute !== null && (least === null || minute < least)) least = minute;
  }
  return least;
}

/** `for update skip locked`: the longest due first, ties by id; what another transaction holds is passed over. */
export function claimDueDossiers(
  dossiers: ReadonlyMap<DossierId, DossierRows>,
  claim: { readonly nowMinute: number; readonly limit: number; readonly tryLock: (id: DossierId) => boolean },
): readonly DossierId[] {
  const due: DueDossier[] = [];
  for (const [id, rows] of dossiers) {
    const minute = dueMinuteOfRows(rows);
    if (minute !== null && minute <= claim.nowMinute) due.push({ id, minute });
  }
  due.sort((a, b) => a.minute - b.minute || (a.id < b.id ? -1 : 1));
  const claimed: DossierId[] = [];
  for (const { id } of due) {
    if (claimed.length === claim.limit) break;
    if (claim.tryLock(id)) claimed.push(id);
  }
  return claimed;
}
