/** What a fact of the journal says beside its name: short phrases made of its data. Data of a kind that is not known yet is left out. */
import type { JournalEntry } from '@lien-thong/client';
import { instantText, numberText } from '../words/format.js';
import { durationText } from './duration.js';
import { pastDetails } from './past-details.js';
import type { Speech } from './speech.js';

type Data = JournalEntry['data'];
type Phrases = readonly (string | null)[];

/** Lists of reason codes by the fact that carries them. */
const REASONS: Readonly<Record<string, string>> = {
  receptionRefused: 'refuseReception',
  transferRefused: 'refuseTransfer',
  transferRecalled: 'recallTransfer',
  transferRedirected: 'redirectTransfer',
  consultationCancelled: 'cancelConsultation',
  supplementRequested: 'requestSupplement',
  limitExtended: 'extend',
  apologyIssued: 'apologise',
  receptionCorrected: 'correctReception',
  timeCorrected: 'correctTime',
  lateFactsEntered: 'enterLate',
  conflictResolved: 'resolveConflict',
};
const MEANS: Readonly<Record<string, string>> = { applicantNotified: 'notice', resultReturned: 'returning' };
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

const inside = (value: unknown): Data => (typeof value === 'object' && value !== null ? { ...value } : {});

function textThen(value: unknown, phrase: (text: string) => string): string | null {
  return typeof value === 'string' && value !== '' ? phrase(value) : null;
}

/** A code in the words of its list; one of another office's own list as it is. */
function said({ lists }: Speech, list: string, code: unknown): string | null {
  return textThen(code, (known) => lists[list]?.[known] ?? known);
}

function countThen({ language }: Speech, value: unknown, phrase: (count: string) => string): string | null {
  return typeof value === 'number' ? phrase(numberText(value, language)) : null;
}

function instantThen(value: unknown, phrase: (at: string) => string): string | null {
  return textThen(value, (at) => (INSTANT.test(at) ? phrase(instantText(at)) : ''));
}

function whoAndWhat(data: Data, speech: Speech): Phrases {
  const { words, names } = speech;
  return [
    textThen(data['to'], (to) => (INSTANT.test(to) ? '' : words.to(names.agency(to)))),
    textThen(data['agencyId'], (id) => words.to(names.agency(id))),
    textThen(data['officerId'], (id) => words.officer(names.officer(id))),
    textThen(data['suggestedAgency'], (id) => words.suggested(names.agency(id))),
    textThen(data['step'], names.step),
    textThen(data['consultation'], names.opinion),
    textThen(data['clockId'], names.clock),
    countThen(speech, data['percent'], (percent) => `${percent}%`),
    said(speech, 'copy', data['copy']),
  ];
}

function outcome(name: string, data: Data, speech: Speech): Phrases {
  const { words } = speech;
  const held = said(speech, 'heldReason', data['heldReason']);
  const reason = said(speech, REASONS[name] ?? '', data['reason']);
  return [
    said(speech, name === 'consultationAnswered' ? 'opinion' : 'decision', data['outcome']),
    said(speech, MEANS[name] ?? 'handing', data['means']),
    said(speech, name === 'closed' ? 'closing' : 'suspension', data['ground']),
    reason === null ? null : words.ground(reason),
    held === null ? null : `${words.held}: ${held}`,
    textThen(data['at'], (at) => (at === 'counter' || at === 'competent' ? words.at[at] : '')),
  ];
}

function counted(data: Data, speech: Speech): Phrases {
  const { words, language } = speech;
  const { components, documents } = data;
  const fee = said(speech, 'fee', data['feeCode']) ?? '';
  return [
    countThen(speech, data['attempt'], words.attempt),
    countThen(speech, data['round'], words.round),
    Array.isArray(components) ? words.missing(components.join(', ')) : null,
    Array.isArray(documents) && documents.length > 0 ? words.papers(numberText(documents.length, language)) : null,
    countThen(speech, data['amountVnd'], (amount) => words.amount(fee, amount)),
    textThen(data['receiptNumber'], words.receiptNumber),
    textThen(data['by'], (by) => words.extended(durationText(by, words, language))),
  ];
}

function lawful(data: Data, speech: Speech): Phrases {
  const { words, names, systemName } = speech;
  const { from, to, fromVersion, toVersion, evidence, legalBasis } = data;
  const moved = textThen(to, (until) => (INSTANT.test(until) ? instantText(until) : ''));
  return [
    instantThen(inside(data['promise'])['at'], words.promise),
    instantThen(data['newPromise'], words.promise),
    instantThen(data['rungAt'], words.breachedAt),
    moved === null || moved === '' ? null : instantThen(from, (since) => words.moved(since, moved)),
    countThen(speech, data['seq'], words.ofFact),
    typeof toVersion === 'number' ? words.version(String(fromVersion), String(toVersion)) : null,
    typeof toVersion === 'string' && typeof fromVersion === 'string'
      ? words.calendar(names.calendar(fromVersion), names.calendar(toVersion))
      : textThen(data['calendar'], names.calendar),
    textThen(data['system'], (key) => words.system(systemName(key))),
    textThen(evidence, words.evidenceOf),
    textThen(inside(evidence)['reference'], words.evidenceOf),
    textThen(legalBasis ?? inside(data['resolution'])['legalBasis'], words.basis),
    textThen(data['approvedBy'], (officer) => words.approvedBy(names.officer(officer))),
  ];
}

/** `name`: of the event, without `dossier.` and its version. Pure. */
export function factDetails(name: string, data: Data, speech: Speech): readonly string[] {
  const all = [
    ...pastDetails(data, speech, factDetails),
    ...[...whoAndWhat(data, speech), ...outcome(name, data, speech)],
    ...[...counted(data, speech), ...lawful(data, speech)],
  ];
  return all.filter((phrase): phrase is string => phrase !== null && phrase !== '');
}
