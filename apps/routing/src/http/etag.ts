/** ETag = version of the dossier: the number of acts of parties, so a page does not go stale by itself (DESIGN §5). */
import { z } from 'zod';
import { Problem } from './problem.js';

export function etagOf(version: number): string {
  return `"v${version}"`;
}

const ETAG = /^(?:W\/)?"v(\d{1,9})"$/;

/** For the document: what an ETag of a dossier looks like. */
export const etagSchema = z.string().regex(ETAG);

/** The version an If-Match header names, or null when there is none. `*` is refused: it says nothing. */
export function versionOf(ifMatch: string | undefined, field = 'If-Match'): number | null {
  if (ifMatch === undefined) return null;
  const match = ETAG.exec(ifMatch.trim());
  if (match === null) {
    const reason = 'phải là một ETag đã nhận, ví dụ "v3"';
    throw new Problem('if-match-invalid', {}, [{ field, reason, reasonEn: 'must be an ETag you were given, as "v3"' }]);
  }
  return Number(match[1]);
}
