/** The AsyncAPI 3 document: what an agency hears over the bus and in its feed, made of the schemas the service itself uses. */
import { EVENT_DATA, EVENT_TYPES } from '@lien-thong/domain';
import type { EventType } from '@lien-thong/domain';
import { EVENT_BATCH_MEDIA_TYPE, cloudEventSchema } from '../feed/cloud-event.js';
import { jsonSchemaOf } from '../openapi/json-schema.js';
import type { Components, JsonSchema } from '../openapi/json-schema.js';
import { nameSchemas } from '../openapi/named-schemas.js';
import { EVENT_WORDS } from './event-words.js';

const SCHEMAS = '#/components/schemas/';
const MEDIA_TYPE = 'application/json';

export interface AsyncApiDocument {
  readonly asyncapi: '3.0.0';
  readonly components: {
    readonly messages: Readonly<Record<string, JsonSchema>>;
    readonly schemas: Readonly<Record<string, JsonSchema>>;
  };
  readonly [field: string]: unknown;
}

/** Name of a message: `dossier.transferAccepted.v1` is `transferAcceptedV1`. */
export function messageName(type: EventType): string {
  const [, verb = '', version = ''] = type.split('.');
  return `${verb}${version.toUpperCase()}`;
}

export function asyncApiDocument(): AsyncApiDocument {
  nameSchemas();
  const components: Components = new Map();
  jsonSchemaOf(cloudEventSchema, { io: 'output', owner: 'CloudEvent' }, components);
  for (const type of EVENT_TYPES) {
    const fact = jsonSchemaOf(EVENT_DATA[type], { io: 'output', owner: factName(type) }, components);
    components.set(factName(type), fact);
  }
  return {
    asyncapi: '3.0.0',
    info: INFO,
    defaultContentType: MEDIA_TYPE,
    channels: { inbox: inbox(), feed: feed() },
    operations: { tellOverTheBus: sending('inbox', BUS_WORDS), tellInTheFeed: sending('feed', FEED_WORDS) },
    components: {
      messages: Object.fromEntries(EVENT_TYPES.map((type) => [messageName(type), messageOf(type)])),
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

/** The document as it is written to asyncapi.json. */
export function asyncApiText(document: AsyncApiDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

const INFO = {
  title: 'Liên Thông',
  version: '1.0.0',
  description: [
    'Sự kiện của hồ sơ, gửi một chiều tới cơ quan liên quan: qua NATS JetStream cho kịp thời, qua GET /v1/events cho đầy đủ.',
    'Events of dossiers, outbound only, to the agencies they concern: over NATS JetStream so that they come soon, in GET /v1/events so that they are complete. The same CloudEvents 1.0 either way; over the bus without `data.history`, and always as a JSON array: what one batch of the service has told the agency, in the order of its feed.',
    'Over the bus a message may come twice, late, out of order or never, and the second time its events may be cut into other messages. Know each event by `id`, apply per dossier by `data.seq`, and read the feed when a number `n` is missing, on every connection, and every minute. Commands and receipts go over HTTP: see openapi.json and docs/integrate.md.',
  ].join('\n'),
  license: { name: 'Apache-2.0' },
};

const BUS_WORDS = 'The service publishes after the commit; an agency may only pull and acknowledge its own inbox.';
const FEED_WORDS = 'The service answers GET /v1/events: complete, in order, and for ever.';

function inbox(): JsonSchema {
  return {
    address: 'agency.{agencyId}.inbox.facts',
    title: 'Hộp thư của một cơ quan · inbox of an agency',
    description:
      'Stream INBOX, durable pull consumer inbox-{agencyId} that is there already, explicit acknowledgement: of a message when everything in it has taken effect or is kept. Address and credentials: GET /v1/agencies/me/bus.',
    parameters: {
      agencyId: { description: 'Id of the agency, as in GET /v1/agencies, with _ in the place of a dot' },
    },
    messages: { facts: batch() },
  };
}

/** What travels over the bus: one message a batch and agency. */
function batch(): JsonSchema {
  const events = EVENT_TYPES.map((type) => ({ $ref: `#/components/messages/${messageName(type)}/payload` }));
  return {
    name: 'facts',
    title: 'Các sự kiện của một lần ghi · events of one batch',
    summary:
      'CloudEvents JSON batch: at least one event, numbers `n` in order and without a gap. Header Content-Type says so; Nats-Msg-Id is for the broker.',
    contentType: EVENT_BATCH_MEDIA_TYPE,
    payload: { type: 'array', minItems: 1, items: { anyOf: events } },
  };
}

function feed(): JsonSchema {
  return {
    address: '/v1/events',
    title: 'Sự kiện của cơ quan gọi · feed of the calling agency',
    description: 'HTTP; operation readEvents of openapi.json, with `after`, `limit` and `wait` (long poll).',
    messages: messageRefs(),
  };
}

function messageRefs(): JsonSchema {
  return Object.fromEntries(
    EVENT_TYPES.map((type) => [messageName(type), { $ref: `#/components/messages/${messageName(type)}` }]),
  );
}

function sending(channel: 'inbox' | 'feed', summary: string): JsonSchema {
  return { action: 'send', channel: { $ref: `#/channels/${channel}` }, summary };
}

function factName(type: EventType): string {
  const name = messageName(type);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Fact`;
}

function messageOf(type: EventType): JsonSchema {
  const [title, summary] = EVENT_WORDS[type];
  const fact = { $ref: SCHEMAS + factName(type) };
  return {
    name: type,
    title,
    summary,
    contentType: MEDIA_TYPE,
    payload: {
      allOf: [
        { $ref: `${SCHEMAS}CloudEvent` },
        {
          type: 'object',
          properties: { type: { const: type }, data: { type: 'object', properties: { fact } } },
        },
      ],
    },
  };
}
