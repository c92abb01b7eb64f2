/** Proofs asked for over HTTP: the Hải An conflict and its ways out, what cannot be computed, and every bad question. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../../../infra/testing/until.js';
import type { BreachesView } from '../src/feasibility/breaches-view.js';
import type { StartGridView } from '../src/feasibility/start-grid-view.js';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';
import { MARITAL, NO_SUPPLEMENT, definitionOf, draft, readVerdict } from './procedure-steps.js';
import type { Definition } from './procedure-steps.js';

/** The first publication waits for the proof of its version, which a busy machine takes its time for. */
jest.setTimeout(120_000);

let office: TestApp;
let clerk: HttpCaller;
let admin: HttpCaller;
let definition: Definition;

beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-03-02T09:00:00+07:00' } });
  clerk = await office.as(HAI_AN);
  admin = await office.asPerson('haiphong-supervisor', 'admin');
  definition = await definitionOf(clerk, { supplement: NO_SUPPLEMENT });
}, 120_000);
afterAll(async () => {
  await office.close();
});

const CROSSING = { route: 'crosses', agencies: { receiver: HAI_AN, decider: DONG_HAI } };
const WEEK = { from: '2026-03-02', to: '2026-03-08' };
const ask = (body: object) => clerk.post('/v1/feasibility', { ...CROSSING, range: WEEK, ...body });
const version = (number: number) => ({ version: { code: MARITAL, version: number } });

