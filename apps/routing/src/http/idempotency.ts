/** Idempotency-Key on every POST act. The fingerprint is what must be the same for a key to mean the same request. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@lien-thong/engine';
import { Problem } from './problem.js';

const KEY = /^[A-Za-z0-9._:-]{8,128}$/;

/** The key of the request. Throws a `Problem` when it is missing or not well formed. */
export function keyOf(header: string | undefined): string {
  if (header === undefined || header === '') throw new Problem('idempotency-key-required');
  if (!KEY.test(header)) throw new Problem('idempotency-key-invalid');
  return header;
}

/** SHA-256 over operation, dossier and parsed body: key order and spacing of the JSON do not matter. */
export function fingerprintOf(operation: string, dossier: string | null, body: unknown): string {
  return createHash('sha256').update(canonicalJson({ operation, dossier, body })).digest('hex');
}
