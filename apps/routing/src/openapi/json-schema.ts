import { z } from 'zod';

export type JsonSchema = Readonly<Record<string, unknown>>;
export type Components = Map<string, JsonSchema>;

const DEFS = '#/$defs/';
const COMPONENTS = '#/components/schemas/';

interface Way {
  /** What a caller may send, or what he gets. */
  readonly io: 'input' | 'output';
  /** Leads the names of definitions that have none of their own. */
  readonly owner: string;
}

/** JSON Schema 2020-12 of a zod schema; definitions with a name move into the components of the document. */
export function jsonSchemaOf(schema: z.ZodType, { io, owner }: Way, components: Components): JsonSchema {
  const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, override: strict });
  const nameOf = (name: string): string => (name.startsWith('__') ? `${owner}${name.replace(/\W|_/g, '')}` : name);
  const renamed = (value: unknown): unknown => mapRefs(value, (ref) => COMPONENTS + nameOf(ref.slice(DEFS.length)));
  for (const [name, definition] of Object.entries($defs)) addComponent(components, nameOf(name), renamed(definition));
  return renamed(root) as JsonSchema;
}

/** The same name must mean the same thing everywhere. */
function addComponent(components: Components, name: string, definition: unknown): void {
  const { id: _, ...schema } = definition as JsonSchema;
  const known = components.get(name);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`two schemas are called ${name}`);
  }
  components.set(name, schema);
}

/** Without this a pattern of an instant would be shown, and nothing would say that it is one. */
function strict({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (zodSchema._zod.def.type === 'string' && jsonSchema.format === 'date-time') delete jsonSchema.pattern;
}

function mapRefs(value: unknown, map: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapRefs(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' && item.startsWith(DEFS) ? map(item) : mapRefs(item, map),
    ]),
  );
}
