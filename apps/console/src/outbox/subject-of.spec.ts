import { describe, expect, it } from '@jest/globals';
import { subjectOf } from './subject-of.js';

describe('a dossier that waits to be opened', () => {
  const intake = { procedureCode: '1.001193', channel: 'counter' } as const;

  it('is told from the next by its procedure and its applicant', () => {
    const persons = [{ role: 'other', name: 'Bình' } as const, { role: 'applicant', name: 'An' } as const];
    expect(subjectOf({ type: 'receive', intake, private: { persons } })).toBe('1.001193 · An');
    expect(subjectOf({ type: 'receive', intake })).toBe('1.001193');
  });

  it('is nothing for an act on a dossier that has its code', () => {
    expect(subjectOf({ type: 'resume' })).toBe('');
  });
});
