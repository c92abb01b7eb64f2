import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '@lien-thong/client';
import { componentOf, documentOf } from './digest.js';
import { momentsOf } from './foreseen.js';
import { entriesSince } from './meanwhile.js';
import { placed } from './problems.js';
import { agency, components, reason } from './specs.js';

const remark = (field: string) => ({ field, reason: 'sai', reasonEn: 'wrong' });

describe('a remark of the service', () => {
  it('stands at its field, also when it is about a part of it', () => {
    const fields = [components, reason('requestSupplement')];
    const { at, rest } = placed(fields, [remark('components.0'), remark('reason'), remark('If-Match')]);
    expect([...at.keys()]).toEqual(['components', 'reason']);
    expect(rest).toEqual([remark('If-Match')]);
  });

  it('finds the field under the name the service has for it, and no field by half a name', () => {
    const field = { ...agency('agencyId', true), pointer: 'decision.agencyId' };
    expect([...placed([field], [remark('decision.agencyId')]).at.keys()]).toEqual(['agencyId']);
    expect(placed([components], [remark('componentsOfOther')]).at.size).toBe(0);
  });
});

describe('when somebody else was first', () => {
  const entry = (seq: number) => ({ seq }) as JournalEntry;

  it('everything since the dossier was read is told, the newest first', () => {
    const journal = [1, 2, 3, 4].map(entry);
    expect(entriesSince(journal, 2).map(({ seq }) => seq)).toEqual([4, 3]);
    expect(entriesSince(journal, 4)).toEqual([]);
    expect(journal.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });
});

describe('a preview', () => {
  const fact = (data: Record<string, unknown>) =>
    ({ type: 'dossier.received.v1', occurredAt: '', phase: 'received', data }) as const;

  it('names the promised moment, and never as certain what is not', () => {
    const at = '2026-12-29T08:18:00.000Z';
    const kindOf = (promise: object) => momentsOf({ facts: [fact({ promise: { at, ...promise } })] })[0]?.kind;
    expect(kindOf({ estimate: false, provisional: false })).toBe('promise');
    expect(kindOf({ estimate: true, provisional: false })).toBe('estimate');
    expect(kindOf({ estimate: true, provisional: true })).toBe('provisional');
  });

  it('is silent where the facts fix no moment', () => {
    expect(momentsOf({ facts: [fact({ promise: null }), fact({ to: 'haiphong-hai-an' })] })).toEqual([]);
  });
});

describe('a paper', () => {
  it('is named by the digest of its bytes, and keeps them', async () => {
    const file = Object.assign(new Blob(['abc'], { type: 'Application/PDF' }), {
      name: 'Giấy khai sinh.pdf'.normalize('NFD'),
    });
    expect(await documentOf(file)).toEqual({
      component: 'Giấy khai sinh',
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      size: 3,
      mediaType: 'application/pdf',
    });
  });

  it('has a name the service takes, however long the file was called', () => {
    expect(componentOf(`${'ả'.repeat(200)}.pdf`)).toHaveLength(80);
    expect(componentOf('QĐ 61.2018')).toBe('QĐ 61');
  });
});
