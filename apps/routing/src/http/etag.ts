/** ETag = version of the dossier: the number of acts of parties, so a page does not go stale by itself (DESIGN §5). */
import { Problem } from './problem.js';

export function etagOf(version: number): string {
  return `"v${version}"`;
}

/** The version an If-Match header names, or null when there is none. `*` is refused: it says nothing. */
export function versionOf(ifMatch: string | undefined): number | null {
  if (ifMatch === undefined) return null;
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(ifMatch.trim());
  if (match === null) throw new Problem('if-match-invalid');
  return Number(match[1]);
}
