import { hash } from 'node:crypto';
import { hashedText } from '@lien-thong/domain';
import type { DossierEvent } from '@lien-thong/domain';

export { FIRST_PREV_HASH } from '@lien-thong/domain';

/** SHA-256 (hex) of the text an event's hash stands for. */
export function hashOf(event: Omit<DossierEvent, 'hash'>): string {
  return hash('sha256', hashedText(event), 'hex');
}
