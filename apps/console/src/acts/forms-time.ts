/** Forms of the acts on promises, limits and what the journal says. */
import type { EventType } from '@lien-thong/client';
import { LENGTH, LISTS } from './codes.js';
import { chosen, optionalText, textOf } from './form.js';
import type { About, Form, Option } from './form.js';
import { among, approvedBy, choice, legalBasis, line, moment, note, optional, reason, single } from './specs.js';
import { lateFactOf } from './late-facts.js';

export const extend: Form<'extend'> = {
  needs: 'version',
  fields: ({ version }) => [
    { ...line('extension', LENGTH, 10), pointer: 'by' },
    legalBasis,
    optional(reason('extend')),
    approvedBy(version?.extension?.secondPerson === true),
    note(),
  ],
  initial: ({ version }) => ({
    extension: version?.extension?.maximum ?? '',
    legalBasis: version?.extension?.legalBasis ?? '',
  }),
  body: (filled) => ({
    type: 'extend',
    by: textOf(filled, 'extension'),
    legalBasis: textOf(filled, 'legalBasis'),
    reason: optionalText(filled, 'reason'),
    approvedBy: optionalText(filled, 'approvedBy'),
  }),
};

export const apologise: Form<'apologise'> = {
  fields: () => [moment('newPromise', 'newPromise'), reason('apologise'), note()],
  body: (filled) => ({
    type: 'apologise',
    reason: textOf(filled, 'reason'),
    newPromise: textOf(filled, 'newPromise'),
  }),
};

export const deliverApology: Form<'deliverApology'> = {
  fields: () => [choice('means', 'handing'), note()],
  initial: () => ({ means: 'counter' }),
  body: (filled) => ({ type: 'deliverApology', means: chosen(filled, 'means', LISTS.handing) }),
};

export const correctReception: Form<'correctReception'> = {
  fields: () => [moment('receivedAt', 'receivedAt'), reason('correctReception'), approvedBy(false), note()],
  initial: ({ dossier }) => ({ receivedAt: dossier.receivedAt ?? '' }),
  body: (filled) => ({
    type: 'correctReception',
    receivedAt: textOf(filled, 'receivedAt'),
    reason: textOf(filled, 'reason'),
    approvedBy: optionalText(filled, 'approvedBy'),
  }),
};

/** Remarks on the journal and what the engine found out carry no declared time. */
const UNDECLARED = new Set([
  ...['calendarRestated', 'outageRelieved', 'versionAmended', 'clockWarned', 'clockRunsLow', 'clockBreached'],
  ...['transferLapsed', 'receptionCorrected', 'timeCorrected', 'conflictFound', 'conflictResolved'],
  'subDeadlinesRecut',
]);

/** Facts of this agency whose time it may correct: `4`, or `4/2` for the second of the facts entered late together. */
function correctable({ journal, agencyId }: About): readonly Option[] {
  const own = journal.filter(({ type, actor }) => actor.agency?.id === agencyId && !UNDECLARED.has(shortType(type)));
  return own.flatMap(({ seq, type, data, occurredAt }) => {
    const parts = Array.isArray(data['facts']) ? data['facts'].length : 0;
    const values = parts === 0 ? [`${seq}`] : Array.from({ length: parts }, (_, i) => `${seq}/${i + 1}`);
    return values.map((value) => ({ value, fact: { type, at: occurredAt } }));
  });
}

/** `transferDispatched` of `dossier.transferDispatched.v1`. */
function shortType(type: string): string {
  return type.replace(/^dossier\./, '').replace(/\.v\d+$/, '');
}

export const correctTime: Form<'correctTime'> = {
  needs: 'journal',
  fields: (about) => [
    { ...among('fact', correctable(about)), pointer: 'seq' },
    moment('corrected', 'to'),
    reason('correctTime'),
    approvedBy(false),
    note(),
  ],
  initial: (about) => single('fact', correctable(about)),
  body: (filled) => {
    const [seq, part] = textOf(filled, 'fact').split('/').map(Number);
    if (seq === undefined) throw new Error('no fact is chosen');
    return {
      ...{ type: 'correctTime', seq, part, to: textOf(filled, 'corrected') },
      ...{ reason: textOf(filled, 'reason'), approvedBy: optionalText(filled, 'approvedBy') },
    };
  },
};

export const enterLate: Form<'enterLate'> = {
  needs: 'version',
  fields: () => [
    { kind: 'late', name: 'late', pointer: 'facts', required: true },
    reason('enterLate'),
    approvedBy(false),
    note(),
  ],
  body: (filled) => ({
    type: 'enterLate',
    facts: filled.late.map(lateFactOf),
    reason: textOf(filled, 'reason'),
    approvedBy: optionalText(filled, 'approvedBy'),
  }),
};

export const resolveConflict: Form<'resolveConflict'> = {
  fields: (about) => [
    among('conflict', conflicts(about)),
    choice('resolution', 'resolution'),
    reason('resolveConflict'),
    note(),
  ],
  initial: (about) => single('conflict', conflicts(about)),
  body: (filled) => ({
    type: 'resolveConflict',
    conflict: Number(textOf(filled, 'conflict')),
    resolution: chosen(filled, 'resolution', LISTS.resolution),
    reason: textOf(filled, 'reason'),
  }),
};

function conflicts({ dossier }: About): readonly Option[] {
  return dossier.openConflicts.map(({ conflict, claimedBy, foundAt, contradicts: { type, seq } }) => ({
    value: String(conflict),
    said: { vi: claimedBy?.name ?? '', en: claimedBy?.nameEn ?? '' },
    fact: { type: 'dossier.conflictFound.v1', at: foundAt },
    against: { type: type as EventType, seq },
  }));
}
