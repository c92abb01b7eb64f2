/** A timeline proved from the command line: the verdict, the shares, the worst path, and exit codes that never call the unknown safe. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Files, definition, lienthong, seedPath, withTransfer } from './lienthong.js';
import type { Definition } from './lienthong.js';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

const leg = (budget: string) => ({ budget, minimumWorkMinutes: 0, requires: [] });

/** 1.5 working days: a transfer, and one step of processing; accepting takes a minute, which the step gives back. */
function haiAn(processing: string): Definition {
  const seed = withTransfer(definition('1.004873'), '1wd');
  return {
    ...seed,
    ...{ transferCutoff: null, supplement: { policy: 'pause', maxRounds: 0, timeout: '30cd' } },
    legs: { ...seed.legs, acceptance: leg('0.0021wd') },
    steps: [{ key: 'processing', name: 'Giải quyết', nameEn: 'Processing', ...leg(processing) }],
  };
}
interface Route {
  readonly route: string;
  readonly feasibility: {
    readonly verdict: string;
    readonly worst: { readonly starts: number; readonly share: number; readonly worstSlack: number };
    readonly witness: { readonly steps: readonly { readonly key: string; readonly from: string }[] };
  };
}
async function proved(file: string, ...options: string[]) {
  const { exitCode, out } = await lienthong(['feasibility', file, '--json', ...options]);
  return { exitCode, ...(JSON.parse(out) as { verdict: string; year: number; routes: readonly Route[] }) };
}

describe('the timeline of Hải An', () => {
  const file = files.json('hai-an.json', haiAn('1.5wd'));

  it('is overdue by construction: transfer 1 day and processing 1.5 days against 1.5 days, by 480 minutes and the one of acceptance', async () => {
    const { exitCode, verdict, year, routes } = await proved(file, '--route', 'crosses');
    expect([exitCode, verdict, year]).toEqual([1, 'OVERDUE_BY_CONSTRUCTION', 2026]);
    expect(routes).toHaveLength(1);
    expect(routes[0]?.feasibility.worst).toMatchObject({ starts: 119_520, share: 1, worstSlack: -481 });
    expect(routes[0]?.feasibility.witness.steps.map(({ key }) => key)).toEqual([
      ...['transfer', 'acceptance', 'step:processing'],
    ]);
  }, 60_000);

  it('is told as a table with the worst path, in Vietnamese and in English', async () => {
    const { exitCode, out } = await lienthong(['feasibility', file, '--route', 'crosses']);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/thời hạn +kết luận +trễ tệ nhất/);
    expect(out).toMatch(/1,5 ngày làm việc +ĐƯƠNG NHIÊN QUÁ HẠN +100,0 % +0,0 % +-481′/);
    expect(out).toMatch(/chuyển hồ sơ +nơi tiếp nhận +T2 05\/01\/2026/);
    const english = await lienthong(['feasibility', file, '--route', 'crosses', '--lang', 'en']);
    expect(english.out).toMatch(/OVERDUE BY CONSTRUCTION +100\.0 %/);
    expect(english.out).not.toMatch(/kết luận/);
  }, 60_000);

  it('ends with 0 when nothing travels: 1.5 days of processing fit 1.5 days', async () => {
    const { exitCode, verdict } = await proved(file, '--route', 'sameAgency');
    expect([exitCode, verdict]).toEqual([0, 'SAFE']);
  }, 60_000);

  it('depends on the start once the receiver is open on Saturday morning and somebody else decides', async () => {
    const close = files.json('close.json', haiAn('0.5wd'));
    const { exitCode, routes } = await proved(close, '--route', 'crosses', '--desk', 'receiver=haiphong-hai-an');
    expect([exitCode, routes[0]?.feasibility.worst.starts]).toEqual([1, expect.any(Number)]);
    expect(routes[0]?.feasibility.worst.starts).toBeGreaterThan(119_520);
  }, 60_000);

  it('is repaired by the smallest cut, and told while it is looked for', async () => {
    const { exitCode, out, err } = await lienthong([
      ...['feasibility', file, '--route', 'crosses', '--repair', 'reserveForDecider', '--lang', 'en'],
    ]);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('looking for the smallest repair')]);
    expect(out).toContain('481′ less is safe (reserveForDecider)');
  }, 120_000);
});

describe('what cannot be proved', () => {
  it('is never safe: a route that is not offered, a limit that is not known', async () => {
    const none = files.json('none.json', { ...haiAn('1wd'), boundaryScope: 'none' });
    const refused = await lienthong(['feasibility', none, '--route', 'crosses']);
    expect(refused).toMatchObject({ exitCode: 1, out: expect.stringMatching(/KHÔNG TÍNH ĐƯỢC +thủ tục không chuyển/) });
    const limits = { counter: null, online: null, post: null };
    const [one] = haiAn('1wd')['cases'] as object[];
    const without = files.json('without.json', { ...haiAn('1wd'), cases: [{ ...one, limits }] });
    expect(await proved(without)).toMatchObject({ exitCode: 1, verdict: 'NOT_COMPUTABLE', routes: [] });
  }, 60_000);

  it('ends with 2 for a slip of the hand, and says what is allowed', async () => {
    const file = files.json('ok.json', haiAn('1wd'));
    for (const [options, hint] of [
      [['--route', 'by-air'], 'crossesByPost'],
      [['--case', 'what'], 'standard'],
      [['--channel', 'fax'], 'counter, online, post'],
      [['--year', '26'], '--year'],
      [['--desk', 'receiver'], 'receiver=AGENCY'],
      [['--desk', 'nobody=haiphong-hai-an'], 'receiver, decider'],
      [['--desk', 'receiver=nowhere'], 'nowhere'],
      [['--province', '99'], '99'],
      [['--calendars', '/nowhere'], '/nowhere'],
      [['--calendars', seedPath('holidays.csv')], 'giờ hành chính'],
    ] as const) {
      const { exitCode, out, err } = await lienthong(['feasibility', file, ...options]);
      expect([options, exitCode, out]).toEqual([options, 2, '']);
      expect(err).toContain(hint);
    }
  }, 60_000);
});
