/** What an agency is told before it starts: one JSON file (see `agency.example.json`). */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { RefuseTransferCommand } from '@lien-thong/client';
import { shiftOf, spanOf } from './duration.js';
import type { Hours, Span } from './duration.js';

/** Acts this office does by itself, and how long after the dossier came to that point. `never`: a person does it. */
export const TIMED_ACTS = [
  'transfer',
  'confirmDelivery',
  'accept',
  'ask',
  'supplement',
  'decide',
  'dispatchResult',
  'confirmResultArrival',
  'notify',
  'returnResult',
] as const;
export type TimedAct = (typeof TIMED_ACTS)[number];

const DEFAULT_AFTER: Readonly<Record<TimedAct, string>> = {
  transfer: '30m',
  confirmDelivery: '0m',
  accept: '1h',
  ask: '2h',
  supplement: '1d',
  decide: '4h',
  dispatchResult: '30m',
  confirmResultArrival: '0m',
  notify: '10m',
  returnResult: '2h',
};

/** Which dossiers a rule is about; what is left out matches all. */
export interface Which {
  readonly procedures?: readonly string[];
  /** Codes of communes the dossier names, whatever for. */
  readonly communes?: readonly string[];
  /** Part of those that match, 0 to 1: for rehearsals with cases that differ. */
  readonly share?: number;
}

/** An exception; what it leaves out is as usual. Of several that match, the first that says something about it holds. */
export interface Rule {
  readonly which: Which;
  readonly after: Partial<Readonly<Record<TimedAct, Span | null>>>;
  readonly outcome: 'granted' | 'refused' | null;
  readonly refuse: RefusalRule | null;
}

export interface Paced {
  readonly after: Readonly<Record<TimedAct, Span | null>>;
  readonly rules: readonly Rule[];
  readonly outcome: 'granted' | 'refused';
  readonly seed: string;
}

export interface RefusalRule {
  readonly reason: RefuseTransferCommand['reason'];
  readonly suggestedAgency?: string;
  /** How often this office sends the same dossier back for it. */
  readonly times: number;
}

/** `after`: time of the wall clock, null for never. `outcome`: what is decided. `seed`: picks the pace and the shares. */
export interface Policy extends Paced {
  readonly hours: Hours | null;
  /** Dossiers this office is competent for; null: whatever is sent to it. */
  readonly competentFor: Which | null;
  /** Named when a dossier is refused for jurisdiction. */
  readonly suggestedAgency: string | null;
  /** Papers that are asked for once. */
  readonly ask: readonly (Which & { readonly components: readonly string[]; readonly reason: string })[];
  /** A dossier that was sent back: sent again, unless for want of jurisdiction, which a person corrects; or left to a person. */
  readonly whenReturned: 'transferAgain' | 'wait';
}

export interface AgencyConfig {
  readonly agency: string;
  readonly service: string;
  /** Where this office keeps what it knows: queue, cursor, register, `in` and `do`. */
  readonly folder: string;
  /** `off`: the feed alone, by long poll. */
  readonly bus: 'auto' | 'off';
  /** File with the private Ed25519 key (JWK) receipts are signed with; null: the service signs. */
  readonly signingKey: string | null;
  readonly policy: Policy;
}

/** Reads a configuration file. Paths in it are relative to it. Throws with a sentence that names what is wrong. */
export function readConfig(file: string): AgencyConfig {
  const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const here = dirname(resolve(file));
  const { agency, service, folder, signingKey = null, bus = 'auto', policy = {} } = given;
  return {
    agency: text(agency, 'agency'),
    service: text(service, 'service'),
    folder: resolve(here, text(folder, 'folder')),
    bus: oneOf(['auto', 'off'], bus, 'bus'),
    signingKey: signingKey === null ? null : resolve(here, text(signingKey, 'signingKey')),
    policy: policyOf(policy as Record<string, unknown>),
  };
}

function policyOf(given: Record<string, unknown>): Policy {
  const { after = {}, hours = null, competentFor = null, suggestedAgency = null, ask = [], rules = [] } = given;
  return {
    after: { ...spansOf(DEFAULT_AFTER), ...spansOf(after) } as Policy['after'],
    rules: (rules as Record<string, unknown>[]).map(ruleOf),
    seed: text(given['seed'] ?? '0', 'policy.seed'),
    hours: hours === null ? null : hoursOf(hours as { days?: number[]; shifts?: string[] }),
    competentFor: competentFor as Which | null,
    suggestedAgency: suggestedAgency === null ? null : text(suggestedAgency, 'policy.suggestedAgency'),
    ask: ask as Policy['ask'],
    outcome: oneOf(['granted', 'refused'], given['outcome'] ?? 'granted', 'policy.outcome'),
    whenReturned: oneOf(['transferAgain', 'wait'], given['whenReturned'] ?? 'wait', 'policy.whenReturned'),
  };
}

function ruleOf({ after = {}, outcome = null, refuse = null, ...which }: Record<string, unknown>): Rule {
  return {
    which: which as Which,
    after: spansOf(after),
    outcome: outcome === null ? null : oneOf(['granted', 'refused'], outcome, 'policy.rules.outcome'),
    refuse: refuse as RefusalRule | null,
  };
}

function spansOf(after: unknown): Rule['after'] {
  const named = Object.entries(after as Record<string, string>);
  return Object.fromEntries(named.map(([act, time]) => [oneOf(TIMED_ACTS, act, 'policy.after'), spanOf(time)]));
}

function hoursOf({ days = [1, 2, 3, 4, 5], shifts = [] }: { days?: number[]; shifts?: string[] }): Hours {
  if (shifts.length === 0) throw new Error('policy.hours.shifts is empty: name at least one, as "07:30-11:30"');
  return { days, shifts: shifts.map(shiftOf) };
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`the configuration needs "${name}", a text`);
}

function oneOf<const Values extends readonly string[]>(values: Values, value: unknown, name: string): Values[number] {
  if (typeof value === 'string' && values.includes(value)) return value;
  throw new Error(`"${name}" is one of ${values.join(', ')}, not ${JSON.stringify(value)}`);
}
