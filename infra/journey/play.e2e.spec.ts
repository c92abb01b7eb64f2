/** The journey `npm start` shows, played before the real service: its figures are counted again here, and its commands pasted. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { paste } from './pasted.js';
import { actsOf, chaptersOf, ownersOf } from './printed.js';
import { openStage, playJourney } from './stage.js';
import type { Stage } from './stage.js';
import { STORIES, chargesOf, leftOf } from './stories.oracle.js';
import { afterMinutes, minutesBetween, spokenOf } from './working-minutes.oracle.js';

const PATIENCE_MS = 120_000;
const RECEIVED = '2026-11-23 09:00';
const LIMIT = 720;

let stage: Stage;
let said: string;
let chapters: readonly string[];
/** The figures of one chapter, from 1. */
const chapter = (number: number): string => chapters[number - 1] ?? '';

beforeAll(async () => {
  stage = await openStage();
  const played = await stage.play();
  expect(played).toMatchObject({ code: 0 });
  said = played.said;
  chapters = chaptersOf(said);
}, PATIENCE_MS);
afterAll(async () => {
  await stage.close();
});

describe('every story', () => {
  it('is played, under its own heading and in both languages', () => {
    expect(chapters.map((text) => text.match(/^\d\. /gm))).toEqual([1, 2, 3, 4, 5].map((n) => [`${n}. `, `${n}. `]));
  });

  it.each(STORIES)('shows at each act the minutes the law leaves: $what', (story) => {
    const acts = actsOf(chapter(story.chapter));
    expect(acts.map(({ at, left, limit }) => ({ at, left, limit }))).toEqual(
      acts.map(({ at }) => ({ at, left: leftOf(story, at), limit: story.limit })),
    );
    expect(acts).toHaveLength(story.acts);
    expect(acts.filter(({ left, state }) => left < 0 !== (state === 'overdue'))).toEqual([]);
  });

  it.each(STORIES)('charges each minute to whoever had it, and they add up: $what', (story) => {
    const charges = chargesOf(story);
    const total = charges.reduce((sum, { minutes }) => sum + minutes, 0);
    expect(ownersOf(chapter(story.chapter))).toEqual([...charges, { owner: 'Tổng · total', minutes: total }]);
    expect(total).toBe(minutesBetween(story.holders[0]?.from ?? '', story.ends));
  });
});

describe('the dossier of a day and a half', () => {
  it('is promised for Wednesday 15:00 and overdue from Wednesday 15:01', () => {
    const promised = afterMinutes(RECEIVED, LIMIT);
    expect(promised).toBe('2026-11-25 15:00');
    expect(chapter(1)).toContain(`Promised ${spokenOf(promised)}.`);
    expect(chapter(1)).toContain('Overdue since Thứ Tư 25/11 15:01; every office kept within its own part.');
    const overdue = actsOf(chapter(1)).filter(({ state }) => state === 'overdue');
    expect(overdue[0]?.at).toBe('2026-11-25 16:30');
  });

  it('costs 490, 8, 562 and 140 minutes: 1,200', () => {
    expect(ownersOf(chapter(1)).map(({ minutes }) => minutes)).toEqual([490, 8, 562, 140, 1200]);
  });

  it('leaves no office with a clock of its own that ran out', async () => {
    const [first = ''] = chapter(1).match(/H\d\d\.\d{3}-\d{6}-\d{4}/) ?? [];
    const { clocks } = await asked<{ clocks: Clock[] }>(`/v1/dossiers/${first}/clocks`);
    const late = clocks.filter(({ overdue, outcome }) => overdue || outcome === 'overdue');
    expect(late.map(({ id }) => id)).toEqual(['legal']);
    expect(clocks.length).toBeGreaterThan(5);
    const legs = actsOf(chapter(1)).flatMap(({ leg }) => [...leg.matchAll(/(-?\d+)′\/(\d+)′/g)]);
    expect(legs.length).toBeGreaterThan(5);
    expect(legs.filter(([, left]) => Number(left) < 0)).toEqual([]);
  });

  it('is early by 295 minutes of 720 under both other clock policies, which count from acceptance', () => {
    const used = minutesBetween('2026-11-25 11:00', '2026-11-26 10:05');
    expect(used).toBe(425);
    const lines = chapter(1).split('three clock policies\n')[1]?.trim().split('\n') ?? [];
    expect(lines.map((line) => / {2,}(\w+) +.*?(-?\d+)′\/720′$/.exec(line)?.slice(1))).toEqual([
      ['overdue', String(LIMIT - minutesBetween(RECEIVED, '2026-11-26 10:05'))],
      ['early', String(LIMIT - used)],
      ['early', String(LIMIT - used)],
    ]);
  });
});

