// @ts-check
/** The two generated files of this package, made of the OpenAPI document: what travels, and what may be asked. */
import { comment, propertyName, typeText } from './type-text.mjs';

/**
 * @typedef {import('./type-text.mjs').Schema} Schema
 * @typedef {{ name: string, in: string, required: boolean, schema: Schema }} Parameter
 * @typedef {{ method: string, path: string, operation: Schema }} Listed
 */

const ORIGIN =
  '// Made of apps/routing/openapi.json by `npm run generate -w @lien-thong/client`; a difference fails a test.\n';
/** Headers that are arguments, and their names there. @type {Record<string, string>} */
const HEADER_ARGUMENTS = { 'Idempotency-Key': 'idempotencyKey', 'If-Match': 'ifMatch' };

/** @param {Schema} document */
export function schemasText(document) {
  /** @type {import('./type-text.mjs').Named} */
  const named = new Map();
  const schemas = Object.entries(document['components']['schemas']).map(([name, schema]) => {
    const text = typeText(schema, named);
    const head = comment(schema['description']);
    const isObject = schema['type'] === 'object' && text.startsWith('{');
    return isObject ? `${head}export interface ${name} ${text}` : `${head}export type ${name} = ${text};`;
  });
  const parts = [...named].map(([name, text]) => `export type ${name} = ${text};`);
  return `${ORIGIN}\n${[...parts, ...schemas].join('\n\n')}\n`;
}

/** @param {Schema} document */
export function operationsText(document) {
  const listed = operationsOf(document);
  /** @type {import('./type-text.mjs').Named} */
  const named = new Map();
  const shapes = listed.map((each) => shapeText(each, named));
  const known = [...Object.keys(document['components']['schemas']), ...named.keys()];
  const used = known.filter((name) => shapes.some((shape) => new RegExp(`\\b${name}\\b`).test(withoutComments(shape))));
  return [
    ORIGIN,
    `import type { ${used.join(', ')} } from './schemas.generated.js';`,
    '\n/** Arguments and answer of every operation. */',
    `export interface OperationShapes { ${shapes.join('\n')} }`,
    '\n/** How each operation is asked over HTTP. */',
    `export const OPERATIONS = { ${listed.map(wireText).join(',\n')} } as const;\n`,
  ].join('\n');
}

/**
 * @param {Schema} document
 * @returns {Listed[]}
 */
function operationsOf(document) {
  return Object.entries(document['paths']).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/**
 * @param {Listed} listed
 * @param {import('./type-text.mjs').Named} named
 */
function shapeText({ method, path, operation }, named) {
  return `${comment(`${method} ${path} · ${operation['description']}`)}${operation['operationId']}: {
    readonly args: ${argumentsText(operation, named)};
    readonly value: ${answerText(operation['responses'], named)};
  };`;
}

/**
 * @param {Schema} operation
 * @param {import('./type-text.mjs').Named} named
 */
function argumentsText(operation, named) {
  /** @type {readonly Parameter[]} */
  const parameters = operation['parameters'] ?? [];
  const names = parameters.map(({ name }) => HEADER_ARGUMENTS[name] ?? name);
  if (new Set(names).size < names.length) throw new Error(`${operation['operationId']}: two arguments of one name`);
  const fields = parameters.map(({ name, in: place, required, schema }) => {
    const argument = HEADER_ARGUMENTS[name] ?? name;
    // A key that is left out is made, so it is never required of the caller.
    const mark = required && place !== 'header' ? '' : '?';
    const type = argument === 'ifMatch' ? 'string | number' : typeText(schema, named);
    return `${comment(schema['description'])}readonly ${propertyName(argument)}${mark}: ${type}${mark && ' | undefined'};`;
  });
  const body = bodySchema(operation);
  if (body !== undefined) fields.push(`readonly body: ${typeText(body, named)};`);
  return fields.length === 0 ? 'Readonly<Record<string, never>>' : `{ ${fields.join('\n')} }`;
}

/** @param {Schema} operation @returns {Schema | undefined} */
function bodySchema(operation) {
  const content = operation['requestBody']?.content ?? {};
  return (content['application/json'] ?? Object.values(content)[0])?.schema;
}

/**
 * @param {Record<string, Schema>} responses
 * @param {import('./type-text.mjs').Named} named
 */
function answerText(responses, named) {
  const types = Object.entries(responses)
    .filter(([status]) => /^[23]/.test(status))
    .map(([status, { content }]) => {
      if (status.startsWith('3')) return '{ readonly location: string }';
      if (content === undefined) return 'undefined';
      const json = content['application/json'];
      return json === undefined ? 'string' : typeText(json.schema, named);
    });
  return [...new Set(types)].join(' | ');
}

/** @param {Listed} listed */
function wireText({ method, path, operation }) {
  /** @type {readonly Parameter[]} */
  const parameters = operation['parameters'] ?? [];
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const keyed = parameters.some(({ name }) => name === 'Idempotency-Key');
  const open = (operation['security'] ?? []).length === 0;
  return `${operation['operationId']}: { method: '${method}', path: '${path}', query: ${JSON.stringify(query)}, keyed: ${keyed}, open: ${open} }`;
}

/** @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*\*.*?\*\//g, '');
}
