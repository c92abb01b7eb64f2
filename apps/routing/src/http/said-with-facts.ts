/** Sentences with the facts in their places: `sau {lastFactAt}` is `sau 15:01 25/11/2026`. Clock times are those of Asia/Ho_Chi_Minh. */
import type { RefusalFacts } from '@lien-thong/domain';

const PLACE = /\{(\w+)\}/g;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/** What stands where a fact is not known: the sentence still tells what to do. */
const NOT_KNOWN = '…';
const HOURS_FROM_UTC = 7;

export function saidWithFacts(sentence: string, facts: RefusalFacts): string {
  return sentence.replace(PLACE, (_, name: string) => textOf((facts as Readonly<Record<string, unknown>>)[name]));
}

function textOf(fact: unknown): string {
  if (typeof fact === 'number') return String(fact);
  if (Array.isArray(fact)) return fact.map(textOf).join(', ');
  if (typeof fact !== 'string') return NOT_KNOWN;
  const [, year, month, day] = DATE.exec(fact) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return `${day}/${month}/${year}`;
  return INSTANT.test(fact) ? instantText(fact) : fact;
}

/** Viet Nam has had no other offset since 1975, so that no time zone data are asked. */
function instantText(instant: string): string {
  const there = new Date(Date.parse(instant) + HOURS_FROM_UTC * 3_600_000).toISOString();
  return `${there.slice(11, 16)} ${textOf(there.slice(0, 10))}`;
}
