import { describe, expect, it } from '@jest/globals';
import { changesOf } from './journal-changes.js';
import { journalWords } from './journal-words.js';
import { administrationWords } from './words.js';

const speech = { words: journalWords.vi, people: administrationWords.vi };

describe('a line of the journal of administration', () => {
  it('tells of a new officer what was written of him', () => {
    const after = { name: 'Lê Thị Mai', title: 'Chuyên viên', titleEn: 'Specialist', active: true };
    expect(changesOf({ before: null, after }, speech)).toEqual([
      'Họ tên: Lê Thị Mai',
      'Chức danh: Chuyên viên',
      'Chức danh tiếng Anh: Specialist',
      'Đang dùng, đang làm việc: có',
    ]);
  });

  it('tells of a change only what is another, in words', () => {
    const before = { officer: 'x', roles: ['clerk'], active: true, subject: 'mai' };
    expect(changesOf({ before, after: { ...before, roles: ['auditor', 'clerk'] } }, speech)).toEqual([
      'Vai trò: cán bộ một cửa, xử lý hồ sơ → thanh tra, chỉ xem, cán bộ một cửa, xử lý hồ sơ',
    ]);
  });

  it('writes the last day of a rule as a day', () => {
    const before = { validFrom: '2025-07-01', validTo: null, areaCodes: ['all'] };
    expect(changesOf({ before, after: { ...before, validTo: '2026-11-17' } }, speech)).toEqual([
      'Đến hết ngày: để trống → 17/11/2026',
    ]);
    expect(changesOf({ before: null, after: before }, speech)).toEqual(['Địa bàn: mọi địa bàn', 'Từ ngày: 01/07/2025']);
  });
});
