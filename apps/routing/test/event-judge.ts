/** Holds events an agency is told against the AsyncAPI document, and notes which of the declared ones were seen. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { EVENT_TYPES } from '@lien-thong/domain';
import { asyncApiDocument, asyncApiText, messageName } from '../src/asyncapi/document.js';
import { testEnv } from './env.js';

export class EventJudge {
  private readonly ajv: Ajv2020;
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly noted = new Set<string>();

  constructor() {
    this.ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.ajv);
    this.ajv.addSchema(JSON.parse(asyncApiText(asyncApiDocument())) as object, 'asyncapi');
  }

  /** Throws when the event is not declared, or not as declared. */
  judge(event: unknown): void {
    const type = EVENT_TYPES.find((each) => each === (event as { type?: unknown }).type);
    if (type === undefined) throw new Error(`an event that is not declared: ${JSON.stringify(event)}`);
    const validate = this.validatorOf(messageName(type));
    if (validate(event) !== true) {
      throw new Error(`${type}, not as declared: ${this.ajv.errorsText(validate.errors)}\n${JSON.stringify(event)}`);
    }
    this.note(type);
  }

  private validatorOf(name: string): ValidateFunction {
    const known = this.validators.get(name);
    if (known !== undefined) return known;
    const made = this.ajv.compile({ $ref: `asyncapi#/components/messages/${name}/payload` });
    this.validators.set(name, made);
    return made;
  }

  /** One line for each event seen, in a file of this process; the run of all specs reads them when it ends. */
  private note(type: string): void {
    const folder = testEnv.LIENTHONG_OBSERVED;
    if (folder === undefined || this.noted.has(type)) return;
    this.noted.add(type);
    mkdirSync(folder, { recursive: true });
    appendFileSync(join(folder, `${process.pid}.txt`), `event ${type}\n`);
  }
}
