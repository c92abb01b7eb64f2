/** What the service answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed when it is JSON, otherwise undefined. */
  readonly body: unknown;
}
