/** Kinds of facts, by their names. */

/** Facts that are no act of a party: they raise `seq` but not `version`, so a page does not go stale by itself (DESIGN §5). */
const NOT_AN_ACT: ReadonlySet<string> = new Set([
  'dossier.transferDelivered.v1',
  'dossier.resultArrived.v1',
  'dossier.subDeadlinesRecut.v1',
  'dossier.calendarRestated.v1',
  'dossier.outageRelieved.v1',
  'dossier.versionAmended.v1',
  'dossier.clockWarned.v1',
  'dossier.clockRunsLow.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
  'dossier.conflictFound.v1',
]);
export function isAct(type: string): boolean {
  return !NOT_AN_ACT.has(type);
}

/** Facts the engine finds out by itself; they carry the time of detection and never move the dossier's last fact. */
const DETECTED: ReadonlySet<string> = new Set([
  'dossier.calendarRestated.v1',
  'dossier.outageRelieved.v1',
  'dossier.versionAmended.v1',
  'dossier.clockWarned.v1',
  'dossier.clockRunsLow.v1',
  'dossier.clockBreached.v1',
  'dossier.transferLapsed.v1',
]);
export function isDetected(type: string): boolean {
  return DETECTED.has(type);
}

/** Facts about the journal: they say how it is to be read, and move neither a clock nor the dossier's last fact by themselves. */
const REMARKS: ReadonlySet<string> = new Set([
  'dossier.receptionCorrected.v1',
  'dossier.timeCorrected.v1',
  'dossier.lateFactsEntered.v1',
  'dossier.conflictFound.v1',
  'dossier.conflictResolved.v1',
]);
export function isRemark(type: string): boolean {
  return REMARKS.has(type);
}

/** Facts a party declared, with a time of their own: neither found out or derived by the engine, nor remarks on the journal. */
export function isDeclared(type: string): boolean {
  return !isDetected(type) && !isRemark(type) && type !== 'dossier.subDeadlinesRecut.v1';
}
