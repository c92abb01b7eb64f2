import type { Minute } from '../time/instant.js';
import type { Phase } from '../procedure/phase.js';
import type { Owner } from './owner.js';

/**
 * A stretch of wall-clock time with one owner. Segments tile the time from reception to the end: `from` of one is `to` of the one
 * before. Minutes are null while it is open.
 */
export interface Segment {
  readonly n: number;
  readonly from: Minute;
  readonly to: Minute | null;
  readonly owner: Owner;
  readonly phase: Phase;
  /** Working minutes of the legal calendar: what the owner is charged with. */
  readonly legalMinutes: number | null;
  /** Minutes of the holder's own desk, for information; null where the owner keeps no desk. */
  readonly deskMinutes: number | null;
}
