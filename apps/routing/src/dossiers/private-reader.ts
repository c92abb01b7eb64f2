import { Inject, Injectable } from '@nestjs/common';
import type { DossierId } from '@lien-thong/domain';
import type { Store } from '@lien-thong/engine';
import type { Pool } from 'pg';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { APPLICATION_WALL, READ_POOL, STORE } from '../runtime/tokens.js';
import { KeyRing } from '../store/private-crypto.js';
import { privatePayloadSchema } from '../store/private-payload.js';
import type { PrivatePayload } from '../store/private-payload.js';
import { findByPerson, openPrivates } from '../store/private-store.js';

/** A name that more dossiers share than this has to be made more precise. */
const MOST_FOUND = 1_000;
const CODE = /^(TAM\.)?[GH]\d{2}[.\d]*-\d{6}-\d{4,}$/i;

export interface OpenedPart {
  readonly records: PrivatePayload[];
  readonly erased: boolean;
}

/** Persons and free text: opened for those in charge, and searched without being opened. */
@Injectable()
export class PrivateReader {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(STORE) private readonly store: Store,
    private readonly ring: KeyRing,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
  ) {}

  /** Shown to clerks of the agencies in charge, to others null; every opening is noted with the reader. */
  async open(dossierId: DossierId, caller: Caller): Promise<OpenedPart | null> {
    if (!caller.roles.has('clerk')) return null;
    const reader = { ...caller, reader: caller.officerId ?? caller.id, purpose: 'dossier-view' };
    const opened = await openPrivates({ pool: this.pool, ring: this.ring }, dossierId, reader);
    if (opened === null) return null;
    return { erased: opened.erased, records: opened.records.map(({ payload }) => privatePayloadSchema.parse(payload)) };
  }

  /** Dossiers by code, or by a person's name or number. Whether they are shown is for the list to say. */
  async find(caller: Caller, q: string): Promise<readonly DossierId[]> {
    const text = q.trim();
    if (CODE.test(text)) {
      const id = await this.store.dossierIdOf(text.toUpperCase());
      return id === null ? [] : [id];
    }
    const sources = { pool: this.pool, ring: this.ring };
    const agencies = this.wall.agenciesNamed([caller.agencyId]);
    return findByPerson(sources, caller, { query: text, before: null, limit: MOST_FOUND, agencies });
  }
}
