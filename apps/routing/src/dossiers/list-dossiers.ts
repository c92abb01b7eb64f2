import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { DossierId } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import type { ClockPort, Store } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { Caller } from '../identity/caller.js';
import { CLOCK, READ_POOL, REFERENCE, STORE } from '../runtime/tokens.js';
import { loadDossiers } from '../store/dossier-loading.js';
import { KeyRing } from '../store/private-crypto.js';
import { findByPerson } from '../store/private-store.js';
import { readAs } from '../store/read-as.js';
import { inTransaction, viewerReads } from '../store/transactions.js';
import { listedView } from './listed-view.js';
import type { Asked, ListView } from './listed-view.js';
import { COUNT, filterValues, pageOf } from './list-statement.js';
import type { Filters, PhaseCount, Place } from './list-statement.js';

/** A name that more dossiers share than this has to be made more precise. */
const MOST_FOUND = 1_000;
const CODE = /^(TAM\.)?[GH]\d{2}[.\d]*-\d{6}-\d{4,}$/i;
const placeSchema = z.tuple([z.number(), z.uuid()]);

export class ListDossiers extends Query<ListView> {
  constructor(
    readonly caller: Caller,
    readonly asked: Asked,
  ) {
    super();
  }
}

interface Found {
  readonly id: DossierId;
  readonly place: number;
}

@QueryHandler(ListDossiers)
export class ListDossiersHandler implements IQueryHandler<ListDossiers> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(STORE) private readonly store: Store,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
    private readonly ring: KeyRing,
  ) {}

  /** Throws `cursor-invalid`. */
  async execute({ caller, asked }: ListDossiers): Promise<ListView> {
    const after: Place | null = asked.cursor === undefined ? null : decodeCursor(asked.cursor, placeSchema);
    const filters = await this.filtersOf(caller, asked);
    const values = filterValues(filters);
    const page = [...values, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    const [found, counts] = await readAs(this.pool, caller, (read) =>
      Promise.all([read<Found & object>(pageOf(asked.sort), page), read<PhaseCount & object>(COUNT, values)]),
    );
    const shown = found.slice(0, asked.limit);
    const last = shown.at(-1);
    return {
      at: filters.now,
      dossiers: await this.listed(caller, shown, filters),
      next: found.length > shown.length && last ? encodeCursor([last.place, last.id]) : null,
      counts: countsOf(counts),
    };
  }

  private async filtersOf(caller: Caller, asked: Asked): Promise<Filters> {
    const { phase, state, holder, procedure, overdue, dueBefore, q } = asked;
    return {
      agencies: [caller.agencyId, ...caller.supervises],
      phases: phase ?? null,
      open: state === undefined ? null : state === 'open',
      holder: holder === 'me' ? caller.agencyId : (holder ?? null),
      procedure: procedure ?? null,
      overdue: overdue === undefined ? null : overdue === 'true',
      dueBefore: dueBefore ?? null,
      among: q === undefined ? null : await this.searched(caller, q),
      now: this.clock.now(),
    };
  }

  /** By code, or by a person's name or number; row-level security decides whether what was found is shown. */
  private async searched(caller: Caller, q: string): Promise<readonly DossierId[]> {
    if (CODE.test(q.trim())) {
      const id = await this.store.dossierIdOf(q.trim().toUpperCase());
      return id === null ? [] : [id];
    }
    const sources = { pool: this.pool, ring: this.ring };
    return findByPerson(sources, caller, { query: q, before: null, limit: MOST_FOUND });
  }

  private async listed(caller: Caller, shown: readonly Found[], { now }: Filters): Promise<ListView['dossiers']> {
    if (shown.length === 0) return [];
    const ids = shown.map(({ id }) => id);
    const opening = viewerReads(caller.agencyId, caller.supervises);
    const stored = await inTransaction(this.pool, opening, (wire) => loadDossiers(wire, ids, 'open'));
    return ids.flatMap((id) => {
      const file = stored.get(id)?.file;
      if (file === undefined) return [];
      const rules = this.reference.rulesOf(file.dossier.pin);
      return [listedView(file, rules, { at: now, directory: this.reference.directory, caller })];
    });
  }
}

function countsOf(rows: readonly PhaseCount[]): ListView['counts'] {
  const sum = (of: 'total' | 'overdue') => rows.reduce((all, row) => all + row[of], 0);
  const byPhase = Object.fromEntries(rows.map(({ phase, total }) => [phase, total]));
  return { total: sum('total'), overdue: sum('overdue'), byPhase };
}
