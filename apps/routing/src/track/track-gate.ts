import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DossierId } from '@lien-thong/domain';
import type { Store } from '@lien-thong/engine';
import { Problem } from '../http/problem.js';
import { RateLimit } from '../http/rate-limit.js';
import { STORE } from '../runtime/tokens.js';
import { KeyRing } from '../store/private-crypto.js';

/** No dossier has this id: an unknown code costs the same work as a wrong secret. */
const NOBODY = '00000000-0000-0000-0000-000000000000' as DossierId;
/** Guesses at one code are few, wherever they come from. */
const GUESSES_SHARE = 0.05;

/** Whoever holds the receipt may come in. */
@Injectable()
export class TrackGate {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly ring: KeyRing,
    private readonly limit: RateLimit,
  ) {}

  /** The dossier of the receipt. Throws `dossier-not-found` alike for an unknown code and a wrong secret, and `rate-limited`. */
  async admit(code: string, secret: string): Promise<DossierId> {
    this.limit.take(`track ${code}`, GUESSES_SHARE);
    const known = await this.store.dossierIdOf(code);
    const right = isSame(plainSecret(secret), this.ring.trackingSecret(known ?? NOBODY));
    if (known === null || !right) throw new Problem('dossier-not-found');
    return known;
  }
}

/** As somebody copies it from paper: case does not matter, nor O for 0, nor I and L for 1, nor spaces and dashes. */
function plainSecret(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** In constant time. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