interface Proof {
  readonly computable: boolean;
  readonly verdict: string;
  readonly sentence: string;
  readonly worst: BreachesView;
  readonly witness: {
    readonly start: string;
    readonly slack: number;
    readonly steps: readonly { key: string; charged: number }[];
  };
}
interface Answer {
  readonly digest: string;
  readonly grid: StartGridView | null;
  readonly proof: Proof;
  readonly synthesis: readonly { policy: string; outcome: string; changes: readonly object[]; proof: Proof }[];
  readonly waysOut: readonly {
    way: string;
    proof: Proof;
    promises: readonly { example: string; receivedAt: string; promisedAt: string }[];
    costs: readonly { who: string; kind: string; sentence: string }[];
    definition: object | null;
  }[];
}
const answered = async (body: object): Promise<Answer> => {
  const answer = await ask(body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Answer;
};

describe('the conflict ward Hải An reports', () => {
  it('is overdue by construction from every minute of a week, its Saturday among them', async () => {
    const { proof } = await answered(version(1));
    expect(proof).toMatchObject({ computable: true, verdict: 'OVERDUE_BY_CONSTRUCTION', slackUnit: 'minutes' });
    expect(proof.sentence).toContain('Quá hạn từ trong quy định');
    expect(proof.worst).toMatchObject({ share: 1, starts: 5 * 480 + 240, breaching: 5 * 480 + 240 });
    expect(proof.worst.hours.reduce((sum, hour) => sum + hour.breaching, 0)).toBe(proof.worst.breaching);
    expect(proof.witness.slack).toBe(proof.worst.worstSlack);
    const charged = proof.witness.steps.reduce((sum, step) => sum + step.charged, 0);
    expect(720 - charged).toBe(proof.witness.slack);
  });

  it('has ways out, each with its verdict, its promised dates and who pays', async () => {
    const { waysOut, synthesis } = await answered({
      ...{ definition, waysOut: 'reserveForDecider', synthesis: ['reserveForDecider', 'firstCome'] },
    });
    expect(waysOut.map(({ way, proof }) => [way, proof.verdict])).toEqual([
      ['asConfigured', 'OVERDUE_BY_CONSTRUCTION'],
      ['clockFromCompetentReceipt', 'SAFE'],
      ['transferExcluded', 'SAFE'],
      ['sameDayWithCutoff', 'OVERDUE_BY_CONSTRUCTION'],
      ['electronicFirst', expect.any(String)],
      ['splitBudgets', 'SAFE'],
      ['doNotOffer', 'SAFE'],
    ]);
    const [asConfigured, fromReceipt] = waysOut;
    expect(asConfigured?.promises.map(({ example }) => example)).toEqual([
      ...['monday0900', 'friday1655', 'eveOfTet', 'eveOfMakeUpSaturday'],
    ]);
    expect(asConfigured?.promises[0]).toMatchObject({
      ...{ receivedAt: '2026-03-02T02:00:00.000Z', promisedAt: '2026-03-03T08:00:00.000Z', estimate: false },
    });
    expect(fromReceipt?.costs.map(({ who, kind }) => `${who} ${kind}`)).toContain('applicant estimateOnly');
    expect(waysOut.at(-1)?.costs[0]?.sentence).toBe('Người dân phải tự đến cơ quan có thẩm quyền');
    expect(synthesis.map(({ policy, outcome, proof }) => [policy, outcome, proof.verdict])).toEqual([
      ['reserveForDecider', 'cut', 'SAFE'],
      ['firstCome', 'cut', 'SAFE'],
    ]);
  });

  it('is mended by drafting what a way out proposes', async () => {
    const { waysOut } = await answered({ definition, waysOut: 'reserveForDecider' });
    const proposed = waysOut.find(({ way }) => way === 'splitBudgets')?.definition ?? {};
    const again = await answered({ definition: proposed });
    expect(again.proof.verdict).toBe('SAFE');
    const drafted = await draft(admin, proposed);
    const { proof } = await answered({ ...version(drafted.version), agencies: CROSSING.agencies }).catch(() => again);
    expect(proof.verdict).toBe('SAFE');
  });

  it('gives the same proof under the same digest, and another digest for another desk', async () => {
    const one = await answered({ definition });
    expect(await answered({ definition: { ...definition, name: 'Tên khác' } })).toEqual(one);
    const elsewhere = { receiver: DONG_HAI, decider: HAI_AN };
    expect((await answered({ definition, agencies: elsewhere })).digest).not.toBe(one.digest);
  });
});

describe('the receptions of a week by day and hour', () => {
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

  it('are told when they are asked for: every day with receptions, closed days not among them', async () => {
    const { grid, proof, digest } = await answered({ ...version(1), grid: true });
    expect(grid?.hours).toEqual([7, 8, 9, 10, 11, 13, 14, 15, 16, 17]);
    expect(grid?.days.map(({ date }) => date.slice(8))).toEqual(['02', '03', '04', '05', '06', '07']);
    expect(grid?.days.at(-1)?.starts).toEqual([30, 60, 60, 60, 30, 0, 0, 0, 0, 0]);
    expect(sum(grid?.days.flatMap(({ breaching }) => breaching) ?? [])).toBe(proof.worst.breaching);
    const plain = await answered(version(1));
    expect([plain.grid, plain.digest]).toEqual([null, digest]);
  });

  it('are explained an hour at a time, by the worst minute of that hour', async () => {
    const range = { from: '2026-03-04', to: '2026-03-04', hours: { from: 14, to: 15 } };
    const { grid, proof } = await answered({ ...version(1), range, grid: true });
    expect(grid).toMatchObject({ hours: [14], days: [{ date: '2026-03-04', starts: [60], breaching: [60] }] });
    // 14:00 to 15:00 in Viet Nam.
    expect(proof.witness.start.slice(0, 13)).toBe('2026-03-04T07');
    expect(proof.witness.slack).toBe(proof.worst.worstSlack);
    const closed = await answered({ ...version(1), range: { ...range, hours: { from: 12, to: 13 } }, grid: true });
    expect([closed.grid, closed.proof.computable]).toEqual([null, false]);
  });
});

describe('a version', () => {
  it('is proved on all its routes at all the hours its agencies keep, a draft for admins only', async () => {
    const { version: number } = await draft(admin, { ...definition, transferCutoff: null });
    const path = `/v1/procedures/${MARITAL}/versions/${number}/feasibility`;
    expect(await clerk.get(path)).toMatchObject({ status: 404 });
    await readVerdict(admin, { version: number, effectiveFrom: '2026-03-09' });
    const answer = await admin.get(`${path}?effectiveFrom=2026-03-09`);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        ...{ code: MARITAL, version: number, revision: 1, published: null },
        current: { verdict: 'OVERDUE_BY_CONSTRUCTION', range: { from: '2026-03-01', to: '2027-02-28' } },
      },
    });
    const { current, proofs } = answer.body as {
      current: { routes: readonly { route: string; verdict: string; channels: string[]; digest: string }[] };
      proofs: readonly { digest: string; proof: Proof }[];
    };
    const verdicts = new Set(current.routes.map(({ route, verdict }) => `${route} ${verdict}`));
    expect([...verdicts].sort()).toEqual([
      'crosses OVERDUE_BY_CONSTRUCTION',
      'crossesByPost OVERDUE_BY_CONSTRUCTION',
      'sameAgency SAFE',
    ]);
    expect(current.routes[0]?.channels).toEqual(['counter', 'online', 'post']);
    expect(proofs).toHaveLength(1);
    expect(proofs[0]?.proof.verdict).toBe('OVERDUE_BY_CONSTRUCTION');
  });
});

