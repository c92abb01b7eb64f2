/**
 * The national list of procedures as published: something to search and to read, never to drive a clock from. A limit counts as
 * known only where the portal shows a number *and* a unit: 301 procedures show a bare number, and 1.011606 "1" is plainly not
 * one day. Only a published procedure version (procedure.ts) drives clocks.
 */
import { z } from 'zod';
import { csvField } from '../jurisdiction/csv.js';
import type { CsvRecord } from '../jurisdiction/csv.js';
import { procedureCodeSchema } from '../kernel/ids.js';
import { parseDuration } from '../time/duration.js';
import type { Duration } from '../time/duration.js';
import type { ProcedureOverride } from './override.js';
import type { Channel } from './procedure.js';

export const LIMIT_UNITS = ['workingDay', 'day', 'hour', 'month'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];
export const UNKNOWN_LIMIT_REASONS = ['portal_unit_missing', 'text_only', 'none'] as const;
export type UnknownLimitReason = (typeof UNKNOWN_LIMIT_REASONS)[number];

export type CatalogueLimit =
  | {
      readonly kind: 'known';
      readonly basis: 'portal';
      /** Decimal text as shown, `1.5`. */
      readonly amount: string;
      readonly unit: LimitUnit;
      /** Null for hours, which the portal does not call working hours, and for months, which are no number of days. */
      readonly duration: Duration | null;
    }
  | {
      readonly kind: 'known';
      readonly basis: 'override';
      readonly duration: Duration;
      readonly override: ProcedureOverride;
    }
  | { readonly kind: 'unknown'; readonly reason: UnknownLimitReason; readonly shown: string | null };

export interface ChannelLimit {
  readonly channel: Channel;
  readonly limit: CatalogueLimit;
}

const LEVELS = ['ministry', 'province', 'commune', 'other'] as const;

export interface CatalogueEntry {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly ministry: string;
  /** As the portal shows them, none where it shows none; it also calls customs, border and maritime stations communes. */
  readonly levels: readonly (typeof LEVELS)[number][];
  readonly limit: CatalogueLimit;
  /** Every limit shown, in the order shown: one channel may have several, and channels often differ. */
  readonly limitByChannel: readonly ChannelLimit[];
  readonly after15hNextWorkingDay: boolean;
  readonly residenceIndependent: boolean;
  readonly mentionsForwarding: boolean;
  readonly excludesTransferTime: boolean;
  /** The decision that published the procedure, as text. */
  readonly decision: string | null;
  readonly sourceUrl: string | null;
  readonly verified: 'yes' | 'partial' | 'name_only';
}

const UNIT_OF_COLUMN: Readonly<Record<string, LimitUnit>> = {
  working_day: 'workingDay',
  day: 'day',
  hour: 'hour',
  month: 'month',
};
const UNIT_OF_PORTAL: Readonly<Record<string, LimitUnit>> = {
  'Ngày làm việc': 'workingDay',
  Ngày: 'day',
  Giờ: 'hour',
  Tháng: 'month',
};
const CHANNEL_OF_PORTAL: Readonly<Record<string, Channel>> = { online: 'online', postal: 'post', direct: 'counter' };
const NOTHING_SHOWN = new Set(['', 'không có thông tin', 'Không quy định']);
const AMOUNT = /^\d+(?:\.\d+)?$/;
const SHOWN_LIMIT = /^(\d+(?:\.\d+)?)(?: (.+))?$/;

function unknown(reason: UnknownLimitReason, shown: string): CatalogueLimit {
  return { kind: 'unknown', reason, shown: shown === '' ? null : shown };
}

/** Some ministries write `05 Ngày`. */
function known(shown: string, unit: LimitUnit): CatalogueLimit {
  const amount = shown.replace(/^0+(?=\d)/, '');
  const suffix = unit === 'workingDay' ? 'wd' : unit === 'day' ? 'cd' : null;
  const duration = suffix === null ? null : (parseDuration(`${amount}${suffix}`) ?? null);
  return { kind: 'known', basis: 'portal', amount, unit, duration };
}

function limitOf(row: CsvRecord): CatalogueLimit {
  const shown = csvField(row, 'time_limit_text');
  const basis = csvField(row, 'time_limit_basis');
  const amount = csvField(row, 'time_limit_value');
  const unit = UNIT_OF_COLUMN[csvField(row, 'time_limit_unit')];
  if (basis === 'portal' && AMOUNT.test(amount) && unit !== undefined) return known(amount, unit);
  const reason = UNKNOWN_LIMIT_REASONS.find((each) => each === basis);
  return unknown(reason ?? 'none', shown);
}

function shownLimit(text: string): CatalogueLimit {
  if (NOTHING_SHOWN.has(text)) return unknown('none', text);
  const part = SHOWN_LIMIT.exec(text);
  if (part === null) return unknown('text_only', text);
  const [, amount = '', unitText] = part;
  if (unitText === undefined) return unknown('portal_unit_missing', text);
  const unit = UNIT_OF_PORTAL[unitText];
  return unit === undefined ? unknown('text_only', text) : known(amount, unit);
}

function limitsByChannel(text: string): ChannelLimit[] {
  if (text === '') return [];
  return text.split(' | ').map((part) => {
    const colon = part.indexOf(':');
    const channel = CHANNEL_OF_PORTAL[part.slice(0, colon)];
    if (channel === undefined) throw new Error(`procedure catalogue: no channel in "${part}"`);
    return { channel, limit: shownLimit(part.slice(colon + 1)) };
  });
}

const levelsSchema = z.array(z.enum(LEVELS));
const verifiedSchema = z.enum(['yes', 'partial', 'name_only']);
const ADDRESS = /^https:\/\/\S+/;

/** One row of procedures.csv. Throws on a code, level or channel that is none: the file is ours, and a bad row is a fault. */
export function catalogueEntry(row: CsvRecord): CatalogueEntry {
  const flag = (name: string): boolean => csvField(row, name) === 'yes';
  const decision = csvField(row, 'decision');
  const level = csvField(row, 'level');
  return {
    code: procedureCodeSchema.parse(csvField(row, 'code')),
    name: csvField(row, 'name_vi'),
    field: csvField(row, 'field_vi'),
    ministry: csvField(row, 'ministry_vi'),
    levels: levelsSchema.parse(level === '' ? [] : level.split(';')),
    limit: limitOf(row),
    limitByChannel: limitsByChannel(csvField(row, 'time_limit_by_channel')),
    after15hNextWorkingDay: flag('after_15h_next_working_day'),
    residenceIndependent: flag('residence_independent'),
    mentionsForwarding: flag('text_mentions_forwarding'),
    excludesTransferTime: flag('excludes_transfer_time'),
    decision: decision === '' ? null : decision,
    sourceUrl: ADDRESS.exec(csvField(row, 'source'))?.[0] ?? null,
    verified: verifiedSchema.parse(csvField(row, 'verified')),
  };
}

/** Puts the limits of the demonstration set over those of the list. Codes that are not in the list are left to their versions. */
export function applyOverrides(
  entries: readonly CatalogueEntry[],
  overrides: readonly ProcedureOverride[],
): CatalogueEntry[] {
  const byCode = new Map<string, ProcedureOverride>(overrides.map((override) => [override.code, override]));
  return entries.map((entry) => {
    const override = byCode.get(entry.code);
    if (override === undefined) return entry;
    return { ...entry, limit: { kind: 'known', basis: 'override', duration: override.limit, override } };
  });
}
