import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { unseenEvents, unseenStatuses } from './observed-statuses.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lien-thong-observed-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const document = {
  paths: { '/a': { get: { operationId: 'a', responses: { 200: {}, 404: {}, default: {} } } } },
};

describe('what the document promises', () => {
  it('must have been seen: with nothing seen, everything is missing but faults', () => {
    expect(unseenStatuses(document, join(folder, 'none'))).toEqual([
      'documented, but never seen in any suite: a 200',
      'documented, but never seen in any suite: a 404',
    ]);
  });

  it('may have been seen by any process', () => {
    writeFileSync(join(folder, '1.txt'), 'a 200\n');
    expect(unseenStatuses(document, folder)).toEqual(['documented, but never seen in any suite: a 404']);
    writeFileSync(join(folder, '2.txt'), 'b 404\na 404\n');
    expect(unseenStatuses(document, folder)).toEqual([]);
  });
});

describe('an event that is declared', () => {
  const declared = { components: { messages: { a: { name: 'dossier.a.v1' }, b: { name: 'dossier.b.v1' } } } };

  it('must have been told to somebody in some suite', () => {
    expect(unseenEvents(declared, join(folder, 'none'))).toHaveLength(2);
    writeFileSync(join(folder, '3.txt'), 'event dossier.a.v1\n');
    expect(unseenEvents(declared, folder)).toEqual(['declared, but never told in any suite: dossier.b.v1']);
  });
});
