/** A service that answers as it is told, on a clock of its own: nothing waits in real time. */
import type { Surroundings } from '../src/http/surroundings.js';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Milliseconds since the start. */
  readonly at: number;
}
export type Scripted = (request: SeenRequest) => Response | Error;

export interface ScriptedService extends Surroundings {
  readonly seen: readonly SeenRequest[];
}

export function scriptedService(answer: Scripted): ScriptedService {
  const seen: SeenRequest[] = [];
  let now = 0;
  let ids = 0;
  return {
    seen,
    fetch: (input, init = {}) => {
      const url = new URL(String(input));
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
      const headers = Object.fromEntries(Object.entries((init.headers ?? {}) as Record<string, string>));
      const request = { method: init.method ?? 'GET', path: url.pathname + url.search, headers, body, at: now };
      seen.push(request);
      const answered = answer(request);
      return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered);
    },
    now: () => now,
    random: () => 0.5,
    sleep: (ms) => Promise.resolve(void (now += ms)),
    newId: () => `made-${++ids}`,
  };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } });
}

export function problem(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Response {
  const words = { title: 'vi', titleEn: 'en', todo: 'vi', todoEn: 'en' };
  return json(status, { type: `/docs/problems#${code}`, status, code, ...words, facts: {}, errors: [] }, headers);
}

/** What fetch throws when nobody listens. */
export function noLine(): Error {
  return Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  });
}
