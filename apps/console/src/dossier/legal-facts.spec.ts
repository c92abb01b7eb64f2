import { describe, expect, it } from '@jest/globals';
import { durationText } from './duration.js';
import { isLateEntry, isLegalFact } from './legal-facts.js';

describe('the journal', () => {
  it('keeps reminders and the division of work out of the legal facts, never an overdue clock', () => {
    expect(isLegalFact('dossier.clockWarned.v1')).toBe(false);
    expect(isLegalFact('dossier.assigned.v1')).toBe(false);
    expect(isLegalFact('dossier.clockBreached.v1')).toBe(true);
    expect(isLegalFact('dossier.transferAccepted.v1')).toBe(true);
  });

  it('marks what was written down in a later minute than it happened', () => {
    const happened = '2026-03-06T16:30:00.000Z';
    expect(isLateEntry({ occurredAt: happened, recordedAt: '2026-03-06T16:30:59.000Z' })).toBe(false);
    expect(isLateEntry({ occurredAt: happened, recordedAt: '2026-03-06T16:31:00.000Z' })).toBe(true);
    expect(isLateEntry({ occurredAt: happened, recordedAt: '2026-03-09T00:30:00.000Z' })).toBe(true);
  });

  it('writes a length of time with its own unit, and what is none as it came', () => {
    const words = { durations: { wd: 'ngày làm việc', wh: 'giờ làm việc', cd: 'ngày' }, sameDay: 'trong ngày' };
    expect(durationText('1.5wd', words, 'vi')).toBe('1,5 ngày làm việc');
    expect(durationText('30cd', words, 'vi')).toBe('30 ngày');
    expect(durationText('sameDay', words, 'vi')).toBe('trong ngày');
    expect(durationText('soon', words, 'vi')).toBe('soon');
  });
});
