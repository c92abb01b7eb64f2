import { describe, expect, it } from '@jest/globals';
import { tokensOf, tokensOfQuery } from './private-payload.js';

const applicant = (person: object) => ({ persons: [{ role: 'applicant', ...person }], texts: {} });
const found = (payload: unknown, query: string): boolean => {
  const tokens = new Set(tokensOf(payload).map(({ kind, value }) => `${kind} ${value}`));
  const asked = tokensOfQuery(query);
  return asked.length > 0 && asked.every(({ kind, value }) => tokens.has(`${kind} ${value}`));
};

describe('an applicant', () => {
  const hoa = applicant({ name: 'Đặng Thị Hoà', identityNumber: '031 099 001 234', phone: '+84 912 345 678' });

  it.each([
    'Đặng Thị Hoà',
    'đặng thị hòa',
    'DANG THI HOA',
    'Hoà Đặng',
    'hoa',
    'Đặng Thị Hoà'.normalize('NFD'),
    '031099001234',
    '0912345678',
    '84912345678',
  ])('is found by %s', (query) => {
    expect(found(hoa, query)).toBe(true);
  });

  it.each(['Đặng Thị Hoa Mai', 'Hoàng', '031099001235', '', '  ', '---'])('is not found by "%s"', (query) => {
    expect(found(hoa, query)).toBe(false);
  });

  it('keeps the zeros his number begins with', () => {
    expect(found(applicant({ name: 'An', identityNumber: '001099001234' }), '1099001234')).toBe(false);
  });
});

it('a payload of another form is kept but found by nothing', () => {
  expect(tokensOf({ anything: 'Nguyễn Văn An' })).toEqual([]);
  expect(tokensOf(null)).toEqual([]);
});
