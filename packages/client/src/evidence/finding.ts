/** The first thing wrong with exported evidence. */
export interface EvidenceFinding {
  /** Which list of the file the bad row stands in; `file` for what stands beside the lists. */
  readonly row: 'file' | 'event' | 'key' | 'receipt' | 'rules' | 'clock' | 'segment' | 'seal';
  /** Place of an event or segment, place of the fact of a receipt, `kid` of a key, id of a clock, member of the file. */
  readonly at: string | number;
  /** What about it is wrong: a member, `content` where only the hash tells, `row` where one is missing or too many. */
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Makes a finding; `[expected, found]`. */
export function finding(
  [row, at, field]: readonly [EvidenceFinding['row'], string | number, string],
  [expected, found]: readonly [unknown, unknown],
): EvidenceFinding {
  return { row, at, field, expected, found };
}
