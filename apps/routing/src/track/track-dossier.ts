import { timingSafeEqual } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { DossierId } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import type { ClockPort, Store } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.js';
import { RateLimit } from '../http/rate-limit.js';
import { CLOCK, READ_POOL, REFERENCE, STORE } from '../runtime/tokens.js';
import { loadDossiers } from '../store/dossier-loading.js';
import { KeyRing } from '../store/private-crypto.js';
import { inTransaction, trackReads } from '../store/transactions.js';
import { trackView } from './track-view.js';
import type { TrackView } from './track-view.js';

/** No dossier has this id: an unknown code costs the same work as a wrong secret. */
const NOBODY = '00000000-0000-0000-0000-000000000000' as DossierId;
/** Guesses at one code are few, wherever they come from. */
const GUESSES_SHARE = 0.05;

export class TrackDossier extends Query<TrackView> {
  constructor(
    readonly code: string,
    readonly secret: string,
  ) {
    super();
  }
}

@QueryHandler(TrackDossier)
export class TrackDossierHandler implements IQueryHandler<TrackDossier> {
  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
    private readonly ring: KeyRing,
    private readonly limit: RateLimit,
  ) {}

  /** Throws `dossier-not-found` alike for an unknown code and for a wrong secret, and `rate-limited`. */
  async execute({ code, secret }: TrackDossier): Promise<TrackView> {
    this.limit.take(`track ${code}`, GUESSES_SHARE);
    const known = await this.store.dossierIdOf(code);
    const right = isSame(plainSecret(secret), this.ring.trackingSecret(known ?? NOBODY));
    if (known === null || !right) throw new Problem('dossier-not-found');
    const stored = await inTransaction(this.pool, trackReads(known), (wire) => loadDossiers(wire, [known], 'open'));
    const file = stored.get(known)?.file;
    if (file === undefined) throw new Problem('dossier-not-found');
    const rules = this.reference.rulesOf(file.dossier.pin);
    return trackView(file, { rules, directory: this.reference.directory, at: this.clock.now() });
  }
}

/** As somebody copies it from paper: case does not matter, nor O for 0, nor I and L for 1, nor spaces and dashes. */
function plainSecret(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
