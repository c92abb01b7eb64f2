import { randomFillSync } from 'node:crypto';
import type { Ids } from '@lien-thong/engine';

const POOL_BYTES = 8 * 512;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;
let lastMillis = 0;
let sequence = 0;

function randomBytes8(): Buffer {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += 8;
  return pool.subarray(used - 8, used);
}

const LARGEST_SEQUENCE = 0xfff;

/**
 * A UUID of version 7 (RFC 9562): milliseconds of real time, a sequence that keeps those of one process and millisecond in order,
 * and 62 random bits, so that nobody can guess the next one. A clock that steps back does not make ids go back.
 */
export function uuid7(now: number = Date.now()): string {
  if (now > lastMillis) {
    lastMillis = now;
    sequence = 0;
  } else if (++sequence > LARGEST_SEQUENCE) {
    lastMillis += 1;
    sequence = 0;
  }
  const millis = lastMillis.toString(16).padStart(12, '0');
  const tail = randomBytes8();
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
  const random = tail.toString('hex');
  const middle = (0x7000 | sequence).toString(16);
  return `${millis.slice(0, 8)}-${millis.slice(8)}-${middle}-${random.slice(0, 4)}-${random.slice(4)}`;
}

/** Ids for production. They follow real time even where the demonstration's clock stands still: they say nothing about the law. */
export const uuid7Ids: Ids = { next: () => uuid7() };
