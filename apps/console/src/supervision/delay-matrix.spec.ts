import { describe, expect, it } from '@jest/globals';
import type { Report } from '@lien-thong/client';
import { matrixOf, shadeOf, shownValue } from './delay-matrix.js';

type Group = Report['groups'][number];

type Figures = readonly [dossiers: number, ended: number, minutes: number, median: number | null];
const sumOf = ([dossiers, ended, minutes, median]: Figures) => ({
  ...{ dossiers, ended, minutes, median, ninetieth: median },
});
const group = (key: string, label: string, figures: Figures): Group => ({
  ...{ key, label, labelEn: label, causes: [] },
  ...sumOf(figures),
});

const whole = sumOf([14, 32, 5_265, 300]);
const matrix = matrixOf({
  pair: {
    groups: [
      group('duc-pho>van-tuong', 'Đức Phổ → Vạn Tường', [8, 11, 4_080, 480]),
      group('van-tuong>duc-pho', 'Vạn Tường → Đức Phổ', [5, 9, 1_155, 200]),
      group('duc-pho>duc-pho', 'Đức Phổ → tự giải quyết', [0, 11, 0, null]),
      group('hai-an>', 'Hải An → chưa cơ quan nào nhận', [1, 1, 30, 30]),
    ],
    whole,
  },
  sender: {
    groups: [
      group('van-tuong', 'Vạn Tường', [5, 9, 1_155, 200]),
      group('duc-pho', 'Đức Phổ', [8, 22, 4_080, 480]),
      group('hai-an', 'Hải An', [1, 1, 30, 30]),
    ],
    whole,
  },
  receiver: {
    groups: [
      group('van-tuong', 'Vạn Tường', [8, 11, 4_080, 480]),
      group('duc-pho', 'Đức Phổ', [5, 20, 1_155, 200]),
      group('', 'chưa cơ quan nào nhận', [1, 1, 30, 30]),
    ],
    whole,
  },
});

describe('who sends to whom and how late that becomes', () => {
  it('takes the sums of lines and of columns as the service reckoned them, medians of their own', () => {
    expect(matrix.ofSender('duc-pho')).toEqual(sumOf([8, 22, 4_080, 480]));
    expect(matrix.ofReceiver('duc-pho')).toEqual(sumOf([5, 20, 1_155, 200]));
    expect(matrix.ofReceiver('hai-an')).toBeNull();
    expect(matrix.whole).toEqual(whole);
  });

  it('names an agency by its name also where it decides itself', () => {
    expect(matrix.receivers.find(({ id }) => id === 'duc-pho')?.name).toBe('Đức Phổ');
  });

  it('tells a pair that was never late from one without a dossier', () => {
    expect(matrix.cell('duc-pho', 'duc-pho')).toEqual(sumOf([0, 11, 0, null]));
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
  const sum = (dossiers: number, ended: number, minutes: number) => sumOf([dossiers, ended, minutes, null]);

  it('means the minutes of one late dossier where it says median, and none where none is late', () => {
    expect(shownValue(sumOf([3, 9, 900, 120]), 'median')).toBe(120);
    expect(shownValue(sumOf([0, 9, 0, null]), 'median')).toBe(0);
    expect(shadeOf(sumOf([3, 9, 900, 60]), 'median')).toBe('little');
    expect(shadeOf(sumOf([3, 9, 900, 61]), 'median')).toBe('much');
  });

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
