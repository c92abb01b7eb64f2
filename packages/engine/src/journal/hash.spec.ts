import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@lien-thong/domain';
import { createHash } from 'node:crypto';
import { sampleEvent } from '../../test/conformance/samples.js';
import { hashOf } from './hash.js';

describe('the hash of an event', () => {
  it('is the SHA-256 of its canonical text without the hash, as a stranger would compute it', () => {
    const { hash, ...rest } = sampleEvent(1, 2);
    expect(hash).toBe(createHash('sha256').update(canonicalJson(rest)).digest('hex'));
    expect(hashOf(rest)).toBe(hash);
  });
});
