/** A place in the feed: which line of numbers (it changes when the service is restored from a backup), and the number. */
export interface FeedPlace {
  readonly epoch: string;
  readonly n: number;
}

/** Reads a cursor, `epoch.n`. An epoch that is empty and a number that is none are for the caller to see. */
export function placeOf(cursor: string): FeedPlace {
  const dot = cursor.lastIndexOf('.');
  return { epoch: cursor.slice(0, Math.max(dot, 0)), n: Number(cursor.slice(dot + 1)) };
}
