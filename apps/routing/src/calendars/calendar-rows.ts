/** The tables of calendar versions: published layers, drafts, counters. Every function runs in the transaction it is given. */
import { calendarLayerSchema, closureLayerSchema, nationalLayerSchema, provinceLayerSchema } from '@lien-thong/domain';
import type { CalendarLayer, Instant, NationalLayer, ProvinceLayer } from '@lien-thong/domain';
import { z } from 'zod';
import { SELECT_LAYERS } from '../reference/select-layers.js';
import type { Read } from '../store/read-as.js';
import type { Wire } from '../store/wire.js';
import { calendarBodySchema } from './calendar-body.js';
import type { CalendarBody } from './calendar-body.js';
import type { CalendarKey, Layer } from './calendar-name.js';

const LAYERS = {
  name: 'calendar-layers',
  text: `${SELECT_LAYERS}
    where v.layer = $1 and ($2::text is null or v.layer_id = $2)
      and v.version = coalesce($3, (select max(n.version) from calendar_version n where n.layer = v.layer and n.layer_id = v.layer_id))
    group by v.layer, v.layer_id, v.version order by v.layer_id`,
};

const SCHEMAS = { national: nationalLayerSchema, province: provinceLayerSchema, closure: closureLayerSchema } as const;
type LayerOf<L extends Layer> = z.infer<(typeof SCHEMAS)[L]>;

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** Newest versions of every layer of a level, by id. */
export async function newestLayers<L extends Layer>(read: Read, layer: L): Promise<readonly LayerOf<L>[]> {
  const rows = await read(LAYERS, [layer, null, null]);
  return rows.map((row) => SCHEMAS[layer].parse(withoutNulls(row)) as LayerOf<L>);
}

/** One version of a layer, the newest when none is named; null where there is none. */
export async function layerOf(
  read: Read,
  { layer, layerId }: CalendarKey,
  version: number | null = null,
): Promise<CalendarLayer | null> {
  const [row] = await read(LAYERS, [layer, layerId, version]);
  return row === undefined ? null : calendarLayerSchema.parse(withoutNulls(row));
}

/** The days of the country and the hours of all provinces, as they stand. Throws for an installation without a national layer. */
export async function legalLayers(
  read: Read,
): Promise<{ readonly national: NationalLayer; readonly provinces: readonly ProvinceLayer[] }> {
  const [national] = await newestLayers(read, 'national');
  if (national === undefined) throw new Error('there is no national calendar');
  return { national, provinces: await newestLayers(read, 'province') };
}

