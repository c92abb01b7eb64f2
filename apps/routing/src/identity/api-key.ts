import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;
const FORM = /^lt_([A-Za-z0-9.-]{1,64})_([A-Za-z0-9_-]{43})$/;

export interface ApiKey {
  /** Public part: the key is looked up by it. */
  readonly id: string;
  readonly secret: string;
}

/** The parts of `lt_<id>_<secret>`, or null when the text has another form. */
export function parseApiKey(text: string): ApiKey | null {
  const [, id, secret] = FORM.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

export function formatApiKey({ id, secret }: ApiKey): string {
  return `lt_${id}_${secret}`;
}

/** A new secret: 256 random bits in base64url. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is stored of a secret: SHA-256; 256 random bits need no salt and no slow hash. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares in constant time. */
export function isSecretOf(secret: string, storedHash: Buffer): boolean {
  const hash = hashOfSecret(secret);
  return hash.length === storedHash.length && timingSafeEqual(hash, storedHash);
}
