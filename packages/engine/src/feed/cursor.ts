/** Place in an agency's feed: the line of numbers it belongs to and the last number read. */
export interface FeedCursor {
  readonly epoch: string;
  readonly n: number;
}

/** `epoch-1.42` */
export function formatCursor({ epoch, n }: FeedCursor): string {
  return `${epoch}.${n}`;
}

/** The cursor a text names; null when it names none. */
export function parseCursor(text: string): FeedCursor | null {
  const dot = text.lastIndexOf('.');
  const digits = text.slice(dot + 1);
  if (dot < 1 || !/^(0|[1-9]\d{0,14})$/.test(digits)) return null;
  return { epoch: text.slice(0, dot), n: Number(digits) };
}
