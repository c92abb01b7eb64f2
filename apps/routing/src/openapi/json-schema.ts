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

interface Overridden {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}

/** Without this a pattern of an instant would be shown, and nothing would say that it is one; and what only zod needs to say goes. */
function strict({ zodSchema, jsonSchema }: Overridden): void {
  const { def } = zodSchema._zod;
  if (def.type === 'string' && jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (def.type === 'string' && jsonSchema.format === 'uuid') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // Of TypeScript's readonly; to OpenAPI it would mean that a caller may not send it.
  delete jsonSchema.readOnly;
  if (def.type === 'union' && 'discriminator' in def) {
    jsonSchema['discriminator'] = { propertyName: String(def.discriminator) };
  }
}

/** Which value of the discriminator means which component; readers of the document would take the name of the component for it. */
export function withMappings(components: Components): Record<string, JsonSchema> {
  return Object.fromEntries([...components].sort().map(([name, schema]) => [name, withMapping(schema, components)]));
}

function withMapping(schema: JsonSchema, components: Components): JsonSchema {
  const discriminator = schema['discriminator'] as { readonly propertyName: string } | undefined;
  const members = (schema['oneOf'] ?? []) as readonly { readonly $ref?: string }[];
  if (discriminator === undefined) return schema;
  const { propertyName } = discriminator;
  const mapping = members.flatMap(({ $ref = '' }) => {
    const { properties } = (components.get($ref.slice(COMPONENTS.length)) ?? {}) as {
      readonly properties?: Readonly<Record<string, { readonly const?: string }>>;
    };
    const value = properties?.[propertyName]?.const;
    return value === undefined ? [] : [[value, $ref]];
  });
  // The keyword is of use where each member has a name; without names `const` says the same.
  const { discriminator: _, ...rest } = schema;
  return mapping.length < members.length
    ? rest
    : { ...rest, discriminator: { propertyName, mapping: Object.fromEntries(mapping) as object } };
}

/** The keyword leads to components; where the members stand in the union itself, `const` says the same, and AsyncAPI has no such keyword. */
function membersAreNamed(union: object): boolean {
  const { oneOf = [] } = union as { readonly oneOf?: readonly object[] };
  return oneOf.every((member) => '$ref' in member);
}

function mapRefs(value: unknown, map: (ref: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapRefs(item, map));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'discriminator' || membersAreNamed(value));
  return Object.fromEntries(
    kept.map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' && item.startsWith(DEFS) ? map(item) : mapRefs(item, map),
    ]),
  );
}
