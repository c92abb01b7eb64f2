import { describe, expect, it } from '@jest/globals';
import type { Report } from '@lien-thong/client';
import { matrixOf, shadeOf, shownValue } from './delay-matrix.js';

type Group = Report['groups'][number];

const pair = (key: string, label: string, [dossiers, ended, minutes]: readonly [number, number, number]): Group => ({
  ...{ key, label, labelEn: label, dossiers, ended, minutes },
  causes: [],
});

const groups = [
  pair('duc-pho>van-tuong', 'Đức Phổ → Vạn Tường', [8, 11, 4_080]),
  pair('van-tuong>duc-pho', 'Vạn Tường → Đức Phổ', [5, 9, 1_155]),
  pair('duc-pho>duc-pho', 'Đức Phổ → tự giải quyết', [0, 11, 0]),
  pair('hai-an>', 'Hải An → chưa cơ quan nào nhận', [1, 1, 30]),
];
const whole = { dossiers: 14, ended: 32, minutes: 5_265 };
const matrix = matrixOf({ groups, whole });

describe('who sends to whom and how late that becomes', () => {
  it('has sums of lines and of columns that add up to the whole', () => {
    const sum = (
      sums: readonly ({ readonly dossiers: number; readonly ended: number; readonly minutes: number } | null)[],
    ) =>
      sums.reduce<{ dossiers: number; ended: number; minutes: number }>(
        (all, each) => ({
          dossiers: all.dossiers + (each?.dossiers ?? 0),
          ended: all.ended + (each?.ended ?? 0),
          minutes: all.minutes + (each?.minutes ?? 0),
        }),
        { dossiers: 0, ended: 0, minutes: 0 },
      );
    expect(sum(matrix.senders.map(({ id }) => matrix.ofSender(id)))).toEqual(whole);
    expect(sum(matrix.receivers.map(({ id }) => matrix.ofReceiver(id)))).toEqual(whole);
    expect(
      sum(matrix.senders.flatMap(({ id }) => matrix.receivers.map((receiver) => matrix.cell(id, receiver.id)))),
    ).toEqual(whole);
  });

  it('names an agency by its name also where it decides itself', () => {
    expect(matrix.receivers.find(({ id }) => id === 'duc-pho')?.name).toBe('Đức Phổ');
  });

  it('tells a pair that was never late from one without a dossier', () => {
    expect(matrix.cell('duc-pho', 'duc-pho')).toEqual({ dossiers: 0, ended: 11, minutes: 0 });
    expect(matrix.cell('van-tuong', 'van-tuong')).toBeNull();
  });

  it('begins with whoever has the most late minutes', () => {
    expect(matrix.senders.map(({ id }) => id)).toEqual(['duc-pho', 'van-tuong', 'hai-an']);
  });

  it('keeps dossiers that nobody has taken over in a column of their own', () => {
    expect(matrix.receivers.map(({ id }) => id)).toContain('');
    expect(matrix.cell('hai-an', '')?.minutes).toBe(30);
  });
});

describe('how bad a cell is', () => {
  const sum = (dossiers: number, ended: number, minutes: number) => ({ dossiers, ended, minutes });

  it('means minutes per late dossier, not per dossier', () => {
    expect(shownValue(sum(8, 11, 4_080), 'mean')).toBe(510);
    expect(shownValue(sum(0, 11, 0), 'mean')).toBe(0);
    expect(shownValue(sum(0, 0, 0), 'share')).toBe(0);
  });

  it('takes the next word one minute after its measure', () => {
    expect(shadeOf(sum(0, 5, 0), 'mean')).toBe('none');
    expect(shadeOf(sum(1, 5, 60), 'mean')).toBe('little');
    expect(shadeOf(sum(1, 5, 61), 'mean')).toBe('much');
    expect(shadeOf(sum(1, 5, 480), 'mean')).toBe('much');
    expect(shadeOf(sum(1, 5, 481), 'mean')).toBe('most');
    expect(shadeOf(sum(1, 5, 1), 'share')).toBe('much');
  });
});
