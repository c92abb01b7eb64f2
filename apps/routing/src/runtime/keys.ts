import { createPrivateKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Env } from '../env.js';
import { KeyRing } from '../store/private-crypto.js';

const KEY_BYTES = 32;
/** PKCS #8 wrapping of a bare Ed25519 seed (RFC 8410 §7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Keys of the private data. The name stands beside every wrapped key, so that a later master key can take over. */
export function keyRingOf(env: Env): KeyRing {
  const key = Buffer.from(env.LIENTHONG_MASTER_KEY, 'base64');
  return new KeyRing({ current: { name: 'm1', key }, former: [], search: derived(key, 'search key') });
}

/** Key that signs access tokens: its own when one is configured, otherwise derived, so that replicas agree on it. */
export function tokenKeyOf(env: Env): KeyObject {
  const seed =
    env.LIENTHONG_TOKEN_KEY === undefined
      ? derived(Buffer.from(env.LIENTHONG_MASTER_KEY, 'base64'), 'token signing key')
      : Buffer.from(env.LIENTHONG_TOKEN_KEY, 'base64');
  return createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** Key of the hashes and seals that live no longer than a sign-in. */
export function signInKeyOf(env: Env): Buffer {
  return derived(Buffer.from(env.LIENTHONG_MASTER_KEY, 'base64'), 'sign-in key');
}

/** Key of the agencies' passwords at the broker. */
export function natsAgencyKeyOf(env: Env): Buffer {
  return derived(Buffer.from(env.LIENTHONG_MASTER_KEY, 'base64'), 'nats agency');
}

/** Key of the ids by which the broker recognises a message that comes twice. */
export function natsMessageKeyOf(env: Env): Buffer {
  return derived(Buffer.from(env.LIENTHONG_MASTER_KEY, 'base64'), 'nats message id');
}

/** Seed of the Ed25519 key exported evidence is sealed with. */
export function evidenceSeedOf(env: Env): Buffer {
  return derived(Buffer.from(env.LIENTHONG_MASTER_KEY, 'base64'), 'evidence seal');
}

function derived(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `lien-thong ${purpose}`, KEY_BYTES));
}
