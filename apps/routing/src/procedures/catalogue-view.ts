/** A procedure of the national list: whether its limit is known, why not, and which versions drive clocks here. */
import { LIMIT_UNITS, UNKNOWN_LIMIT_REASONS } from '@lien-thong/domain';
import type { CatalogueEntry, CatalogueLimit, UnknownLimitReason } from '@lien-thong/domain';
import { z } from 'zod';

const WHY_UNKNOWN: Readonly<Record<UnknownLimitReason, readonly [string, string]>> = {
  portal_unit_missing: [
    'Cổng quốc gia chỉ hiện một con số, không có đơn vị thời gian',
    'The national portal shows a bare number without a unit',
  ],
  text_only: ['Thời hạn chỉ được ghi bằng lời', 'The limit is given in words only'],
  none: ['Không công bố thời hạn', 'No limit is published'],
};

const limitSchema = z
  .discriminatedUnion('known', [
    z.strictObject({
      known: z.literal(true),
      basis: z.enum(['portal', 'override']),
      amount: z.string().nullable().describe('As the portal shows it'),
      unit: z.enum(LIMIT_UNITS).nullable(),
      duration: z.string().nullable().describe('1.5wd · 12wh · 30cd · sameDay; null where no clock can run on it'),
      illustration: z.boolean().describe('Assumed for demonstration'),
      source: z.string().nullable(),
    }),
    z.strictObject({
      known: z.literal(false),
      reason: z.enum(UNKNOWN_LIMIT_REASONS),
      why: z.string(),
      whyEn: z.string(),
      shown: z.string().nullable().describe('What the portal shows in its place'),
    }),
  ])
  .meta({ id: 'CatalogueLimit' });

const versionRefSchema = z.strictObject({
  version: z.int(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  boundaryScope: z.enum(['none', 'province', 'nation']),
  illustration: z.strictObject({ why: z.string(), whyEn: z.string() }).nullable(),
});

export const procedureEntrySchema = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    field: z.string(),
    ministry: z.string().nullable().describe('Null for a procedure that is not on the national list'),
    levels: z.array(z.string()).readonly(),
    limit: limitSchema.nullable().describe('Of the national list'),
    versions: z.array(versionRefSchema).describe('Các bản đã công bố, vận hành được · versions that drive clocks here'),
  })
  .meta({ id: 'Procedure' });
export type ProcedureEntryView = z.infer<typeof procedureEntrySchema>;

/** One row of a list or of one procedure: the catalogue's entry where there is one, and the published versions. */
export interface ProcedureRow {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly entry: CatalogueEntry | null;
  readonly versions: ProcedureEntryView['versions'];
}

function limitView(limit: CatalogueLimit): ProcedureEntryView['limit'] {
  if (limit.kind === 'unknown') {
    const [why, whyEn] = WHY_UNKNOWN[limit.reason];
    return { known: false, reason: limit.reason, why, whyEn, shown: limit.shown };
  }
  if (limit.basis === 'portal') {
    const { amount, unit, duration } = limit;
    return { known: true, basis: 'portal', amount, unit, duration, illustration: false, source: null };
  }
  const { illustration, source } = limit.override;
  return { known: true, basis: 'override', amount: null, unit: null, duration: limit.duration, illustration, source };
}

export function procedureEntry({ code, name, field, entry, versions }: ProcedureRow): ProcedureEntryView {
  return {
    ...{ code, name, field, versions },
    ministry: entry?.ministry ?? null,
    levels: entry?.levels ?? [],
    limit: entry === null ? null : limitView(entry.limit),
  };
}
