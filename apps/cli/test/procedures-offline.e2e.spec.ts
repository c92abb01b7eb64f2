/** Definitions on disk: linted and compared without any service, with exit codes a script can rely on. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Files, definition, lienthong, seedPath, withTransfer } from './lienthong.js';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

const MARITAL = seedPath('procedures/1.004873.json');

describe('a definition that is linted', () => {
  it('ends with 0 when nothing is to mend, in the language asked for', async () => {
    expect(await lienthong(['procedures', 'lint', MARITAL])).toMatchObject({
      ...{ exitCode: 0, out: `✓ ${MARITAL}: không có gì phải sửa\n`, err: '' },
    });
    expect(await lienthong(['procedures', 'lint', MARITAL, '--lang', 'en'])).toMatchObject({
      out: `✓ ${MARITAL}: nothing to mend\n`,
    });
  });

  it('ends with 1 and names every finding with its place when a budget is negative and a limit has no unit', async () => {
    const bad = withTransfer(definition('1.004873'), '-1wd');
    const [one] = bad['cases'] as { limits: object }[];
    const file = files.json('bad.json', { ...bad, cases: [{ ...one, limits: { ...one?.limits, counter: '1.5' } }] });
    const { exitCode, out } = await lienthong(['procedures', 'lint', file]);
    expect(exitCode).toBe(1);
    expect(out).toContain('chưa công bố được');
    expect(out).toContain('✗ legs.transfer.budget:');
    expect(out).toContain('[duration-not-positive]');
    expect(out).toContain('✗ cases.0.limits.counter: Thời hạn “1.5” không có đơn vị');
    const said = JSON.parse((await lienthong(['procedures', 'lint', file, '--json'])).out) as [
      { publishable: boolean; findings: { rule: string }[] },
    ];
    expect(said[0]).toMatchObject({ publishable: false });
    expect(said[0].findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['duration-not-positive', 'limit-without-unit']),
    );
  });

  it('lets warnings pass unless they are asked to count', async () => {
    const file = files.json('warned.json', definition('1.004873', { warnPercents: [75, 50] }));
    expect(await lienthong(['procedures', 'lint', file])).toMatchObject({ exitCode: 0 });
    expect(await lienthong(['procedures', 'lint', file, '--strict'])).toMatchObject({
      ...{ exitCode: 1, out: expect.stringContaining('! warnPercents') },
    });
  });

  it('judges several at once, and ends with 1 when one of them is bad', async () => {
    const { exitCode, out } = await lienthong(['procedures', 'lint', MARITAL, files.json('empty.json', {})]);
    expect([exitCode, out.includes('✓'), out.includes('✗')]).toEqual([1, true, true]);
  });

  it('ends with 2 for what is no JSON, no file and no code, and says which', async () => {
    for (const subject of [files.text('broken.json', '{"code":'), '/nowhere.json', 'what', '1.004873@0']) {
      const { exitCode, out, err } = await lienthong(['procedures', 'lint', subject]);
      expect([exitCode, out]).toEqual([2, '']);
      expect(err).toContain(subject);
    }
  });
});

describe('two definitions that are compared', () => {
  it('end with 0 when they say the same, whatever their numbers', async () => {
    const other = files.json('same.json', definition('1.004873', { version: 7 }));
    expect(await lienthong(['procedures', 'diff', MARITAL, other])).toMatchObject({ exitCode: 0 });
  });

  it('end with 1 and every place that differs, from the older to the newer', async () => {
    const newer = files.json('newer.json', withTransfer(definition('1.004873', { limitCutoff: '15:00' }), '0.4wd'));
    const { exitCode, out } = await lienthong(['procedures', 'diff', MARITAL, newer]);
    expect(exitCode).toBe(1);
    expect(out.split('\n')).toEqual(
      expect.arrayContaining(['  ~ legs.transfer.budget: 1wd → 0.4wd ↓', '  ~ limitCutoff: – → 15:00']),
    );
    const { changes } = JSON.parse((await lienthong(['procedures', 'diff', MARITAL, newer, '--json'])).out) as {
      changes: { path: string }[];
    };
    expect(changes.map(({ path }) => path)).toEqual(['legs.transfer.budget', 'limitCutoff']);
  });

  it('end with 2 when one of them is no definition, or there is only one', async () => {
    const none = files.json('none.json', { code: '1.004873' });
    for (const argv of [[MARITAL, none], [MARITAL], [MARITAL, MARITAL, MARITAL]]) {
      expect(await lienthong(['procedures', 'diff', ...argv])).toMatchObject({ exitCode: 2, out: '' });
    }
  });
});

describe('a command that needs the service', () => {
  const publish = ['procedures', 'publish', '1.004873@2', '--from', '2027-01-04', '--yes'];
  const hub = { LIENTHONG_HUB: 'http://127.0.0.1:9', LIENTHONG_KEY: 'lt_x_y' };

  it('ends with 3 when nobody answers there, within seconds', async () => {
    const { exitCode, err } = await lienthong(publish, hub);
    expect([exitCode, err]).toEqual([3, expect.stringContaining('unreachable: Không liên lạc được')]);
  });

  it('ends with 2 without an address, a key or a day', async () => {
    expect(await lienthong(publish)).toMatchObject({ exitCode: 2, err: expect.stringContaining('--hub') });
    expect(await lienthong(publish, { LIENTHONG_HUB: hub.LIENTHONG_HUB })).toMatchObject({
      ...{ exitCode: 2, err: expect.stringContaining('LIENTHONG_KEY') },
    });
    for (const argv of [publish.slice(0, 3), ['procedures', 'publish', 'what', '--from', '2027-01-04']]) {
      expect(await lienthong(argv, hub)).toMatchObject({ exitCode: 2, out: '' });
    }
  });
});
