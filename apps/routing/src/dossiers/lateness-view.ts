/** Whose the late minutes of a dossier are (ADR 0026), with the sentence in both languages. */
import { LATENESS_CLASSES, instantOf, instantSchema, lateness } from '@lien-thong/domain';
import type { Directory, LateShare, Lateness, Owner } from '@lien-thong/domain';
import { z } from 'zod';
import { agencyRef, ownerSchema, ownerView } from '../directory/agency-ref.js';
import { LATENESS_ENGLISH, LATENESS_VIETNAMESE } from '../http/sentences.lateness.js';
import type { LatenessWords } from '../http/sentences.lateness.js';
import { REPORT_ENGLISH } from '../http/sentences.reports.en.js';
import { REPORT_VIETNAMESE } from '../http/sentences.reports.vi.js';
import type { DossierAsSeen } from './dossier-reader.js';

const minutes = z.int();

const shareSchema = z.strictObject({
  owner: ownerSchema,
  ownExcess: minutes.describe('Late though all others had kept their sub-deadlines'),
  inherited: minutes.describe('Held by him, in time had others kept theirs'),
  structural: minutes.describe('Late though nobody exceeded anything'),
  outside: minutes.describe('Of the applicant, an outage or an external ground'),
  passedOn: minutes.describe(
    'Held by others and late because of him: not in the sum, they stand there under `inherited`',
  ),
});

const stretchSchema = z.strictObject({
  from: instantSchema,
  to: instantSchema,
  minutes,
  owner: ownerSchema,
  leg: z.string().describe('transfer, acceptance:1, processing, consultation:tax, resultTransfer, cutoff, unplanned'),
  kind: z.enum(LATENESS_CLASSES),
  dueTo: ownerSchema.nullable().describe('Whose excess made it late; null where it is nobody’s'),
});

export const latenessSchema = z
  .strictObject({
    state: z.enum(['noLimit', 'unknown', 'inTime', 'late']),
    sentence: z.string(),
    sentenceEn: z.string(),
    reason: z.enum(['calendar-does-not-reach']).nullable(),
    ended: z.boolean().nullable().describe('Whether the limit has stopped; otherwise the account is open'),
    provisional: z.boolean(),
    since: instantSchema.nullable().describe('Beginning of the first late minute'),
    minutes: minutes.nullable().describe('Working minutes the limit counted after its granule; null where unknown'),
    shares: z.array(shareSchema).describe('The first four columns add up to `minutes`'),
    stretches: z.array(stretchSchema),
  })
  .meta({ id: 'Lateness' });
type LatenessView = z.infer<typeof latenessSchema>;

const NOTHING = { reason: null, ended: null, provisional: false, since: null, minutes: 0, shares: [], stretches: [] };

interface Tongue {
  readonly words: LatenessWords;
  readonly nameOf: (owner: Owner) => string;
}

function tongues(directory: Directory): { readonly vi: Tongue; readonly en: Tongue } {
  const named = (of: 'name' | 'nameEn', owners: Readonly<Record<string, string>>) => (owner: Owner) =>
    owner.kind === 'agency' ? agencyRef(directory, owner.agencyId)[of] : (owners[owner.kind] ?? owner.kind);
  return {
    vi: { words: LATENESS_VIETNAMESE, nameOf: named('name', REPORT_VIETNAMESE.owners) },
    en: { words: LATENESS_ENGLISH, nameOf: named('nameEn', REPORT_ENGLISH.owners) },
  };
}

const shareText = ({ words, nameOf }: Tongue, share: LateShare): string =>
  LATENESS_CLASSES.filter((kind) => share[kind] > 0)
    .map((kind) => words.classes[kind](nameOf(share.owner), share[kind]))
    .join('; ');

function sentenceOf(found: Lateness, tongue: Tongue): string {
  const { words } = tongue;
  if (found.state !== 'late') return words[found.state];
  const shares = found.shares.map((share) => shareText(tongue, share)).filter((text) => text !== '');
  return `${words.late(found.minutes)} ${shares.join('; ')}.`;
}

function accountView(found: Lateness, directory: Directory): Omit<LatenessView, 'sentence' | 'sentenceEn'> {
  switch (found.state) {
    case 'noLimit':
      return { ...NOTHING, state: 'noLimit', minutes: null };
    case 'unknown':
      return { ...NOTHING, state: 'unknown', reason: found.reason, minutes: null };
    case 'inTime':
      return { ...NOTHING, state: 'inTime', ended: found.ended };
    case 'late': {
      const { ended, provisional, since, minutes: all, shares, stretches } = found;
      return {
        ...{ state: 'late', reason: null, ended, provisional, since: instantOf(since), minutes: all },
        shares: shares.map((share) => ({ ...share, owner: ownerView(directory, share.owner) })),
        stretches: stretches.map(({ from, to, owner, dueTo, ...rest }) => ({
          ...{ ...rest, from: instantOf(from), to: instantOf(to), owner: ownerView(directory, owner) },
          dueTo: dueTo === null ? null : ownerView(directory, dueTo),
        })),
      };
    }
  }
}

/** Of the moment looked at; null for who sees a part only. */
export function latenessView({ file, rules, at, whole }: DossierAsSeen, directory: Directory): LatenessView | null {
  if (!whole) return null;
  const found = lateness(file, rules, at);
  const { vi, en } = tongues(directory);
  return { ...accountView(found, directory), sentence: sentenceOf(found, vi), sentenceEn: sentenceOf(found, en) };
}
