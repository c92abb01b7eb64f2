/** Thrown when facts do not follow one another: a damaged or incomplete journal, never a caller's mistake. */
export class JournalFault extends Error {
  override readonly name = 'JournalFault';
}