describe('the other stories', () => {
  it('a name that several wards bear is refused, and a dossier sent to the wrong police comes back', () => {
    expect(chapter(2)).toContain('✗ 422 area-ambiguous: ');
    const returned = actsOf(chapter(2)).find(({ act }) => act === 'refuseTransfer (wrongJurisdiction)');
    expect(returned).toMatchObject({ at: '2026-11-30 10:10', who: 'Công an phường Đức Phổ' });
    expect(ownersOf(chapter(2))).toContainEqual({ owner: 'Công an phường Đức Phổ', minutes: 80 });
  });

  it('a supplement rests the clock of the law over the weekend, and the applicant has until the Monday after 30 days', () => {
    const rested = actsOf(chapter(3)).filter(({ state }) => state === 'rests');
    expect(rested).toMatchObject([{ at: '2026-12-04 16:00', act: 'requestSupplement', left: 600 }]);
    expect(chapter(3)).toContain(`the applicant has until ${spokenOf('2027-01-04 17:30')}.`);
  });

  it('a same-day dossier is due today when it comes at 15:00, and tomorrow evening when it comes at 15:01', () => {
    const [today, tomorrow] = ['2026-12-09 17:30', '2026-12-10 17:30'];
    const lines = [...chapter(4).matchAll(/received (.*?) → hạn · due (.*?), (\d+)′/g)].map((match) => match.slice(1));
    expect(lines).toEqual([
      [spokenOf('2026-12-09 15:00'), spokenOf(today), String(minutesBetween('2026-12-09 15:00', today))],
      [spokenOf('2026-12-09 15:01'), spokenOf(tomorrow), String(minutesBetween('2026-12-10 07:30', tomorrow))],
    ]);
  });

  it('a land dossier is promised twenty working days on, provisionally, and two agencies answer beside the commune', () => {
    const promised = spokenOf(afterMinutes('2026-12-10 08:00', 9600));
    expect(chapter(5)).toContain(`Promised ${promised} (provisional: `);
    const answers = actsOf(chapter(5)).filter(({ act }) => act.startsWith('answerConsultation'));
    expect(answers.map(({ who, act }) => `${who}: ${act}`)).toEqual([
      'Thuế Hải Phòng: answerConsultation tax',
      'Sở Xây dựng: answerConsultation planning',
    ]);
  });
});

interface Clock {
  readonly id: string;
  readonly overdue: boolean;
  readonly outcome: string | null;
}

/** Asks the service with the key that was printed. */
async function asked<T>(path: string): Promise<T> {
  const [, key = ''] = /^export LIENTHONG_KEY='(.*)'$/m.exec(said) ?? [];
  const answer = await fetch(`${stage.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  return (await answer.json()) as T;
}

describe('the commands it ends with', () => {
  it('work as they are printed, each with a JSON answer', async () => {
    const lines = said.split('\n').filter((line) => line.startsWith('curl '));
    const [setting = ''] = said.split('\n').filter((line) => line.startsWith('export '));
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      const answer = await paste(setting, line);
      expect({ line, ...answer }).toMatchObject({ status: 200, type: expect.stringMatching(/^application\/.*json/) });
      expect(Object.keys(JSON.parse(answer.text) as object).length).toBeGreaterThan(1);
    }
  });
});

describe('the journey', () => {
  it(
    'says the same before another service, and can be played again there from a Monday to come',
    async () => {
      const other = await openStage();
      try {
        const first = await other.play();
        expect(first).toEqual({ code: 0, said: said.replaceAll(stage.url, other.url) });
        const again = await other.play();
        expect(again.code).toBe(0);
        const [later = ''] = chaptersOf(again.said);
        expect(later).toContain(`Promised ${spokenOf(afterMinutes('2027-01-04 09:00', LIMIT))}.`);
        expect(actsOf(later).map(({ act }) => act)).toEqual(actsOf(chapter(1)).map(({ act }) => act));
      } finally {
        await other.close();
      }
    },
    PATIENCE_MS,
  );

  it('says in words that nobody answers, and what it does not understand', async () => {
    const unanswered = await playJourney({ LIENTHONG_URL: 'http://127.0.0.1:1' });
    expect(unanswered).toEqual({ code: 1, said: expect.stringContaining('Hãy chạy npm start trước') });
    const misspelt = await playJourney({}, '--pase', '500');
    expect(misspelt).toEqual({ code: 1, said: expect.stringContaining('Unknown option. Usage:') });
    for (const { said: words } of [unanswered, misspelt]) expect(words).not.toMatch(/^\s+at /m);
  });
});
