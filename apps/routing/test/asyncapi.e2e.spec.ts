import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import specifications from '@asyncapi/specs';
import { EVENT_TYPES } from '@lien-thong/domain';
import { asyncApiDocument, asyncApiText, messageName } from '../src/asyncapi/document.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, handOver, open } from './dossier-steps.js';
import { EventJudge } from './event-judge.js';

const COMMITTED = new URL('../asyncapi.json', import.meta.url);

let office: TestApp;
beforeAll(async () => {
  office = await startApp();
}, 120_000);
afterAll(async () => {
  await office.close();
});

describe('the AsyncAPI document', () => {
  it('is the committed one; after a change of events: npm run openapi -w @lien-thong/routing', () => {
    expect(asyncApiText(asyncApiDocument())).toBe(readFileSync(COMMITTED, 'utf8'));
  });

  it('is served as it is committed', async () => {
    const { body } = await office.anonymous.get('/docs/asyncapi.json');
    expect(body).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
  });

  it('is one by the specification of AsyncAPI 3, which refuses a document that is none', () => {
    const specification = specifications.schemas['3.0.0'] as object;
    // The specification brings the schema of its schemas along.
    const ajv = addFormats.default(new Ajv({ strict: false, meta: false, validateSchema: false }));
    const validate = ajv.compile(specification);
    const document = JSON.parse(asyncApiText(asyncApiDocument())) as { operations: Record<string, object> };
    expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
    const wrong = {
      ...document,
      operations: { tellOverTheBus: { ...document.operations['tellOverTheBus'], action: 'shout' } },
    };
    expect(validate(wrong)).toBe(false);
  });

  it('holds schemas that compile, and names exactly the events of the domain', () => {
    const { components } = asyncApiDocument();
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    ajv.addSchema(JSON.parse(asyncApiText(asyncApiDocument())) as object, 'asyncapi');
    for (const name of Object.keys(components.schemas)) {
      expect(typeof ajv.compile({ $ref: `asyncapi#/components/schemas/${name}` })).toBe('function');
    }
    expect(Object.keys(components.messages).sort()).toEqual(EVENT_TYPES.map(messageName).sort());
    expect(
      Object.values(components.messages)
        .map((message) => message['name'])
        .sort(),
    ).toEqual([...EVENT_TYPES].sort());
  });

  it('describes a message of the bus: an array of at least one of its events, and nothing else', async () => {
    const [from, to] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
    const { code } = await open(from);
    await handOver(from, to, code);
    const { events } = (await to.get('/v1/events')).body as { events: readonly object[] };
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    ajv.addSchema(JSON.parse(asyncApiText(asyncApiDocument())) as object, 'asyncapi');
    const isMessage = ajv.compile({ $ref: 'asyncapi#/channels/inbox/messages/facts/payload' });
    expect(events.length).toBeGreaterThan(1);
    const judged = [events, events.slice(0, 1), [], events[0], [...events, { ...events[0], type: 'dossier.eaten.v1' }]];
    expect(judged.map((message) => isMessage(message))).toEqual([true, true, false, false, false]);
  });

  it('describes what is really told, and nothing that was tampered with', async () => {
    const [from, to] = [await office.as(HAI_AN), await office.as(DONG_HAI)];
    const { code } = await open(from);
    await handOver(from, to, code);
    const { body } = await to.get('/v1/events');
    const [event] = (body as { events: { data: { fact: object }; type: string }[] }).events;
    const judge = new EventJudge();
    expect(() => judge.judge(event)).not.toThrow();
    expect(() => judge.judge({ ...event, type: 'dossier.eaten.v1' })).toThrow('not declared');
    expect(() => judge.judge({ ...event, data: { ...event?.data, fact: { ...event?.data.fact, more: 1 } } })).toThrow(
      'not as declared',
    );
    expect(() => judge.judge({ ...event, n: 'one' })).toThrow('not as declared');
  });
});
