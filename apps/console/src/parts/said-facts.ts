/** What the service says about facts by their names, with the facts in their place: `sau facts.lastFactAt` is `sau 15:01 25/11/2026`. */
import type { Problem } from '@lien-thong/client';
import { instantText } from '../words/format.js';

type Facts = Problem['facts'];

const NAMED = /\bfacts\.(\w+)/g;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

export function saidWithFacts(sentence: string, facts: Facts): string {
  return sentence.replace(NAMED, (name, key: string) => {
    const fact: unknown = facts[key];
    return fact === undefined || fact === null ? name : textOf(fact);
  });
}

function textOf(fact: unknown): string {
  if (Array.isArray(fact)) return fact.map(textOf).join(', ');
  if (typeof fact === 'string') return INSTANT.test(fact) ? instantText(fact) : fact;
  return typeof fact === 'object' ? JSON.stringify(fact) : String(fact);
}
