import { canonicalJson } from '../kernel/canonical-json.js';
import type { DossierEvent } from './events.js';

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
 * The text an event's hash stands for: its canonical JSON without the hash. Its SHA-256 (hex, UTF-8) is the hash; each event names
 * the hash of the one before it, so that no event can be changed, moved or taken out of the middle unnoticed (law 1).
 */
export function hashedText(event: Omit<DossierEvent, 'hash'>): string {
  let text = '';
  for (const field of HASHED_FIELDS) text += `${text === '' ? '{' : ','}"${field}":${canonicalJson(event[field])}`;
  return `${text}}`;
}
