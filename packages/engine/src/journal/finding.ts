/** The first thing wrong with what is stored of a dossier. */
export interface Finding {
  readonly row: 'event' | 'dossier' | 'clock' | 'segment' | 'party' | 'lateness';
  /** Place of the event or segment, id of the clock, id of the dossier, `agency role` of the party. */
  readonly key: string | number;
  /**
   * Path of the field; `content` where the hash shows a change without saying of what; `row` where a whole row is missing or one too
   * many.
   */
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
}
