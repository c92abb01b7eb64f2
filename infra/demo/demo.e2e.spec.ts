/** The play `npm start` shows, with fewer dossiers, before real services: separate processes, Postgres, and NATS that is wiped on the way. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Figures } from './closing.mjs';
import { openDemo } from './demo-stage.js';
import type { Demo, Performed } from './demo-stage.js';

const PATIENCE_MS = 600_000;
const FEW = ['--dossiers', '8'];

let demo: Demo;
let other: Demo;
/** Seed 42 on one service, and again with another budget. On another: seed 42, and three weeks later seed 7. */
let played: Performed;
let elsewhere: Performed;
let otherSeed: Performed;

beforeAll(async () => {
  [demo, other] = await Promise.all([openDemo(), openDemo()]);
  const twice = demo.play('--seed', '42', ...FEW, '--again');
  const inTurn = (async () => {
    elsewhere = await other.play('--seed', '42', ...FEW);
    otherSeed = await other.play('--seed', '7', ...FEW);
  })();
  [played] = await Promise.all([twice, inTurn]);
}, PATIENCE_MS);
afterAll(async () => {
  await Promise.all([demo.close(), other.close()]);
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const first = (of: Performed): Figures => of.figures.first;
const again = ({ figures }: Performed): Figures => {
  if (figures.again === null) throw new Error('it was played once only');
  return figures.again;
};

describe('the play of the five wards', () => {
  it('ends well, every time', () => {
    expect([played, elsewhere, otherSeed].map(({ code }) => code)).toEqual([0, 0, 0]);
  });

  it('says and counts the same to the last byte for the same seed on another service', () => {
    const opening = ({ said }: Performed) =>
      withoutMeasures(said)
        .split(/\n─+\nF\. /)[0]
        ?.trimEnd() ?? '';
    expect(JSON.stringify(first(elsewhere))).toBe(JSON.stringify(first(played)));
    expect(opening(played).length).toBeGreaterThan(2_000);
    expect(opening(elsewhere)).toBe(opening(played));
  });

  it('counts something else for another seed', () => {
    expect(JSON.stringify(first(otherSeed))).not.toBe(JSON.stringify(first(played)));
  });

  it('shows another outcome when a leg is given another budget, for the same citizens', () => {
    const [before, after] = [first(played), again(played)];
    const received = ({ agencies }: Figures) => agencies.map((row) => row.received);
    const overdue = ({ agencies }: Figures) => sum(agencies.map((row) => row.overdue));
    expect(received(after)).toEqual(received(before));
    expect(overdue(after)).toBeLessThan(overdue(before));
    expect(after.causes.limit).toBeLessThan(before.causes.limit);
    expect(after.owners).not.toEqual(before.owners);
  });
});

describe('its figures', () => {
  const every = (): readonly Figures[] => [first(played), again(played), first(elsewhere), first(otherSeed)];

  it('lose no minute: what the owners were charged is what the calendar counts', () => {
    for (const { owners, attributed, counted, exact } of every()) {
      expect({ sum: sum(owners.map(({ minutes }) => minutes)), attributed, exact }).toEqual({
        sum: counted,
        attributed: counted,
        exact: true,
      });
      expect(counted).toBeGreaterThan(10_000);
    }
  });

  it('lose no dossier: each is on time, overdue, running or ended, and what was sent on came in elsewhere', () => {
    for (const { agencies } of every()) {
      for (const { received, onTime, overdue, running, ended } of agencies) {
        expect(onTime + overdue + running + ended).toBe(received);
      }
      expect(sum(agencies.map(({ received }) => received))).toBe(8 + SCENE_DOSSIERS);
      expect(sum(agencies.map(({ transferred }) => transferred))).toBe(sum(agencies.map(({ arrived }) => arrived)));
    }
  });

  it('stand in the journals: every dossier was received once, and what was sent was accepted, refused or redirected', () => {
    for (const { facts } of every()) {
      expect(facts['dossier.received.v1']).toBe(8 + SCENE_DOSSIERS);
      const sent = (facts['dossier.transferDispatched.v1'] ?? 0) + (facts['dossier.transferRedirected.v1'] ?? 0);
      const ended = (facts['dossier.transferAccepted.v1'] ?? 0) + (facts['dossier.transferRefused.v1'] ?? 0);
      expect(ended).toBe(sent);
    }
  });
});

/** Three of the conflict, one sent wrongly, one bounced, five of the power cut. */
const SCENE_DOSSIERS = 10;

describe('its scenes', () => {
  it('A: one and a half days are overdue by construction from the first minute, and not under the other clocks', () => {
    expect(played.said).toContain('⚠ Overdue by construction: level high, cause legsExceedLimit');
    const [lines = ''] = /^ {4}Tính từ khi tiếp nhận[^]*?transfer excluded .*$/m.exec(played.said) ?? [];
    expect(lines.split('\n').map((line) => / {2,}(\w+) /.exec(line.trim())?.[1])).toEqual([
      'overdue',
      'early',
      'early',
    ]);
    expect(played.said).toContain('Legs over their budget: none, every office kept within its own.');
    const after = played.said.split('F. Sửa ngân sách')[1] ?? '';
    expect(after).toContain('The legs now fit the limit;');
    expect(after).not.toContain('Overdue by construction');
  });

  it('B and C: a refusal names where it belongs; after the third bounce only the supervisor may redirect', () => {
    expect(played.said).toContain('(wrongJurisdiction), which suggests haiphong-dong-hai.');
    expect(played.said).toContain('risk bouncedTwice');
    expect(played.said).toMatch(/✗ 409 transfer-attempts-exhausted/);
    expect(played.said).toContain('3 bounces, 1 redirection, 4 attempts.');
  });

  it('D: a power cut in the middle of sending loses and doubles nothing', () => {
    expect(played.said).toMatch(
      /its register against the hub: \d+ events, 0 missing, 0 doubled; \d+ dossiers held, 0 differing/i,
    );
    expect(played.said).toMatch(/0 acts wait, 0 conflicts/);
  });

  it('E: the broker was wiped while they worked, and no event was lost', () => {
    expect(played.said).toContain('nats-server killed with -9');
    expect(played.said).toMatch(/events in the books of 7 offices: 0 lost, 0 doubled/);
    expect([played, elsewhere, otherSeed].map(({ wiped }) => wiped)).toEqual([2, 1, 1]);
  });
});

describe('what `npm start` ends with', () => {
  it('is addresses and commands that work as they are printed', async () => {
    const said = await demo.whatNext();
    const [, key = ''] = /^export LIENTHONG_KEY='(.+)'$/m.exec(said) ?? [];
    const asked = [...said.matchAll(/^curl -s '(.+?)' -H "authorization: Bearer \$LIENTHONG_KEY"/gm)];
    expect(asked).toHaveLength(4);
    for (const [, url = ''] of asked) {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${key}` } });
      expect({ url, status: answer.status, length: (await answer.text()).length > 200 }).toMatchObject({
        status: 200,
        length: true,
      });
    }
    for (const [, url = ''] of said.matchAll(/^ {2}(http\S+)/gm)) expect((await fetch(url)).status).toBe(200);
  });
});

describe('what it does not understand', () => {
  it.each([
    ['--sed', '42'],
    ['--seed', 'many'],
    ['--dossiers', '-1'],
  ])('is refused in words: %s %s', async (...args) => {
    const { code, said } = await demo.tell(...args);
    expect(code).toBe(1);
    expect(said).toMatch(/Unknown option|is a whole number/);
    expect(said).not.toMatch(/^\s+at /m);
  });
});

/** What is measured in real time stands behind a ~. */
function withoutMeasures(said: string): string {
  return said.replaceAll(/^ {2}~ .*\n/gm, '');
}