export interface CalendarDraft {
  readonly definition: CalendarBody;
  readonly revision: number;
  /** The newest version when it was written last; 0 where there was none. */
  readonly basedOn: number;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

const instant = z.string().transform((text) => text as Instant);
const draftRow = z.object({
  definition: calendarBodySchema,
  revision: z.int(),
  basedOn: z.int(),
  draftedBy: z.string(),
  draftedAt: instant,
  changedBy: z.string(),
  changedAt: instant,
});

const DRAFT = {
  name: 'calendar-draft',
  text: `select definition, revision, based_on as "basedOn", drafted_by as "draftedBy", drafted_at as "draftedAt",
      changed_by as "changedBy", changed_at as "changedAt" from calendar_draft where layer = $1 and layer_id = $2 and version = $3`,
};
const NEXT = {
  name: 'calendar-next-version',
  text: `insert into calendar_counter as c (layer, layer_id, last)
    select $1, $2, coalesce(max(version), 0) + 1 from calendar_version where layer = $1 and layer_id = $2
    on conflict (layer, layer_id) do update set last = greatest(c.last + 1, excluded.last) returning last`,
};
const ADD = {
  name: 'calendar-draft-add',
  text: `insert into calendar_draft (layer, layer_id, version, revision, based_on, drafted_by, drafted_at, changed_by, changed_at,
      definition) values ($1, $2, $3, 1, $4, $5, $6, $5, $6, $7)`,
};
const CHANGE = {
  name: 'calendar-draft-change',
  text: `update calendar_draft set revision = revision + 1, based_on = $4, changed_by = $5, changed_at = $6, definition = $7
    where layer = $1 and layer_id = $2 and version = $3`,
};
const DROP = {
  name: 'calendar-draft-drop',
  text: 'delete from calendar_draft where layer = $1 and layer_id = $2 and version = $3',
};
const IS_PUBLISHED = {
  name: 'calendar-is-published',
  text: 'select from calendar_version where layer = $1 and layer_id = $2 and version = $3',
};
const PUBLISH = {
  name: 'calendar-publish',
  text: `insert into calendar_version (layer, layer_id, version, agency_id, hours, noticed_years, notice_number, notice_issued_on,
      notice_issuer, notice_link, reason, drafted_by, drafted_at, changed_by, changed_at, published_by, published_at, known_from)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
};
const DAYS = {
  name: 'calendar-days',
  text: `insert into holiday (layer, layer_id, version, ordinal, date, kind, name, notice, provisional, closed_from, closed_to)
    select $1, $2, $3, ordinality - 1, (day->>'date')::date, day->>'kind', day->>'name', day->>'notice',
      (day->>'provisional')::boolean, day->'closed'->>'from', day->'closed'->>'to'
    from jsonb_array_elements($4::jsonb) with ordinality as given (day, ordinality)`,
};

const place = ({ layer, layerId }: CalendarKey, version: number): readonly unknown[] => [layer, layerId, version];

export async function draftOf(read: Read, key: CalendarKey, version: number): Promise<CalendarDraft | null> {
  const [row] = await read(DRAFT, place(key, version));
  return row === undefined ? null : draftRow.parse(row);
}

/** The next number: never one that was given out before, to whatever became of it. */
export async function nextVersion(wire: Wire, { layer, layerId }: CalendarKey): Promise<number> {
  const [row] = await wire.select<{ last: number }>(NEXT, [layer, layerId]);
  if (row === undefined) throw new Error(`no number for a version of ${layer} ${layerId}`);
  return row.last;
}

export interface AuthoredDraft {
  readonly key: CalendarKey;
  readonly version: number;
  readonly basedOn: number;
  readonly definition: CalendarBody;
  readonly by: string;
  readonly at: Instant;
}

const valuesOf = ({ key, version, basedOn, by, at, definition }: AuthoredDraft): readonly unknown[] => [
  ...place(key, version),
  ...[basedOn, by, at, JSON.stringify(definition)],
];

export async function addDraft(wire: Wire, draft: AuthoredDraft): Promise<void> {
  await wire.select(ADD, valuesOf(draft));
}

export async function changeDraft(wire: Wire, draft: AuthoredDraft): Promise<void> {
  await wire.select(CHANGE, valuesOf(draft));
}

export async function dropDraft(wire: Wire, key: CalendarKey, version: number): Promise<void> {
  await wire.select(DROP, place(key, version));
}

export async function isPublished(read: Read, key: CalendarKey, version: number): Promise<boolean> {
  return (await read(IS_PUBLISHED, place(key, version))).length > 0;
}

export interface CalendarPublication {
  readonly key: CalendarKey;
  readonly layer: CalendarLayer;
  readonly draft: CalendarDraft;
  readonly by: string;
  readonly at: Instant;
}

/** Puts the version among the published ones and takes the draft away. */
export async function publishDraft(wire: Wire, { key, layer, draft, by, at }: CalendarPublication): Promise<void> {
  const { notice, reason = null } = draft.definition;
  const hours = 'hours' in layer ? JSON.stringify(layer.hours) : null;
  const years = 'noticedYears' in layer ? layer.noticedYears : null;
  const knownFrom = 'knownFrom' in layer ? layer.knownFrom : null;
  await wire.select(PUBLISH, [
    ...place(key, layer.version),
    ...[key.layer === 'closure' ? key.layerId : null, hours, years],
    ...[notice.number, notice.issuedOn, notice.issuer, notice.link ?? null, reason],
    ...[draft.draftedBy, draft.draftedAt, draft.changedBy, draft.changedAt, by, at, knownFrom ?? null],
  ]);
  await wire.select(DAYS, [...place(key, layer.version), JSON.stringify(layer.exceptions)]);
  await dropDraft(wire, key, layer.version);
}
