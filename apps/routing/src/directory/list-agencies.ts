import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { AGENCY_KINDS, agencySchema, communeCodeSchema, provinceCodeSchema, searchKey } from '@lien-thong/domain';
import type { Agency, Directory } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import { z } from 'zod';
import { cursorSchema, decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { REFERENCE } from '../runtime/tokens.js';

export const agenciesQuerySchema = z.strictObject({
  q: z
    .string()
    .max(120)
    .optional()
    .describe('Một phần tên, có dấu hay không · part of the name, with or without accents'),
  province: provinceCodeSchema.optional(),
  commune: communeCodeSchema.optional(),
  kind: z.enum(AGENCY_KINDS).optional(),
  cursor: cursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
type Asked = z.infer<typeof agenciesQuerySchema>;

export const agencyViewSchema = agencySchema.meta({ id: 'Agency' });
export const agenciesSchema = z
  .strictObject({ agencies: z.array(agencyViewSchema).readonly(), next: z.string().nullable() })
  .meta({ id: 'Agencies' });
type AgenciesView = z.infer<typeof agenciesSchema>;

export class ListAgencies extends Query<AgenciesView> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** Agencies by id. */
@QueryHandler(ListAgencies)
export class ListAgenciesHandler implements IQueryHandler<ListAgencies> {
  constructor(@Inject(REFERENCE) private readonly reference: LiveReference) {}

  /** Throws `cursor-invalid`. */
  async execute({ asked }: ListAgencies): Promise<AgenciesView> {
    const after = asked.cursor === undefined ? '' : decodeCursor(asked.cursor, z.tuple([z.string()]))[0];
    const found = sorted(this.reference.directory).filter((agency) => agency.id > after && isAskedFor(agency, asked));
    const agencies = found.slice(0, asked.limit);
    const last = agencies.at(-1);
    return { agencies, next: found.length > agencies.length && last ? encodeCursor([last.id]) : null };
  }
}

function sorted({ agencies }: Directory): readonly Agency[] {
  return [...agencies.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isAskedFor(agency: Agency, { q, province, commune, kind }: Asked): boolean {
  const names = `${agency.name} ${agency.nameEn} ${agency.oneStopUnit?.name ?? ''}`;
  return (
    (province === undefined || agency.provinceCode === province) &&
    (commune === undefined || agency.communeCode === commune) &&
    (kind === undefined || agency.kind === kind) &&
    (q === undefined || searchKey(names).includes(searchKey(q)))
  );
}

export class GetAgency extends Query<Agency> {
  constructor(readonly id: string) {
    super();
  }
}

@QueryHandler(GetAgency)
export class GetAgencyHandler implements IQueryHandler<GetAgency> {
  constructor(@Inject(REFERENCE) private readonly reference: LiveReference) {}

  /** Throws `not-found`. */
  async execute({ id }: GetAgency): Promise<Agency> {
    const agency = this.reference.directory.agencies.get(id);
    if (agency === undefined) throw new Problem('not-found', { agency: id });
    return agency;
  }
}
