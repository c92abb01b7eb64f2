/** What a stranger reads first: every command names itself, its options and its exit codes, in both languages. */
import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../src/commands.js';
import { helpOf } from '../src/help.js';
import { lienthong } from './lienthong.js';

describe('lienthong', () => {
  it('lists every command when it is asked for help, and ends with 0', async () => {
    const { exitCode, out, err } = await lienthong(['--help']);
    expect([exitCode, err]).toEqual([0, '']);
    for (const { usage } of COMMANDS) expect(out).toContain(`lienthong ${usage}`);
    expect(out).toMatch(/Mã thoát: 0[^]*Exit codes: 0/);
    expect((await lienthong(['--help', '--lang', 'en'])).out).not.toMatch(/Mã thoát/);
  });

  it('lists them on standard error for words that name none, and ends with 2', async () => {
    for (const argv of [[], ['procedures'], ['what'], ['procedures', 'lint', '--what', 'x']]) {
      const { exitCode, out, err } = await lienthong(argv);
      expect([argv, exitCode, out]).toEqual([argv, 2, '']);
      expect(err).toContain('lienthong procedures lint');
    }
  });

  it('refuses a language it does not speak', async () => {
    expect(await lienthong(['calendars', 'check', 'x', '--lang', 'fr'])).toMatchObject({
      ...{ exitCode: 2, err: expect.stringContaining('vi, en') },
    });
  });

  it('explains each command in both languages, every option by its name', async () => {
    const { exitCode, out } = await lienthong(['feasibility', '--help']);
    expect([exitCode, out.includes('mọi phút'), out.includes('every start minute')]).toEqual([0, true, true]);
    for (const command of COMMANDS) {
      const text = helpOf(command, null).join('\n');
      const own = Object.keys(command.options).filter((option) => !text.includes(`--${option}`));
      expect([command.name, own]).toEqual([command.name, []]);
      expect(helpOf(command, 'vi')).toHaveLength(helpOf(command, 'en').length);
    }
  });
});