describe('the prover', () => {
  it('refuses an agency that asks too much at once, also its admins, and goes on serving the others', async () => {
    const { version: number } = await draft(admin, { ...definition, transferCutoff: '14:00' });
    const other = await office.asPerson('haiphong-supervisor', 'admin');
    let full = true;
    let refused = 0;
    /** One of many who ask on as long as it matters, each time something that was not asked before. */
    const askOn = async (place: number) => {
      const answers = [];
      for (let month = 1; full && month <= 6; month += answers.at(-1)?.status === 503 ? 0 : 1) {
        const range = { from: `2026-0${month}-01`, to: `2026-0${month + 2}-${String(place).padStart(2, '0')}` };
        answers.push(await admin.post('/v1/feasibility', { ...CROSSING, ...version(1), range }));
        if (answers.at(-1)?.status !== 503) continue;
        refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return answers;
    };
    const asking = Array.from({ length: 28 }, (_, n) => askOn(n + 1));
    const path = `/v1/procedures/${MARITAL}/versions/${number}`;
    await until(() => refused > 0);
    // A place may become free meanwhile, not so many.
    const months = ['04', '05', '06', '07', '08', '09'].map((month) => `2026-${month}-01`);
    const [read, published] = await Promise.all([
      Promise.all(months.map((day) => admin.get(`${path}/feasibility?effectiveFrom=${day}`))),
      Promise.all(
        months.map((effectiveFrom) => other.post(`${path}/publish`, { effectiveFrom }, { 'if-match': '"v1"' })),
      ),
    ]);
    const fair = await clerk.post('/v1/feasibility', { ...CROSSING, ...version(1), range: WEEK });
    full = false;
    expect([read, published].map((each) => each.some(({ status }) => status === 503))).toEqual([true, true]);
    expect(fair).toMatchObject({ status: 200 });
    const answers = (await Promise.all(asking)).flat();
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    const busy = [...read, ...published, ...answers].filter(({ status }) => status === 503);
    expect(busy.map(({ body }) => (body as { code: string }).code)).toContain('feasibility-busy');
    for (const answer of busy) {
      expect(answer).toMatchObject({ body: { facts: { retryAfterSeconds: 5 } } });
      expect(answer.headers.get('retry-after')).toBe('5');
    }
  });

  it('does not begin a version that is too large', async () => {
    const { version: number } = await draft(admin, { ...definition, steps: manySteps() });
    const answer = await admin.get(`/v1/procedures/${MARITAL}/versions/${number}/feasibility`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'feasibility-too-large' } });
  });
});

const manySteps = () =>
  Array.from({ length: 41 }, (_, n) => ({
    ...{ key: `s${n}`, name: 'x', nameEn: 'x', budget: '1wh', minimumWorkMinutes: 0, requires: [] },
  }));

