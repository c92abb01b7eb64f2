/** Makes UUIDs (version 7, so that rows cluster by time of birth). */
export interface Ids {
  next(): string;
}
