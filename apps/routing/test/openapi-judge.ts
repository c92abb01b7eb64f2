import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument, OpenApiOperation } from '../src/openapi/document.js';
import { testEnv } from './env.js';
import type { Answer } from './answer.js';
import { EventJudge } from './event-judge.js';

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly answer: Answer;
}

type Headers = Readonly<Record<string, { readonly required: boolean }>>;

interface Documented {
  readonly pattern: RegExp;
  readonly pointer: string;
  readonly methods: Readonly<Record<string, OpenApiOperation>>;
}

/** Holds answers against the document: status, media type, headers and body; and notes which statuses were seen. */
export class OpenApiJudge {
  private readonly ajv: Ajv2020;
  private readonly paths: readonly Documented[];
  private readonly events = new EventJudge();
  /** By what they refer to: Ajv compiles each schema it is handed anew, and that costs more than the request. */
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.ajv);
    this.ajv.addSchema(JSON.parse(JSON.stringify(document)) as object, 'openapi');
    // A fixed path is meant before one with a parameter in the same place.
    this.paths = Object.entries(document.paths)
      .sort(([a], [b]) => (a.includes('{') ? 1 : 0) - (b.includes('{') ? 1 : 0))
      .map(([path, methods]) => ({
        pattern: new RegExp(`^${path.replace(/[.+*?^$()|[\]\\]/g, '\\$&').replace(/\{[A-Za-z]+\}/g, '[^/]+')}$`),
        pointer: `openapi#/paths/${path.replace(/~/g, '~0').replace(/\//g, '~1')}`,
        methods,
      }));
  }

  /** Throws when the answer is not one the document promises. */
  judge({ method, path, answer }: Exchange): void {
    const bare = path.split('?')[0] ?? '';
    const documented = this.paths.find(({ pattern, methods }) => pattern.test(bare) && method.toLowerCase() in methods);
    const operation = documented?.methods[method.toLowerCase()];
    if (documented === undefined || operation === undefined) {
      return this.judgeUnknown({ method, path, answer });
    }
    const where = `${operation.operationId} (${method} ${path}) answered ${answer.status}`;
    const key = String(answer.status) in operation.responses ? String(answer.status) : 'default';
    if (key === 'default' && answer.status < 500) throw new Error(`${where}, which is not documented: ${answer.text}`);
    const response = operation.responses[key] as { content?: Record<string, object>; headers?: Headers };
    for (const [name, { required }] of Object.entries(response.headers ?? {})) {
      if (required && !answer.headers.has(name)) throw new Error(`${where} without the header ${name}`);
    }
    const pointer = `${documented.pointer}/${method.toLowerCase()}/responses/${key}/content`;
    this.judgeBody({ where, pointer, answer, content: response.content ?? {} });
    if (operation.operationId === 'readEvents' && answer.status === 200) this.judgeEvents(answer.body);
    note(operation.operationId, answer.status);
  }

  private judgeEvents(body: unknown): void {
    for (const event of (body as { events: readonly unknown[] }).events) this.events.judge(event);
  }

  private judgeUnknown({ method, path, answer }: Exchange): void {
    if (answer.status !== 404 && answer.status !== 405 && answer.status !== 400) {
      throw new Error(`${method} ${path} is not documented and answered ${answer.status}`);
    }
    this.validate('openapi#/components/schemas/Problem', { where: `${method} ${path}`, body: answer.body });
  }

  private judgeBody(seen: { where: string; pointer: string; answer: Answer; content: Record<string, object> }): void {
    const { where, pointer, answer, content } = seen;
    const types = Object.keys(content);
    if (types.length === 0) {
      if (answer.text !== '') throw new Error(`${where} with a body where none is documented`);
      return;
    }
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    if (!types.includes(type)) throw new Error(`${where} as ${type} instead of ${types.join(' or ')}`);
    if (!type.endsWith('json')) return;
    this.validate(`${pointer}/${type.replace(/~/g, '~0').replace(/\//g, '~1').replace(/\+/g, '%2B')}/schema`, {
      where,
      body: answer.body,
    });
  }

  private validate(reference: string, { where, body }: { where: string; body: unknown }): void {
    const validate = this.validators.get(reference) ?? this.ajv.compile({ $ref: reference });
    this.validators.set(reference, validate);
    if (validate(body) === true) return;
    throw new Error(`${where}, not as documented: ${this.ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`);
  }
}

/** One line for each status seen, in a file of this process; the run of all specs reads them when it ends. */
function note(operationId: string, status: number): void {
  const folder = testEnv.LIENTHONG_OBSERVED;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${process.pid}.txt`), `${operationId} ${status}\n`);
}
