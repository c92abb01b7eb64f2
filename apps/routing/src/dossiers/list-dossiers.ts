import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { DossierId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { APPLICATION_WALL, READ_POOL } from '../runtime/tokens.js';
import { readAs } from '../store/read-as.js';
import { DossierReader } from './dossier-reader.js';
import { listedView } from './listed-view.js';
import type { Asked, ListView } from './listed-view.js';
import { COUNT, filterValues, pageOf } from './list-statement.js';
import type { Filters, PhaseCount, Place } from './list-statement.js';
import { PrivateReader } from './private-reader.js';

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
    private readonly reader: DossierReader,
    private readonly privates: PrivateReader,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
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
      agencies: this.wall.agenciesNamed([caller.agencyId, ...caller.supervises]),
      phases: phase ?? null,
      open: state === undefined ? null : state === 'open',
      holder: holder === 'me' ? caller.agencyId : (holder ?? null),
      procedure: procedure ?? null,
      overdue: overdue === undefined ? null : overdue === 'true',
      dueBefore: dueBefore ?? null,
      among: q === undefined ? null : await this.privates.find(caller, q),
      now: this.reader.now(),
    };
  }

  private async listed(caller: Caller, shown: readonly Found[], { now }: Filters): Promise<ListView['dossiers']> {
    const read = await this.reader.readMany(
      caller,
      shown.map(({ id }) => id),
    );
    const beside = { at: now, directory: this.reader.directory, caller, systemsDown: this.reader.systemsDown(now) };
    return read.map(({ file, rules }) => listedView(file, rules, beside));
  }
}

function countsOf(rows: readonly PhaseCount[]): ListView['counts'] {
  const sum = (of: 'total' | 'overdue') => rows.reduce((all, row) => all + row[of], 0);
  const byPhase = Object.fromEntries(rows.map(({ phase, total }) => [phase, total]));
  return { total: sum('total'), overdue: sum('overdue'), byPhase };
}
