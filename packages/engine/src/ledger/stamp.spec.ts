import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@lien-thong/domain';
import { DECIDER, dossierId, sampleDossier, sampleEvent } from '../../test/conformance/samples.js';
import { clerkOf, vn } from '../../test/town.js';
import { FIRST_PREV_HASH, hashOf } from '../journal/hash.js';
import { UNHASHED, chained, signerOf, stamp } from './stamp.js';

const assigned = {
  type: 'dossier.assigned.v1',
  occurredAt: vn('2026-11-23 09:00'),
  phase: 'received',
  data: { officerId: 'officer-1' },
} as Fact;
const by = {
  id: '0193a000-0000-7000-8000-0000000000aa',
  dossierId: dossierId(1),
  actor: signerOf(assigned, 0, clerkOf(DECIDER)),
};

describe('the stamp on a fact', () => {
  it('gives it the next place, and a time not before that of the event before it', () => {
    const before = sampleDossier(1, { seq: 4, hash: 'a'.repeat(64), recordedAt: vn('2026-11-23 10:00') });
    const late = stamp(assigned, { ...by, now: vn('2026-11-23 10:05'), before });
    expect(late).toMatchObject({ seq: 5, recordedAt: vn('2026-11-23 10:05'), prevHash: before.hash });
    expect(stamp(assigned, { ...by, now: vn('2026-11-23 09:59'), before }).recordedAt).toBe(before.recordedAt);
    expect(late.hash).toBe(hashOf(late));
  });

  it('opens a journal on the first hash', () => {
    expect(stamp(assigned, { ...by, now: vn('2026-11-23 10:05'), before: null })).toMatchObject({
      seq: 1,
      prevHash: FIRST_PREV_HASH,
    });
  });

  it('waits with the hash until the code is there, and with those that follow', () => {
    const { hash: _hash, ...received } = sampleEvent(1, 1);
    const open = { ...received, data: { ...received.data, code: '' } } as Fact;
    const first = stamp(open, { ...by, now: vn('2026-11-23 10:05'), before: null });
    expect(first.hash).toBe(UNHASHED);
    const second = stamp(assigned, {
      ...by,
      now: vn('2026-11-23 10:05'),
      before: sampleDossier(1, { hash: first.hash }),
    });
    expect(second.hash).toBe(UNHASHED);
    const numbered = chained(first, 'H24.111-261123-0001', null);
    expect(numbered).toMatchObject({
      data: { code: 'H24.111-261123-0001' },
      prevHash: FIRST_PREV_HASH,
      hash: hashOf(numbered),
    });
    expect(() => chained(second, 'H24.111-261123-0002', null)).toThrow('no code belongs');
  });
});
