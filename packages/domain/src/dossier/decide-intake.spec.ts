import { describe, expect, it } from '@jest/globals';
import {
  BEYOND,
  DONG_HAI,
  DUC_PHO,
  HAI_AN,
  NGO_QUYEN,
  NOBODYS,
  SEVERALS,
  clerkOf,
  livingIn,
  rulesFor,
  supervisorOver,
  vn,
} from '../testing/office-directory.js';
import { byReceiver, delivered, held, intake, received, sent, submitted } from '../testing/office-steps.js';
import { given } from '../testing/office.js';
import { localProcedure, procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import { agencyIdSchema } from '../kernel/ids.js';

const RULES = rulesFor(procedureForTest());
const CODE = RULES.procedure.code;
const office = given(RULES);

describe('a dossier handed in at the counter', () => {
  it('is received, pinned, routed and promised in one fact', () => {
    const outcome = office.when(received(CODE, '2026-11-23 09:00'));
    expect(outcome).toEqual([
      {
        type: 'dossier.received.v1',
        occurredAt: vn('2026-11-23 09:00'),
        phase: 'received',
        data: {
          code: '',
          codeProvisional: false,
          pin: {
            procedureCode: CODE,
            procedureVersion: 1,
            builderVersion: 1,
            caseKey: 'standard',
            channel: 'counter',
            limit: '1.5wd',
            receivingAgency: HAI_AN,
            calendarProvince: '31',
            calendarVersion: RULES.legal.version,
          },
          jurisdiction: livingIn('11411'),
          documents: [],
          resolution: {
            agencyId: DONG_HAI,
            ruleId: 'residence',
            legalBasis: 'Nghị định 118/2025/NĐ-CP',
            areaCode: '11411',
          },
          heldReason: null,
          // Tuesday 24 November 2026 is a holiday: 1.5 working days from Monday 09:00 end on Wednesday at 15:00.
          promise: { at: vn('2026-11-25 15:00'), estimate: false, provisional: false },
        },
      },
    ]);
  });

  it('goes straight into processing where the receiver is competent itself', () => {
    const own = byReceiver({ type: 'receive', intake: intake(CODE, { place: livingIn('11413') }) });
    const { dossier } = given(RULES, [own]).file ?? {};
    expect(dossier).toMatchObject({ phase: 'processing', accepted: true, competentAgency: HAI_AN, holder: HAI_AN });
  });

  it('is not "submitted": that is for what comes online or by post', () => {
    const outcome = office.when(byReceiver({ type: 'submit', intake: intake(CODE) }));
    expect(outcome).toMatchObject({ code: 'command-not-allowed', facts: { phase: 'start', allowed: ['receive'] } });
  });

  it('needs its case named where the procedure has several', () => {
    const { caseKey: _, ...open } = intake(CODE);
    const cases = ['standard', 'verified'];
    const unnamed = office.when(byReceiver({ type: 'receive', intake: open }));
    const unknown = office.when(byReceiver({ type: 'receive', intake: { ...open, caseKey: 'express' } }));
    const verified = office.when(byReceiver({ type: 'receive', intake: { ...open, caseKey: 'verified' } }));
    expect(unnamed).toMatchObject({ code: 'case-unknown', facts: { case: null, cases } });
    expect(unknown).toMatchObject({ code: 'case-unknown', facts: { case: 'express', cases } });
    expect(verified).toMatchObject([{ data: { pin: { caseKey: 'verified', limit: '3wd' } } }]);
  });

  it('takes the only case of a procedure that has one', () => {
    const rules = rulesFor(sameDayProcedure());
    const { caseKey: _, ...open } = intake(rules.procedure.code);
    const outcome = given(rules).when(byReceiver({ type: 'receive', intake: open }));
    expect(outcome).toMatchObject([{ data: { pin: { caseKey: 'standard', limit: 'sameDay' } } }]);
  });

  it('has the limit of its channel, and is refused where the law gives that channel none', () => {
    const limits = { counter: '3wd', online: '2wd', post: null };
    const cases = [{ key: 'standard', name: 'x', nameEn: 'x', limits }];
    const rules = rulesFor(procedureForTest({ cases }));
    const by = (channel: string) => byReceiver({ type: 'receive', intake: intake(CODE, { channel }) });
    expect(given(rules).when(by('online'))).toMatchObject([{ data: { pin: { limit: '2wd', channel: 'online' } } }]);
    expect(given(rules).when(by('post'))).toMatchObject({
      code: 'procedure-limit-unknown',
      facts: { procedure: CODE, case: 'standard', channel: 'post' },
    });
  });

  it('cannot be taken in by an agency the directory does not know', () => {
    const by = clerkOf(agencyIdSchema.parse('99.nowhere'));
    const outcome = office.when({ by, do: { type: 'receive', intake: intake(CODE) } });
    expect(outcome).toMatchObject({ code: 'agency-unknown', facts: { agencyId: '99.nowhere' } });
  });
});

describe('a dossier submitted online', () => {
  const story = given(RULES, [submitted(CODE, '2026-11-20 20:00')]);

  it('waits at the receiving agency with a provisional number', () => {
    expect(story.file?.dossier).toMatchObject({
      phase: 'submitted',
      code: 'TAM.H24.1-261116-0001',
      codeProvisional: true,
      submittedAt: vn('2026-11-20 20:00'),
      receivedAt: null,
      promise: null,
    });
  });

  it('is received as it was submitted; the provisional number goes on leading to it', () => {
    const after = story.and(byReceiver({ type: 'receive' }, '2026-11-23 09:00'));
    expect(after.file?.dossier).toMatchObject({
      phase: 'received',
      code: 'H24.2-261116-0001',
      codeProvisional: false,
      aliases: ['TAM.H24.1-261116-0001'],
      receivedAt: vn('2026-11-23 09:00'),
      competentAgency: DONG_HAI,
      pin: { channel: 'online' },
    });
  });

  it('is not taken down a second time at its reception', () => {
    const outcome = story.when(byReceiver({ type: 'receive', intake: intake(CODE) }));
    expect(outcome).toMatchObject({ code: 'command-not-allowed', facts: { phase: 'submitted', field: 'intake' } });
  });

  it('ends when its reception is refused in writing, with the reason', () => {
    const after = story.and(byReceiver({ type: 'refuseReception', reason: 'not-complete' }, '2026-11-23 08:00'));
    expect(after.events.at(-1)).toMatchObject({
      type: 'dossier.receptionRefused.v1',
      data: { reason: 'not-complete' },
    });
    expect(after.file?.dossier).toMatchObject({ phase: 'receptionRefused', endedAt: vn('2026-11-23 08:00') });
    expect(after.file?.clocks.map(({ status }) => status)).toEqual(['stopped']);
  });
});

describe('a dossier nobody is known to be competent for', () => {
  const receive = (place: typeof NOBODYS, hold: boolean) =>
    byReceiver({
      type: 'receive',
      intake: intake(CODE, { place }),
      ...(hold ? { holdForJurisdiction: { reason: 'ask-province' } } : {}),
    });

  it('is refused with why, unless the counter asks to hold it', () => {
    expect(office.when(receive(NOBODYS, false))).toMatchObject({ code: 'jurisdiction-none' });
    expect(office.when(receive(SEVERALS, false))).toMatchObject({
      code: 'jurisdiction-several',
      facts: { candidates: [DONG_HAI, NGO_QUYEN] },
    });
  });

  it.each([
    ['nobody is', NOBODYS],
    ['several are', SEVERALS],
    ['the place is not given', {}],
  ])('is held with the reason when %s', (_, place) => {
    expect(office.when(receive(place, true))).toMatchObject([
      { phase: 'jurisdictionPending', data: { resolution: null, heldReason: 'ask-province', codeProvisional: true } },
    ]);
  });

  it('is never held where the procedure does not reach that far', () => {
    expect(office.when(receive(BEYOND, true))).toMatchObject({ code: 'outside-boundary-scope' });
  });

  it('is simply received when the competent agency is known after all', () => {
    expect(office.when(receive(livingIn('11411'), true))).toMatchObject([
      { phase: 'received', data: { heldReason: null, codeProvisional: false, resolution: { agencyId: DONG_HAI } } },
    ]);
  });

  it('may be held when it came online, where nobody at the counter can ask', () => {
    const submit = byReceiver({ type: 'submit', intake: intake(CODE, { channel: 'online', place: NOBODYS }) });
    const story = given(RULES, [submit]);
    expect(story.when(byReceiver({ type: 'receive' }))).toMatchObject({ code: 'jurisdiction-none' });
    const hold = byReceiver({ type: 'receive', holdForJurisdiction: { reason: 'ask-province' } });
    expect(story.when(hold)).toMatchObject([{ phase: 'jurisdictionPending' }]);
  });
});

describe('a held dossier', () => {
  const story = given(RULES, [held(CODE, '2026-11-23 09:00')]);

  it('goes on with better facts, under a number of the competent agency; the provisional one stays an alias', () => {
    const command = { type: 'resolveJurisdiction', jurisdiction: livingIn('11411') } as const;
    const after = story.and(byReceiver(command, '2026-11-23 10:00'));
    expect(after.file?.dossier).toMatchObject({
      phase: 'received',
      code: 'H24.2-261116-0001',
      aliases: ['TAM.H24.1-261116-0001'],
      competentAgency: DONG_HAI,
      accepted: false,
    });
  });

  it('goes into processing when the receiver turns out to be competent', () => {
    const after = story.and(byReceiver({ type: 'resolveJurisdiction', jurisdiction: livingIn('11413') }));
    expect(after.file?.dossier).toMatchObject({ phase: 'processing', accepted: true, holder: HAI_AN });
  });

  it('stays held while the facts still lead to nobody', () => {
    const outcome = story.when(byReceiver({ type: 'resolveJurisdiction', jurisdiction: SEVERALS }));
    expect(outcome).toMatchObject({ code: 'jurisdiction-several' });
  });

  it('goes where the coordinator says, but not beyond the reach of the procedure', () => {
    const by = supervisorOver(HAI_AN);
    const name = (agencyId: string) =>
      story.when({ by, do: { type: 'resolveJurisdiction', decision: { agencyId, legalBasis: 'Quyết định 12' } } });
    expect(name(NGO_QUYEN)).toMatchObject([
      { data: { resolution: { agencyId: NGO_QUYEN, legalBasis: 'Quyết định 12' } } },
    ]);
    expect(name(DUC_PHO)).toMatchObject({ code: 'outside-boundary-scope', facts: { competentAgency: DUC_PHO } });
    expect(name('99.nowhere')).toMatchObject({ code: 'agency-unknown' });
  });

  it('keeps its time: what the search took is part of the transfer', () => {
    const command = { type: 'resolveJurisdiction', jurisdiction: livingIn('11411') } as const;
    const after = story.and(byReceiver(command, '2026-11-23 16:00'));
    const transfer = after.file?.clocks.find(({ id }) => id === 'transfer');
    expect(transfer).toMatchObject({ status: 'running', dueAt: expect.any(Number), startedAt: expect.any(Number) });
    expect(after.file?.dossier.receivedAt).toBe(vn('2026-11-23 09:00'));
  });
});

describe('a procedure that crosses no boundary', () => {
  const rules = rulesFor(localProcedure());
  const local = (place: typeof NOBODYS) =>
    given(rules).when(byReceiver({ type: 'receive', intake: intake(rules.procedure.code, { place }) }));

  it('is done by the competent receiver and refused to any other', () => {
    expect(local(livingIn('11413'))).toMatchObject([{ phase: 'processing' }]);
    expect(local(livingIn('11411'))).toMatchObject({ code: 'outside-boundary-scope' });
  });

  it('says why nobody was found rather than that a boundary was crossed', () => {
    expect(local(NOBODYS)).toMatchObject({ code: 'jurisdiction-none' });
  });
});

describe('a number once given', () => {
  it('is not changed by a transfer', () => {
    const story = given(RULES, [received(CODE), sent(), delivered()]);
    expect(story.file?.dossier).toMatchObject({ code: 'H24.2-261116-0001', aliases: [] });
  });
});
