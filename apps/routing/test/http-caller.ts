import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.js';
import type { OpenApiJudge } from './openapi-judge.js';

export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of a JSON text made of a value. */
  readonly raw?: string | Buffer;
}

/** Speaks HTTP as one caller. Every answer is held against the OpenAPI document before anybody sees it. */
export class HttpCaller {
  constructor(
    readonly url: string,
    private readonly judge: OpenApiJudge,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same service, spoken to with these headers. */
  with(headers: Readonly<Record<string, string>>): HttpCaller {
    return new HttpCaller(this.url, this.judge, { ...this.headers, ...headers });
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  /** Posts a JSON body under a new idempotency key, unless `headers` brings one (an empty one leaves it out). */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.send('POST', path, {
      raw: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    });
  }

  async send(method: string, path: string, { headers = {}, raw }: RequestOptions = {}): Promise<Answer> {
    const all = Object.entries({ ...this.headers, ...headers }).filter(([, value]) => value !== '');
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: Object.fromEntries(all),
      redirect: 'manual',
      ...(raw === undefined ? {} : { body: raw }),
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, text, body: parsed(response, text) };
    this.judge.judge({ method, path, answer });
    return answer;
  }
}

function parsed(response: Response, text: string): unknown {
  return /\bjson\b/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : undefined;
}
