/** The service, for commands that ask it: who we are, and what its "no" means to a script. */
import { createClient } from '@lien-thong/client';
import type { Client, Result, Success, Trouble } from '@lien-thong/client';
import type { Call } from './command.js';
import { textOf } from './command.js';
import { FOUND } from './exit-codes.js';
import { NoAnswer, NotReached, Unreadable } from './words.js';
import type { Words } from './words.js';

/** Options of a command that may ask the service. */
export const HUB_OPTIONS = { hub: { type: 'string' } } as const;
export const HUB_HELP: Words = {
  vi: '--hub URL       địa chỉ hệ thống (hoặc LIENTHONG_HUB); khóa truy cập trong LIENTHONG_KEY',
  en: '--hub URL       address of the service (or LIENTHONG_HUB); the access key stands in LIENTHONG_KEY',
};

/** A person waits: five seconds of attempts, not thirty. */
const RETRIES = { giveUpAfterMs: 5_000 };

/** The client of this caller. Throws Unreadable when address or key is missing. */
export function hubOf(call: Pick<Call, 'values' | 'env'>): Client {
  const baseUrl = textOf(call, 'hub') ?? call.env.hub ?? null;
  if (baseUrl === null || !URL.canParse(baseUrl)) {
    throw new Unreadable({
      vi: 'cần địa chỉ hệ thống: --hub URL hoặc LIENTHONG_HUB',
      en: 'the address of the service is needed: --hub URL or LIENTHONG_HUB',
    });
  }
  if (call.env.key === null) {
    throw new Unreadable({ vi: 'thiếu khóa truy cập LIENTHONG_KEY', en: 'the access key LIENTHONG_KEY is missing' });
  }
  return createClient({ baseUrl, credentials: { kind: 'apiKey', key: call.env.key }, retries: RETRIES });
}

/** The answer. Throws NotReached, Unreadable for what does not exist, NoAnswer (exit code 1) for what the service refuses. */
export function answerOf<Value>(result: Result<Value>): Success<Value> {
  if (result.ok) return result;
  const { status } = result.problem;
  const words = troubleWords(result.problem);
  if (status === 0 || status === 401 || status === 403 || status === 429 || status >= 500) throw new NotReached(words);
  if (status === 400 || status === 404) throw new Unreadable(words);
  throw new NoAnswer(words, FOUND);
}

/** The problem in the service's own words, with each place it names. */
function troubleWords({ code, title, titleEn, todo, todoEn, errors }: Trouble): Words {
  const places = (reason: (one: Trouble['errors'][number]) => string): string =>
    errors.map((one) => `\n  ${one.field}: ${reason(one)}`).join('');
  return {
    vi: `${code}: ${title} ${todo}${places(({ reason }) => reason)}`,
    en: `${code}: ${titleEn} ${todoEn}${places(({ reasonEn }) => reasonEn)}`,
  };
}
