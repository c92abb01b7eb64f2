import { createHash } from 'node:crypto';
import type { DossierEvent } from '@lien-thong/domain';
import { canonicalJson } from './canonical-json.js';

/** What the first event of every journal follows. */
export const FIRST_PREV_HASH = '0'.repeat(64);

/** The members of an event its hash stands for, all but the hash itself, in canonical order. */
export const HASHED_FIELDS = [
  'actor',
  'data',
  'dossierId',
  'id',
  'occurredAt',
  'phase',
  'prevHash',
  'recordedAt',
  'seq',
  'type',
] as const satisfies readonly (keyof DossierEvent)[];

/**
 * SHA-256 (hex) over the canonical JSON of an event without its hash. Each event names the hash of the one before it, so that no
 * event can be changed, moved or taken out of the middle unnoticed (law 1).
 */
export function hashOf(event: Omit<DossierEvent, 'hash'>): string {
  let text = '';
  for (const field of HASHED_FIELDS) text += `${text === '' ? '{' : ','}"${field}":${canonicalJson(event[field])}`;
  return createHash('sha256').update(`${text}}`).digest('hex');
}
