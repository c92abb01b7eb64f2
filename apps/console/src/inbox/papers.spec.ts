import { describe, expect, it } from '@jest/globals';
import { papersOf, sizeOf, sizeText } from './papers.js';

const paper = (component: string, sha256: string, size: number) => ({
  component,
  sha256,
  size,
  mediaType: 'image/png',
});

describe('papers of a dossier', () => {
  it('are all that was handed in, at the counter and later, each once', () => {
    const journal = [
      { data: { documents: [paper('đơn', 'a', 10), paper('giấy khai sinh', 'b', 20)] } },
      { data: { reason: 'missing-paper' } },
      { data: { documents: [paper('đơn', 'a', 10), paper('đơn', 'c', 30)] } },
    ];
    expect(papersOf(journal).map(({ sha256 }) => sha256)).toEqual(['a', 'b', 'c']);
    expect(sizeOf(papersOf(journal))).toBe(60);
  });

  it('are none where the journal says nothing readable of them', () => {
    expect(papersOf([{ data: { documents: 'none' } }, { data: { documents: [null, { component: 3 }] } }])).toEqual([]);
  });

  it('show their size as an office reads it', () => {
    expect(sizeText(0, 'vi')).toBe('0 KB');
    expect(sizeText(10, 'vi')).toBe('0,1 KB');
    expect(sizeText(1_300_000, 'vi')).toBe('1,2 MB');
    expect(sizeText(1_300_000, 'en')).toBe('1.2 MB');
  });
});
