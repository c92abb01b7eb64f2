/** From an HTTP answer to a result. */
import { localTrouble } from './result.js';
import type { Result, Trouble } from './result.js';

/** Reads the whole answer. A body that breaks off or is not what was agreed is a problem, not an exception. */
export async function resultOf(response: Response): Promise<Result<unknown>> {
  const { status } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    return success(response, { location: response.headers.get('location') ?? '' });
  }
  const text = await response.text();
  const value = text === '' ? undefined : readBody(response, text);
  if (!response.ok) return { ok: false, problem: problemIn(value, status) };
  if (value === UNREADABLE) return { ok: false, problem: localTrouble('answer-unreadable', { status }) };
  return success(response, value);
}

const UNREADABLE = Symbol('unreadable');

function readBody(response: Response, text: string): unknown {
  if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return UNREADABLE;
  }
}

function success(response: Response, value: unknown): Result<unknown> {
  return { ok: true, value, status: response.status, etag: response.headers.get('etag') };
}

/** A gateway on the way answers in its own words: those are told by their status only. */
function problemIn(value: unknown, status: number): Trouble {
  if (typeof value === 'object' && value !== null && 'code' in value && 'title' in value) return value as Trouble;
  return { ...localTrouble('answer-unreadable', { status }), status };
}
