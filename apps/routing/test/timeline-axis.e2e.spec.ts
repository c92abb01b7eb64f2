/** The axis a page draws a dossier on: working blocks whose minutes are those its holders are charged with. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN, act, handOver, open } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

interface Stretch {
  readonly from: string;
  readonly to: string;
}
interface Timeline {
  readonly at: string;
  readonly axis: readonly Stretch[] | null;
  readonly axisCut: boolean;
  readonly segments: readonly (Stretch & {
    readonly phase: string;
    readonly legalMinutes: number;
    readonly owner: { readonly kind: string };
    readonly rests: readonly (Stretch & { readonly grounds: readonly { readonly code: string }[] })[] | null;
  })[];
}

let office: TestApp;
let haiAn: HttpCaller;
let dongHai: HttpCaller;
beforeAll(async () => {
  office = await startApp({ env: { LIENTHONG_DEMO_START: '2026-08-28T08:10:00+07:00' } });
  haiAn = await office.as(HAI_AN);
  dongHai = await office.as(DONG_HAI);
}, 120_000);
afterAll(async () => {
  await office.close();
});

const timeline = async (code: string, by = haiAn): Promise<Timeline> => {
  const { status, body } = await by.get(`/v1/dossiers/${code}/timeline`);
  expect(status).toBe(200);
  return body as Timeline;
};
const millis = (instant: string): number => Date.parse(instant);

/** Minutes of the blocks that lie within a stretch, block by block and by nothing else. */
function minutesWithin(blocks: readonly Stretch[], { from, to }: Stretch): number {
  return blocks.reduce((sum, block) => {
    const [begins, ends] = [Math.max(millis(block.from), millis(from)), Math.min(millis(block.to), millis(to))];
    return sum + Math.max(0, (ends - begins) / 60_000);
  }, 0);
}
const whole = (segments: Timeline['segments']): Stretch => ({
  from: segments[0]?.from ?? '',
  to: segments.at(-1)?.to ?? '',
});

function expectSound({ axis, segments }: Timeline): void {
  const blocks = axis ?? [];
  expect(blocks.length).toBeGreaterThan(0);
  for (const segment of segments) expect(minutesWithin(blocks, segment)).toBe(segment.legalMinutes);
  const sum = segments.reduce((total, { legalMinutes }) => total + legalMinutes, 0);
  expect(minutesWithin(blocks, whole(segments))).toBe(sum);
  for (const [n, block] of blocks.entries()) {
    expect(millis(block.from)).toBeLessThan(millis(block.to));
    if (n > 0) expect(millis(block.from)).toBeGreaterThanOrEqual(millis(blocks[n - 1]?.to ?? ''));
    expect([millis(block.from) % 60_000, millis(block.to) % 60_000]).toEqual([0, 0]);
  }
}

describe('the axis of a timeline', () => {
  it('folds nights, a weekend and the National Day away, and adds up to what the holders are charged with', async () => {
    const { code } = await open(haiAn);
    await office.goOnTo('2026-08-28T10:00:00+07:00');
    await handOver(haiAn, dongHai, code);
    await office.goOnTo('2026-08-31T09:00:00+07:00');
    await act(dongHai, code, { type: 'requestSupplement', components: ['map'], reason: 'missing' });
    await office.goOnTo('2026-09-07T15:30:00+07:00');
    const seen = await timeline(code);
    expectSound(seen);
    expect(seen.axisCut).toBe(false);
    const days = new Set(
      (seen.axis ?? []).map(({ from }) => new Date(millis(from) + 25_200_000).toISOString().slice(0, 10)),
    );
    // Saturday, Sunday, the two days of the National Day (Labour Code 2019, article 112), and the Monday swapped for a Saturday.
    for (const closed of [
      '2026-08-29',
      '2026-08-30',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
      '2026-09-05',
      '2026-09-06',
    ]) {
      expect({ closed, shown: days.has(closed) }).toEqual({ closed, shown: false });
    }
    expect([...days].slice(0, 2)).toEqual(['2026-08-28', '2026-09-03']);
    expect(seen.axis?.[0]?.from).toBe('2026-08-28T00:30:00.000Z');
  });

  it('tells of each segment when the limit rested in it and on what ground', async () => {
    const { code } = await open(haiAn);
    await handOver(haiAn, dongHai, code);
    const before = await timeline(code);
    expect(before.segments.flatMap(({ rests }) => rests)).toEqual([]);
    await act(dongHai, code, { type: 'requestSupplement', components: ['map'], reason: 'missing' });
    await office.goOnTo('2026-09-09T10:00:00+07:00');
    const { segments, at } = await timeline(code);
    const waiting = segments.find(({ phase }) => phase === 'awaitingSupplement');
    expect(waiting).toMatchObject({ owner: { kind: 'applicant' } });
    expect(waiting?.rests).toMatchObject([{ from: waiting?.from, to: at, grounds: [{ code: 'supplementAwaited' }] }]);
    const others = segments.filter(({ phase }) => phase !== 'awaitingSupplement');
    expect(others.flatMap(({ rests }) => rests)).toEqual([]);
  });

  it('reaches to what was promised while that lies ahead', async () => {
    const { code } = await open(haiAn);
    const { promise } = (await haiAn.get(`/v1/dossiers/${code}`)).body as { promise: { at: string } };
    const seen = await timeline(code);
    const last = seen.axis?.at(-1)?.to ?? '';
    expect(millis(promise.at)).toBeGreaterThan(millis(seen.at));
    expect(millis(last)).toBeGreaterThanOrEqual(millis(promise.at));
  });

  it('does not exist before a dossier was received', async () => {
    const online = {
      type: 'submit',
      intake: { procedureCode: '1.004873', channel: 'online', jurisdiction: { residence: { communeCode: '11411' } } },
    };
    const { code } = await open(haiAn, online);
    expect(await timeline(code)).toMatchObject({ segments: [], axis: null, axisCut: false });
  });

  it('is cut where it would be longer than anybody can read, around what is looked at', async () => {
    const { code } = await open(haiAn);
    await office.goOnTo('2027-12-20T10:00:00+07:00');
    const seen = await timeline(code);
    expect(seen.axisCut).toBe(true);
    expect(seen.axis?.length).toBe(400);
    const [first, last] = [seen.axis?.[0]?.from ?? '', seen.axis?.at(-1)?.to ?? ''];
    expect(millis(first)).toBeLessThan(millis(seen.at));
    expect(millis(last)).toBeGreaterThanOrEqual(millis(seen.at));
  });
});
