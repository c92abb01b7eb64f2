/** Idempotency-Key on every POST act. The fingerprint is what must be the same for a key to mean the same request. */
import { createHash, hash } from 'node:crypto';
import { canonicalJson } from '@lien-thong/domain';
import { z } from 'zod';
import { Problem } from './problem.js';

const KEY = /^[A-Za-z0-9._:-]{8,128}$/;

/** For the document: what a key looks like. */
export const idempotencyKeySchema = z.string().regex(KEY);

/** The key of the request, found in the header or field of that name. Throws a `Problem` when it is missing or not well formed. */
export function keyOf(given: string | undefined, field = 'Idempotency-Key'): string {
  if (given === undefined || given === '') {
    throw new Problem('idempotency-key-required', {}, [
      { field, reason: 'thiếu khóa', reasonEn: 'the key is missing' },
    ]);
  }
  if (!KEY.test(given)) {
    const reason = 'phải gồm 8–128 ký tự A–Z a–z 0–9 . _ : -';
    const reasonEn = 'must be 8–128 characters of A–Z a–z 0–9 . _ : -';
    throw new Problem('idempotency-key-invalid', {}, [{ field, reason, reasonEn }]);
  }
  return given;
}

/** The key of an item of a batch that has none of its own: that of the request, or its digest where that is too long, and the number of the item from 0. */
export function keyOfItem(key: string, index: number): string {
  const numbered = `${key}:${index}`;
  return KEY.test(numbered) ? numbered : `${createHash('sha256').update(key).digest('hex')}:${index}`;
}

/** SHA-256 over operation, dossier and parsed body: key order and spacing of the JSON do not matter. */
export function fingerprintOf(operation: string, dossier: string | null, body: unknown): string {
  return hash('sha256', canonicalJson({ operation, dossier, body }), 'hex');
}
