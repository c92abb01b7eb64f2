import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Dossier, JournalEntry, ProcedureVersion } from '@lien-thong/client';
import { LISTS } from './codes.js';
import { COMMANDS } from './commands.js';
import { EMPTY, asked } from './form.js';
import type { About, CommandType, FieldName, Filled } from './form.js';
import { FORMS, bodyOf } from './forms.js';
import { LATE_TYPES } from './late-facts.js';
import { problemsOf } from './problems.js';

interface Schema {
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: { readonly oneOf: readonly Schema[] };
  readonly oneOf?: readonly { readonly $ref: string }[];
}

const document = JSON.parse(readFileSync('apps/routing/openapi.json', 'utf8')) as {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'api');

const schemaOf = (type: CommandType) => `${type.charAt(0).toUpperCase()}${type.slice(1)}Command`;
const isAccepted = (type: CommandType, body: unknown) =>
  ajv.validate({ $ref: `api#/components/schemas/${schemaOf(type)}` }, JSON.parse(JSON.stringify(body)));

const agency = { id: 'haiphong-hai-an', identifier: 'H24.071', name: 'Hải An', nameEn: 'Hải An' };
const about: About = {
  dossier: {
    ...{ code: 'H24.071-261228-0011', version: 3, phase: 'processing', receivingAgency: agency },
    ...{ openSteps: ['appraisal'], completedSteps: [], transfer: null, receivedAt: '2026-12-28T02:18:00.000Z' },
    consultations: [{ key: 'tax', name: 'Thuế', nameEn: 'Tax', state: 'open', agency, requestedAt: '' }],
    openConflicts: [
      {
        contradicts: { seq: 6, type: 'dossier.stepCompleted.v1' },
        conflict: 7,
        foundAt: '2026-12-28T02:18:00.000Z',
        claimedBy: agency,
      },
    ],
  } as unknown as Dossier,
  version: {
    competence: { criterion: 'residence', level: 'commune' },
    steps: ['appraisal', 'signature'].map((key) => ({ key, name: key, nameEn: key, requires: ['landDatabase'] })),
    consultations: [{ key: 'police', name: 'Công an', nameEn: 'Police', requires: [] }],
    legs: {},
    extension: { times: 1, maximum: '1wd', legalBasis: 'Nghị định 61/2018/NĐ-CP' },
  } as unknown as ProcedureVersion,
  journal: [
    { seq: 1, type: 'dossier.received.v1', actor: { agency }, data: {}, occurredAt: '2026-12-28T02:18:00.000Z' },
    { seq: 5, type: 'dossier.lateFactsEntered.v1', actor: { agency }, data: { facts: [{}, {}] }, occurredAt: '' },
  ] as unknown as JournalEntry[],
  agencyId: agency.id,
};

/** A good value for every field that is not chosen from a list. */
const TYPED: Partial<Record<FieldName, string>> = {
  ...{ agencyId: 'haiphong-tax', suggestedAgency: 'haiphong-tax', to: 'haiphong-tax', legalBasis: 'Nghị định 61' },
  ...{ officerId: 'haiphong-hai-an.officer', approvedBy: 'haiphong-hai-an.clerk', amountVnd: '100000' },
  ...{ receiptNumber: 'BL-0001', evidence: 'QD-12/2026', extension: '1wd', note: 'Lời ghi', receipt: 'a.b.c' },
  ...{ newPromise: '2026-12-30T09:00:00+07:00', receivedAt: '2026-12-28T09:00:00+07:00' },
  corrected: '2026-12-28T09:00:00+07:00',
};
const FULL: Filled = {
  ...EMPTY,
  texts: TYPED,
  components: ['Giấy khai sinh'],
  documents: [{ component: 'Đơn', sha256: 'a'.repeat(64), size: 1, mediaType: 'application/pdf' }],
  place: { criterion: 'residence', name: 'Hải An', place: { communeCode: '11411' }, among: [], provinceCode: '31' },
};

/** Every way to fill a form in, one list at a time: each value of each list is chosen in at least one of them. */
function waysToFill(type: CommandType): readonly Filled[] {
  const initial = FORMS[type].initial?.(about) ?? {};
  let ways: readonly Filled[] = [{ ...FULL, texts: { ...TYPED, ...initial, ...TYPED }, late: everyLateFact() }];
  for (const field of FORMS[type].fields(about)) {
    if (field.kind !== 'choice' && field.kind !== 'code') continue;
    const { name, options } = field;
    ways = ways.flatMap((way) => options.map(({ value }) => ({ ...way, texts: { ...way.texts, [name]: value } })));
  }
  return ways;
}

function everyLateFact(): Filled['late'] {
  return LATE_TYPES.map((type) => ({
    ...{ id: type, type, occurredAt: '2026-12-28T09:00:00+07:00' },
    filled: {
      ...FULL,
      texts: {
        ...{ ...TYPED, step: 'appraisal', consultation: 'police', reason: 'not-needed', copy: 'paper', means: 'sms' },
        ground: 'courtOrder',
      },
    },
  }));
}

