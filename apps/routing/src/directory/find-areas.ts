import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { findAreas, provinceCodeSchema } from '@lien-thong/domain';
import type { Directory } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import { z } from 'zod';
import { REFERENCE } from '../runtime/tokens.js';

const MOST = 50;

export const areasQuerySchema = z.strictObject({
  q: z
    .string()
    .max(120)
    .optional()
    .describe('Tên mới hoặc cũ, có dấu hay không · a new or old name, with or without accents'),
  province: provinceCodeSchema.optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(20).describe('Of a search; lists are whole'),
});

export const areasSchema = z
  .strictObject({
    areas: z.array(
      z.strictObject({
        kind: z.enum(['province', 'commune', 'oldUnit']),
        code: z.string(),
        fullName: z.string(),
        district: z.string().nullable().describe('Of an old unit'),
        province: z.string(),
        provinceCode: z.string(),
        communeCodes: z
          .array(z.string())
          .readonly()
          .describe('Xã, phường hiện nay · communes an old unit belongs to now; several: it was divided'),
      }),
    ),
  })
  .meta({ id: 'Areas' });
type AreasView = z.infer<typeof areasSchema>;

export class FindAreas extends Query<AreasView> {
  constructor(readonly asked: z.infer<typeof areasQuerySchema>) {
    super();
  }
}

/** Without a name: the communes of a province, or the provinces. */
@QueryHandler(FindAreas)
export class FindAreasHandler implements IQueryHandler<FindAreas> {
  constructor(@Inject(REFERENCE) private readonly reference: LiveReference) {}

  async execute({ asked: { q, province, limit } }: FindAreas): Promise<AreasView> {
    const { directory } = this.reference;
    if (q !== undefined) return { areas: findAreas(directory, q, { provinceCode: province, limit }) };
    return { areas: province === undefined ? provinces(directory) : communesOf(directory, province) };
  }
}

function provinces({ areas }: Directory): AreasView['areas'] {
  return [...areas.provinces.values()].flatMap((versions) => {
    const last = versions.at(-1);
    if (last === undefined) return [];
    const { code, fullName } = last;
    return [
      { kind: 'province', code, fullName, district: null, province: fullName, provinceCode: code, communeCodes: [] },
    ];
  });
}

function communesOf({ areas }: Directory, provinceCode: string): AreasView['areas'] {
  const province = areas.provinces.get(provinceCode)?.at(-1)?.fullName ?? provinceCode;
  return [...areas.communes.values()].flatMap((versions) => {
    const last = versions.at(-1);
    if (last === undefined || last.provinceCode !== provinceCode) return [];
    const { code, fullName } = last;
    return [{ kind: 'commune', code, fullName, district: null, province, provinceCode, communeCodes: [code] }];
  });
}
