/** Keys and sealing of private data (ADR 0012). AES-256-GCM everywhere: nonce (12 bytes), ciphertext, tag (16 bytes). */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { DossierId } from '@lien-thong/domain';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TOKEN_BYTES = 16;
/** Ten letters of Crockford's alphabet are 50 bits: enough behind a rate limit, short enough to copy from a receipt. */
const TRACK_LETTERS = 10;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface MasterKey {
  /** Stands beside every key it wraps, so that it can be replaced while old ones are still read. */
  readonly name: string;
  readonly key: Buffer;
}

export interface PrivateKeys {
  /** Wraps new data keys. */
  readonly current: MasterKey;
  /** Still unwrap what they wrapped. */
  readonly former: readonly MasterKey[];
  /** Keys the search hashes; replacing it means hashing every name again. */
  readonly search: Buffer;
}

/** A data key as it is stored. */
export interface WrappedKey {
  readonly keyId: string;
  readonly master: string;
  readonly wrapped: Buffer;
}

/** Encrypts; `context` is bound to the result, so that a sealed value cannot be moved to another place. */
export function seal(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts. Throws when the key or context is another one, or a bit was changed. */
export function unseal(key: Buffer, sealed: Buffer, context: string): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const body = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

const keyContext = (dossierId: DossierId, keyId: string): string => `data-key ${dossierId} ${keyId}`;

/** The master keys at work: makes, wraps and unwraps data keys, and hashes what is searched for. */
export class KeyRing {
  private readonly masters: ReadonlyMap<string, Buffer>;
  private readonly searchKey: Buffer;
  private readonly trackKey: Buffer;

  /** Throws RangeError for a key that has not 32 bytes, and when two master keys share a name. */
  constructor(private readonly keys: PrivateKeys) {
    const masters = [keys.current, ...keys.former];
    this.masters = new Map(masters.map(({ name, key }) => [name, key]));
    if (this.masters.size !== masters.length) throw new RangeError('two master keys share a name');
    if ([...this.masters.values(), keys.search].some(({ length }) => length !== KEY_BYTES)) {
      throw new RangeError(`keys of private data have ${KEY_BYTES} bytes`);
    }
    this.searchKey = Buffer.from(hkdfSync('sha256', keys.search, '', 'search tokens', KEY_BYTES));
    this.trackKey = Buffer.from(hkdfSync('sha256', keys.search, '', 'tracking secrets', KEY_BYTES));
  }

  makeDataKey(dossierId: DossierId, keyId: string): { readonly key: Buffer; readonly stored: WrappedKey } {
    const key = randomBytes(KEY_BYTES);
    const { name, key: master } = this.keys.current;
    return { key, stored: { keyId, master: name, wrapped: seal(master, key, keyContext(dossierId, keyId)) } };
  }

  /** Throws when the master key that wrapped it is not at hand. */
  unwrap(dossierId: DossierId, { keyId, master, wrapped }: WrappedKey): Buffer {
    const key = this.masters.get(master);
    if (key === undefined) throw new Error(`the master key ${master} is not configured`);
    return unseal(key, wrapped, keyContext(dossierId, keyId));
  }

  /** Wraps a secret that belongs to no dossier; `context` says what it is for, and must be said again to open it. */
  wrapSecret(secret: Buffer, context: string): { readonly master: string; readonly wrapped: Buffer } {
    const { name, key } = this.keys.current;
    return { master: name, wrapped: seal(key, secret, context) };
  }

  /** Throws when the master key that wrapped it is not at hand, or it was wrapped for something else. */
  unwrapSecret({ master, wrapped }: { readonly master: string; readonly wrapped: Buffer }, context: string): Buffer {
    const key = this.masters.get(master);
    if (key === undefined) throw new Error(`the master key ${master} is not configured`);
    return unseal(key, wrapped, context);
  }

  /** Keyed hash of one normalised token, hexadecimal: equal tokens are found, and nothing can be read or guessed from them. */
  token(kind: string, value: string): string {
    const hash = createHmac('sha256', this.searchKey).update(`${kind}\u0000${value}`).digest();
    return hash.subarray(0, TOKEN_BYTES).toString('hex');
  }

  /** The secret printed on the receipt, which opens the public page of this dossier. Derived, so it needs no place to be kept. */
  trackingSecret(dossierId: DossierId): string {
    const hash = createHmac('sha256', this.trackKey).update(dossierId).digest();
    return Array.from(hash.subarray(0, TRACK_LETTERS), (byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join('');
  }
}
