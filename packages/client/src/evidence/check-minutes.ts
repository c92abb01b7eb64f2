/** The minutes: the journal folded by the exported rules and calendars gives the exported clocks and segments. */
import {
  CalendarDataError,
  JournalFault,
  canonicalJson,
  foldHistory,
  pinAfter,
  rulesFrom,
  rulesSourceSchema,
} from '@lien-thong/domain';
import type { DossierFile, Pin, Rules } from '@lien-thong/domain';
import type { Evidence } from './evidence.js';
import { finding } from './finding.js';
import type { EvidenceFinding } from './finding.js';

/** Null when every clock (in the order of their ids) and every segment is what the fold gives, byte for byte. */
export function checkMinutes(evidence: Evidence): EvidenceFinding | null {
  const rules = rulesOf(evidence);
  if ('row' in rules) return rules;
  const file = folded(evidence, rules);
  if ('row' in file) return file;
  const rows = [
    ...compared({
      row: 'clock',
      expected: file.clocks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      found: evidence.clocks,
      member: 'id',
    }),
    ...compared({ row: 'segment', expected: file.segments, found: evidence.segments, member: 'n' }),
  ];
  return rows[0] ?? null;
}

/** The rules must be those the dossier is pinned to, by the journal. */
function rulesOf(evidence: Evidence): Rules | EvidenceFinding {
  const parsed = rulesSourceSchema.safeParse(evidence.rules);
  const pin = pinAfter(evidence.journal);
  if (!parsed.success || pin === null) {
    const issue = parsed.error?.issues[0]?.path.join('.') ?? 'pin';
    return finding(['rules', issue, 'row'], ['rules to fold by', 'none']);
  }
  try {
    const rules = rulesFrom(parsed.data);
    const [is, should] = [pinned(rules), pinnedBy(pin)];
    return is === should ? rules : finding(['rules', 'pin', 'version'], [should, is]);
  } catch (error) {
    if (error instanceof CalendarDataError || error instanceof RangeError) {
      return finding(['rules', 'calendars', 'content'], ['calendars that agree with themselves', error.message]);
    }
    throw error;
  }
}

const pinned = ({ procedure, legal }: Rules): string =>
  `${procedure.code} ${procedure.version} ${legal.id} ${legal.version}`;
const pinnedBy = ({ procedureCode, procedureVersion, calendarProvince, calendarVersion }: Pin): string =>
  `${procedureCode} ${procedureVersion} legal:${calendarProvince} ${calendarVersion}`;

function folded({ journal }: Evidence, rules: Rules): DossierFile | EvidenceFinding {
  try {
    return foldHistory(journal, rules);
  } catch (error) {
    // Rules that do not fit the journal make the fold fail in many ways; none of them is a pass (law 8).
    const words = error instanceof Error ? error.message : String(error);
    const row = error instanceof JournalFault ? 'event' : 'rules';
    return finding([row, journal.length, 'content'], ['facts that follow one another', words]);
  }
}

interface Rows {
  readonly row: 'clock' | 'segment';
  readonly expected: readonly object[];
  readonly found: readonly unknown[];
  readonly member: string;
}

const memberOf = (value: unknown, member: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[member] : undefined;

/** Rows in their order; what differs first, by the member it differs in. */
function compared({ row, expected, found, member }: Rows): readonly EvidenceFinding[] {
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, place) => place).flatMap((place) => {
    const [should, is] = [expected[place], found[place]];
    if (should !== undefined && is !== undefined && canonicalJson(should) === canonicalJson(is)) return [];
    const at = memberOf(should ?? is, member);
    const name = typeof at === 'string' || typeof at === 'number' ? at : place;
    const names = Object.keys({ ...should, ...(typeof is === 'object' ? is : {}) }).sort();
    const field = names.find((each) => !same(memberOf(should, each), memberOf(is, each)));
    if (should === undefined || is === undefined || field === undefined) {
      return [finding([row, name, 'row'], [should ?? null, is ?? null])];
    }
    return [finding([row, name, field], [memberOf(should, field), memberOf(is, field)])];
  });
}

function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