describe('the form of an act', () => {
  it('is there for every command the service knows', () => {
    const known = document.components.schemas['Command']?.oneOf?.map(({ $ref }) => $ref.split('/').at(-1));
    expect(COMMANDS.map(schemaOf).sort()).toEqual([...(known ?? [])].sort());
    expect(Object.keys(FORMS).sort()).toEqual([...COMMANDS].sort());
  });

  it.each(COMMANDS)('of %s sends what the service takes, whatever is chosen', (type) => {
    const ways = waysToFill(type);
    expect(ways.length).toBeGreaterThan(0);
    for (const filled of ways) {
      const fields = FORMS[type].fields(about);
      expect([...problemsOf(fields, filled, about)]).toEqual([]);
      const body = bodyOf(type, filled);
      expect({ body, errors: isAccepted(type, body) || ajv.errors }).toEqual({ body, errors: true });
    }
  });

  it('offers every value of an enumeration of the service, and no other', () => {
    const listed = (type: CommandType, property: string) =>
      document.components.schemas[schemaOf(type)]?.properties?.[property]?.enum;
    expect(listed('refuseTransfer', 'reason')).toEqual(LISTS.refuseTransfer);
    expect(listed('transfer', 'copy')).toEqual(LISTS.copy);
    expect(listed('answerConsultation', 'outcome')).toEqual(LISTS.opinion);
    expect(listed('decide', 'outcome')).toEqual(LISTS.decision);
    expect(listed('suspend', 'ground')).toEqual(LISTS.suspension);
    expect(listed('close', 'ground')).toEqual(LISTS.closing);
    expect(listed('notifyApplicant', 'means')).toEqual(LISTS.notice);
    expect(listed('returnResult', 'means')).toEqual(LISTS.returning);
    expect(listed('deliverApology', 'means')).toEqual(LISTS.handing);
    expect(listed('resolveConflict', 'resolution')).toEqual(LISTS.resolution);
  });

  it('lets exactly those facts be entered late that the service takes', () => {
    const facts = document.components.schemas['EnterLateCommand']?.properties?.['facts']?.items?.oneOf ?? [];
    expect([...LATE_TYPES].sort()).toEqual(facts.map(({ properties }) => properties?.['type']?.const).sort());
  });

  it('says nothing of what is no longer asked: a ground without an outage names no system', () => {
    const texts = { ground: 'courtOrder', system: 'landDatabase', evidence: 'QD-12/2026' };
    expect(bodyOf('suspend', { ...EMPTY, texts })).toEqual({
      ...{ type: 'suspend', ground: 'courtOrder', evidence: 'QD-12/2026' },
    });
  });

  it('sends a redirected dossier home without an address, and back to no agency by mistake', () => {
    const texts = { destination: 'home', to: 'haiphong-tax', copy: 'paper', reason: 'lapsed' };
    expect(bodyOf('redirectTransfer', { ...EMPTY, texts })).toEqual({
      ...{ type: 'redirectTransfer', to: null, reason: 'lapsed' },
    });
  });

  it('keeps the words of the officer out of the act itself, composed', () => {
    const body = bodyOf('withdraw', { ...EMPTY, texts: { note: ' Người nộp đổi ý '.normalize('NFD') } });
    expect(body).toEqual({ type: 'withdraw', private: { texts: { withdraw: 'Người nộp đổi ý' } } });
  });
});

describe('a form that is not filled in', () => {
  it.each(COMMANDS)('of %s is stopped at what is missing, before it is sent', (type) => {
    const fields = FORMS[type].fields(about);
    const required = asked(fields, EMPTY).filter((field) => field.required);
    expect([...problemsOf(fields, EMPTY, about).keys()].sort()).toEqual(required.map(({ name }) => name).sort());
  });

  it('is stopped at a code with accents, an amount with a fraction, a length in no unit', () => {
    const wrong = (type: CommandType, texts: Filled['texts']) =>
      Object.fromEntries(problemsOf(FORMS[type].fields(about), { ...FULL, texts }, about));
    expect(wrong('recallTransfer', { reason: 'chuyển nhầm' })).toEqual({ reason: 'wrongForm' });
    expect(wrong('requestPayment', { feeCode: 'fee', amountVnd: '1,5' })).toEqual({ amountVnd: 'wrongForm' });
    expect(wrong('extend', { extension: '1 ngày', legalBasis: 'Điều 19' })).toEqual({ extension: 'wrongForm' });
  });

  it('asks where a divided unit is now', () => {
    const divided = {
      criterion: 'residence',
      name: 'Xã cũ',
      place: { oldCode: '11399' },
      among: ['11411', '11413'],
      provinceCode: '31',
    } as const;
    const texts = { by: 'facts' };
    const problems = (place: Filled['place']) => [
      ...problemsOf(FORMS.resolveJurisdiction.fields(about), { ...EMPTY, texts, place }, about),
    ];
    expect(problems(divided)).toEqual([['place', 'empty']]);
    expect(problems({ ...divided, place: { ...divided.place, newCommuneCode: '11411' } })).toEqual([]);
  });

  it('is stopped at a late fact without its time', () => {
    const [fact] = everyLateFact();
    if (fact === undefined) throw new Error('no fact');
    const late = [{ ...fact, occurredAt: null }];
    const problems = problemsOf(
      FORMS.enterLate.fields(about),
      { ...FULL, texts: { reason: 'forgotten' }, late },
      about,
    );
    expect([...problems]).toEqual([['late', 'wrongForm']]);
  });
});