describe('what cannot be computed', () => {
  it.each([
    ['a year without data', { range: { from: '2050-01-03', to: '2050-01-09' } }, 'year-not-loaded'],
    ['years with a gap', { range: { ...WEEK, years: [2026, 2028] } }, 'year-not-loaded'],
    ['an unknown case', { caseKey: 'unheard-of' }, 'case-unknown'],
  ])('is %s: said with its reason, and without a number', async (_, body, code) => {
    const { proof } = await answered({ definition, ...body });
    expect(proof).toMatchObject({ computable: false, verdict: 'NOT_COMPUTABLE', reason: code });
    expect(proof).toMatchObject({ why: expect.stringMatching(/./), whyEn: expect.stringMatching(/./) });
    expect(Object.keys(proof)).not.toContain('worst');
  });

  it('is a pause beside another branch, and a route that is not offered', async () => {
    const { body: land } = await clerk.get('/v1/procedures/1.012817/versions/1');
    expect((await answered({ definition: land })).proof).toMatchObject({ reason: 'parallel-branches-with-pauses' });
    const athome = { ...definition, boundaryScope: 'none', transferCutoff: null };
    expect((await answered({ definition: athome })).proof).toMatchObject({ reason: 'route-not-offered' });
    const stepless = { ...definition, steps: [] };
    expect((await answered({ definition: stepless })).proof).toMatchObject({ reason: 'processing-without-budget' });
  });
});

describe('a question that cannot be meant', () => {
  const legs = (change: object) => ({ ...definition, legs: { ...definition.legs, ...change } });
  const { supplement, ...rest } = { supplement: { ...NO_SUPPLEMENT, maxRounds: 1_000_000 } };

  it.each([
    ['a negative budget', () => legs({ transfer: { budget: '-1wd' } }), 'duration-not-positive'],
    ['mixed units', () => legs({ transfer: { budget: '1cd' } }), 'mixed-units'],
    ['a budget without a unit', () => legs({ acceptance: { budget: 4 } }), 'budget-without-unit'],
    ['a leg without a budget', () => legs({ acceptance: {} }), 'leg-without-budget'],
    ['a leg nobody owns', () => legs({ courier: { budget: '1wd' } }), 'leg-without-owner'],
    ['an unknown role', () => legs({ transfer: { budget: '1wd', owner: 'elder' } }), 'unknown-role'],
    ['an unbounded loop', () => ({ ...definition, ...rest, supplement }), 'unbounded-loop'],
    ['no legal basis', () => ({ ...definition, legalBasis: [] }), 'limit-without-legal-basis'],
    ['what is no definition', () => 'a procedure', 'schema-violation'],
  ])('is %s: named by lint, never answered with a number', async (_, made, rule) => {
    const answer = await ask({ definition: made() });
    expect(answer).toMatchObject({ status: 409, body: { code: 'lint-failed' } });
    const { facts, errors } = answer.body as { facts: { findings: string[] }; errors: { reason: string }[] };
    expect(facts.findings).toContain(rule);
    expect(errors.every((error) => error.reason.length > 0)).toBe(true);
  });

  it.each([
    ['neither a definition nor a version', {}, 'definition'],
    ['days in the wrong order', { ...version(1), range: { from: '2026-03-08', to: '2026-03-02' } }, 'range.to'],
    ['more than a year', { ...version(1), range: { from: '2026-01-01', to: '2027-12-31' } }, 'range.to'],
    ['years without the receptions', { ...version(1), range: { ...WEEK, years: [2027] } }, 'range.years'],
    ['hours in the wrong order', { ...version(1), range: { ...WEEK, hours: { from: 9, to: 9 } } }, 'range.hours.to'],
    ['an unknown policy', { ...version(1), synthesis: ['cheapest'] }, 'synthesis.0'],
    ['an unknown route', { ...version(1), route: 'byPigeon' }, 'route'],
    ['an unknown field', { ...version(1), colour: 'red' }, 'colour'],
  ])('is %s: refused as a bad body', async (_, body, field) => {
    const answer = await ask(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-body' } });
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(field);
  });

  it('names an agency or a version that is not there', async () => {
    const agencies = { receiver: 'nowhere' };
    expect(await ask({ definition, agencies })).toMatchObject({ status: 422, body: { code: 'agency-unknown' } });
    expect(await ask(version(999))).toMatchObject({ status: 404 });
    const large = await ask({ definition: { ...definition, steps: manySteps() } });
    expect(large).toMatchObject({ status: 422, body: { code: 'feasibility-too-large' } });
  });
});
