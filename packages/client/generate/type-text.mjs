// @ts-check
/** From a JSON Schema of the OpenAPI document to the text of a TypeScript type. Prettier lays it out afterwards. */

const REFERENCE = '#/components/schemas/';

/** Long enumerations that stand in many places get a name; they are known by their first member. @type {Record<string, string>} */
const NAMED_ENUMS = {
  submitted: 'Phase',
  'dossier.submitted.v1': 'EventType',
  submit: 'CommandName',
};

/** The same for objects, known by the property they stand under. @type {Record<string, string>} */
const NAMED_OBJECTS = { private: 'PrivatePart' };

/**
 * @typedef {Record<string, any>} Schema
 * @typedef {Map<string, string>} Named what was given a name on the way, and its text
 */

/**
 * @param {Schema} schema
 * @param {Named} named
 * @returns {string}
 */
export function typeText(schema, named) {
  if (schema['$ref']) return schema['$ref'].slice(REFERENCE.length);
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (schema['enum']) return enumText(schema['enum'], named);
  const options = schema['anyOf'] ?? schema['oneOf'];
  if (options) return union(options.map((/** @type {Schema} */ option) => typeText(option, named)));
  if (Array.isArray(schema['type'])) return union(schema['type'].map((type) => typeText({ ...schema, type }, named)));
  if (schema['type'] === 'array') return `readonly ${inParentheses(typeText(schema['items'] ?? {}, named))}[]`;
  if (schema['type'] === 'object') return objectText(schema, named);
  return PLAIN[schema['type']] ?? 'unknown';
}

/** @type {Record<string, string>} */
const PLAIN = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' };

/** @param {string} text */
function inParentheses(text) {
  return text.includes('|') || text.startsWith('readonly') ? `(${text})` : text;
}

/** @param {readonly string[]} types */
function union(types) {
  return [...new Set(types)].join(' | ');
}

/**
 * @param {readonly string[]} members
 * @param {Named} named
 */
function enumText(members, named) {
  const text = union(members.map((member) => JSON.stringify(member)));
  return hoisted({ name: NAMED_ENUMS[members[0] ?? ''], text }, named);
}

/**
 * @param {Schema} schema
 * @param {Named} named
 */
function objectText(schema, named) {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.entries(properties).map(([name, property]) => {
    const mark = required.includes(name) ? '' : '?';
    const text = typeText(property, named);
    const type = property['type'] === 'object' ? hoisted({ name: NAMED_OBJECTS[name], text }, named) : text;
    return `${comment(property['description'])}readonly ${propertyName(name)}${mark}: ${type}${mark && ' | undefined'};`;
  });
  if (fields.length === 0) {
    const values = typeof additionalProperties === 'object' ? typeText(additionalProperties, named) : 'unknown';
    return additionalProperties === false ? 'Readonly<Record<string, never>>' : `Readonly<Record<string, ${values}>>`;
  }
  return `{ ${fields.join('\n')} }`;
}

/**
 * The name instead of the text, unless the name already stands for something else.
 * @param {{ name: string | undefined, text: string }} type
 * @param {Named} named
 */
function hoisted({ name, text }, named) {
  if (name === undefined || (named.get(name) ?? text) !== text) return text;
  named.set(name, text);
  return name;
}

/** @param {string} name */
export function propertyName(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** @param {string | undefined} text */
export function comment(text) {
  return text === undefined || text === '' ? '' : `/** ${text.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n`;
}
