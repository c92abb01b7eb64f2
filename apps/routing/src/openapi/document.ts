import { z } from 'zod';
import { statusOf } from '../http/problem-codes.js';
import type { ProblemCode } from '../http/problem-codes.js';
import { INFO, SECURITY_SCHEMES, TAGS } from './document-head.js';
import { ANSWER_HEADERS, HEADERS } from './request-headers.js';
import { jsonSchemaOf, withMappings } from './json-schema.js';
import { nameSchemas } from './named-schemas.js';
import type { Components, JsonSchema } from './json-schema.js';
import type { AnswerBody } from './operation.js';
import { problemSchema } from './problem-schema.js';
import { problemsOf } from './problems-of.js';
import type { Route } from './routes-of.js';

const LINES = 'application/x-ndjson';
const A_LINE_EACH = {
  schema: {
    type: 'string',
    description: 'The same items, one JSON text on each line (`\\n`); empty lines are passed over',
  },
};
const PROBLEM = { $ref: '#/components/schemas/Problem' };
const SUCCESS: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No content',
  302: 'Found',
  303: 'See other',
};

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, JsonSchema>>;
  readonly [field: string]: unknown;
}
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly securitySchemes: JsonSchema };
  readonly [field: string]: unknown;
}

/** The OpenAPI 3.1 document of these routes, in the order of path and method. Throws when two operations share an id. */
export function openApiOf(routes: readonly Route[]): OpenApiDocument {
  nameSchemas();
  const components: Components = new Map();
  jsonSchemaOf(z.object({ problem: problemSchema }), { io: 'output', owner: 'Problem' }, components);
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  const ids = new Set<string>();
  for (const route of [...routes].sort(byPath)) {
    if (ids.has(route.facts.id)) throw new Error(`two operations are called ${route.facts.id}`);
    ids.add(route.facts.id);
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: INFO,
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: { schemas: withMappings(components), securitySchemes: SECURITY_SCHEMES },
  };
}

function byPath(a: Route, b: Route): number {
  return `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1;
}

function operationOf(route: Route, components: Components): OpenApiOperation {
  const { facts, access } = route;
  const parameters = parametersOf(route, components);
  return {
    operationId: facts.id,
    tags: [facts.tag],
    summary: facts.summary,
    description: facts.notes === undefined ? facts.summaryEn : `${facts.summaryEn}\n\n${facts.notes}`,
    security: 'public' in access ? [] : [{ key: [] }, { session: [] }],
    ...('public' in access ? {} : { 'x-roles': [...access.roles] }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...bodyOf(route, components),
    ...(facts.example === undefined ? {} : { 'x-example': facts.example }),
    responses: { ...successes(route, components), ...problemResponses(problemsOf(route), route.facts.problemsOrAs) },
  };
}

function bodyOf({ body, facts }: Route, components: Components): object {
  if (body === null) return {};
  const schema = jsonSchemaOf(facts.body ?? body, { io: 'input', owner: facts.id }, components);
  const types = facts.bodyTypes ?? ['application/json'];
  const example = facts.example?.body === undefined ? {} : { example: facts.example.body };
  return {
    requestBody: {
      required: true,
      content: Object.fromEntries(types.map((type) => [type, type === LINES ? A_LINE_EACH : { schema, ...example }])),
    },
  };
}

function parametersOf({ params, query, facts }: Route, components: Components): JsonSchema[] {
  const way = { io: 'input', owner: facts.id } as const;
  const inPath = [...params].map(([name, schema]) =>
    described('path', name, jsonSchemaOf(schema, way, components), true),
  );
  const inHeader = Object.entries(facts.headers ?? {}).map(([name, need]) => ({
    ...{ name, in: 'header', required: need === 'required' },
    ...HEADERS[name as keyof typeof HEADERS],
  }));
  return [...inPath, ...(query === null ? [] : queryParameters(jsonSchemaOf(query, way, components))), ...inHeader];
}

function queryParameters(schema: JsonSchema): JsonSchema[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = new Set((schema['required'] ?? []) as readonly string[]);
  return Object.entries(properties).map(([name, property]) => described('query', name, property, required.has(name)));
}

/** A description belongs to the parameter; tools do not look for it in the schema. */
function described(place: string, name: string, { description, ...schema }: JsonSchema, required: boolean): JsonSchema {
  return { name, in: place, required, ...(description === undefined ? {} : { description }), schema };
}

function successes({ facts }: Route, components: Components): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(facts.answers).map(([status, answer]) => [
      status,
      { description: SUCCESS[status] ?? 'Success', ...contentOf(answer, facts.id, components) },
    ]),
  );
}

function contentOf(answer: AnswerBody, owner: string, components: Components): object {
  if ('none' in answer) return {};
  if ('mediaType' in answer) return { content: { [answer.mediaType]: { schema: { type: 'string' } } } };
  const schema = jsonSchemaOf(answer.schema, { io: 'output', owner: `${owner}Answer` }, components);
  const headers = (answer.headers ?? []).map((name) => [name, ANSWER_HEADERS[name]]);
  return {
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(headers) as object }),
    content: {
      'application/json': { schema },
      ...(answer.orAs === undefined ? {} : { [answer.orAs]: { schema: { type: 'string' } } }),
    },
  };
}

/** Faults and outages that may befall any operation at any time. */
const OF_ANY_OPERATION: ReadonlySet<ProblemCode> = new Set(['internal-fault', 'commit-unknown']);

const TOO_OFTEN = 429;
const RETRY_AFTER = { 'retry-after': { description: 'Seconds to wait', required: true, schema: { type: 'integer' } } };
const OF_ANY_REQUEST =
  'internal-fault, unavailable, commit-unknown (send again under the same key); unreadable-request, address-too-long, headers-too-large, request-timeout';

/** One answer for each status, naming the codes it may carry; `default` stands for faults and outages (500, 503). */
function problemResponses(codes: readonly ProblemCode[], orAs: string | undefined): Record<string, JsonSchema> {
  const content = { 'application/problem+json': { schema: PROBLEM } };
  const also = orAs === undefined ? {} : { [orAs]: { schema: { type: 'string' } } };
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes.filter((code) => !OF_ANY_OPERATION.has(code)))
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  const responses = [...byStatus].map(([status, group]) => [
    String(status),
    {
      description: group.join(', '),
      ...(status === TOO_OFTEN ? { headers: RETRY_AFTER } : {}),
      content: { ...content, ...also },
    },
  ]);
  return {
    ...(Object.fromEntries(responses) as Record<string, JsonSchema>),
    default: { description: OF_ANY_REQUEST, content },
  };
}
