import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { PublishedDocument } from '../src/openapi/published-document.js';
import { documentText } from '../src/openapi/document-text.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';

let office: TestApp;
beforeAll(async () => {
  office = await startApp({ seeded: false });
});
afterAll(async () => {
  await office.close();
});

const operations = () =>
  Object.entries(office.app.get(PublishedDocument).get().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('the OpenAPI document', () => {
  it('is the committed one; after a change of routes: npm run openapi -w @lien-thong/routing', () => {
    const committed = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
    expect(documentText(office.app.get(PublishedDocument).get())).toBe(committed);
  });

  it('is served as it is committed', async () => {
    const { body } = await office.anonymous.get('/docs/openapi.json');
    expect(body).toEqual(JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')));
  });

  it('holds schemas that compile, without a word of OpenAPI 3.0', () => {
    const document = office.app.get(PublishedDocument).get();
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    ajv.addSchema(JSON.parse(JSON.stringify(document)) as object, 'openapi');
    for (const name of Object.keys(document.components.schemas)) {
      expect(typeof ajv.compile({ $ref: `openapi#/components/schemas/${name}` })).toBe('function');
    }
    expect(JSON.stringify(document)).not.toMatch(/"nullable":|"exclusiveM(in|ax)imum":(true|false)/);
  });

  it('says of every operation in two languages what it does, and how it answers when it does not', () => {
    for (const { operation } of operations()) {
      expect(String(operation['summary'])).not.toBe('');
      expect(String(operation['description'])).not.toBe('');
      expect(operation.responses).toHaveProperty('default');
    }
  });

  it('names every parameter of every path', () => {
    for (const { path, operation } of operations()) {
      const parameters = (operation['parameters'] ?? []) as readonly { in: string; name: string }[];
      const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(named.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort());
    }
  });

  it('is readable as a page without scripts, as is the catalogue of problems', async () => {
    const page = await office.anonymous.get('/docs');
    for (const { operation } of operations()) expect(page.text).toContain(`id="${operation.operationId}"`);
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect((await office.anonymous.get('/docs/problems')).text).toContain('id="jurisdiction-several"');
  });
});
