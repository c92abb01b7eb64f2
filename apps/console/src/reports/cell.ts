/** A number of a report as an address: which measure, of which group. */

export interface Cell {
  readonly measure: string;
  /** Undefined: of the whole. An empty key is a group too. */
  readonly key: string | undefined;
}

const BETWEEN = '|';

export function cellText({ measure, key }: Cell): string {
  return key === undefined ? measure : `${measure}${BETWEEN}${key}`;
}

export function cellIn(text: string | undefined): Cell | null {
  if (text === undefined) return null;
  const at = text.indexOf(BETWEEN);
  return at === -1 ? { measure: text, key: undefined } : { measure: text.slice(0, at), key: text.slice(at + 1) };
}
