/** Who drafted, changed, published or retired a version, as the tables keep it. */
import type { Instant } from '@lien-thong/domain';
import { z } from 'zod';
import type { Caller } from '../identity/caller.js';

/**
 * A person by his officer id, never by a name. Software counts once for its whole agency: whoever holds two keys of an agency is
 * not a second person.
 */
export function authorOf({ kind, officerId, id, agencyId }: Caller): string {
  return kind === 'person' ? `person:${officerId ?? id}` : `software:${agencyId}`;
}

export const actSchema = z
  .strictObject({
    kind: z.enum(['person', 'software']),
    id: z
      .string()
      .describe('Mã cán bộ, hoặc mã cơ quan của phần mềm · an officer id, or the agency whose software it was'),
    at: z.string().describe('Giờ của hệ thống · domain time, RFC 3339, UTC'),
  })
  .meta({ id: 'AdministrationAct' });
export type ActView = z.infer<typeof actSchema>;

/** An act as it is shown; null for what came with the seeds, which nobody did here. */
export function actView(author: string | null, at: Instant | null): ActView | null {
  if (author === null || at === null) return null;
  const kind = author.startsWith('person:') ? 'person' : 'software';
  return { kind, id: author.slice(kind.length + 1), at };
}
