import { describe, expect, it } from '@jest/globals';
import type { Slack } from '@lien-thong/client';
import { BANDS, linesOf, wholeOf } from './slack-map.js';

const cell = (agency: string, procedure: string, [band, count]: readonly [Slack['cells'][number]['band'], number]) => ({
  agency: { id: agency, identifier: agency, name: agency, nameEn: agency },
  procedure: { code: procedure, name: procedure, nameEn: procedure },
  ...{ band, count },
});

const cells = [
  cell('hai-an', 'khai-sinh', ['overdue', 2]),
  cell('hai-an', 'khai-sinh', ['unknown', 1]),
  cell('hai-an', 'dat-dai', ['more', 5]),
  cell('dong-hai', 'khai-sinh', ['under4h', 4]),
  cell('dong-hai', 'dat-dai', ['resting', 3]),
];
const total = 15;

describe('the map of time left', () => {
  it.each(['agency', 'procedure'] as const)('adds up to the same whole by %s', (rows) => {
    const lines = linesOf(cells, rows);
    expect(lines.reduce((sum, line) => sum + line.total, 0)).toBe(total);
    for (const line of lines) {
      expect(line.parts.reduce((sum, part) => sum + part.total, 0)).toBe(line.total);
      for (const band of BANDS) {
        expect(line.parts.reduce((sum, part) => sum + part.counts[band], 0)).toBe(line.counts[band]);
      }
    }
  });

  it('begins with whoever has the most overdue dossiers, not the most dossiers', () => {
    expect(linesOf(cells, 'agency').map(({ id }) => id)).toEqual(['hai-an', 'dong-hai']);
    expect(linesOf(cells, 'procedure').map(({ id }) => id)).toEqual(['khai-sinh', 'dat-dai']);
  });

  it('keeps what cannot be computed and what rests apart from what has time', () => {
    const [haiAn, dongHai] = linesOf(cells, 'agency');
    expect(haiAn?.counts).toMatchObject({ more: 5, unknown: 1 });
    expect(dongHai?.counts).toMatchObject({ more: 0, resting: 3 });
  });

  it('takes the whole from the service, which has counted cells beyond the limit too', () => {
    const bands = BANDS.map((band) => ({ band, total: band === 'overdue' ? 7 : 0 }));
    expect(wholeOf({ bands })).toMatchObject({ overdue: 7, unknown: 0 });
  });
});
