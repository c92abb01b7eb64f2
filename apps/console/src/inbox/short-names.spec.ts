import { describe, expect, it } from '@jest/globals';
import { officerLabels, shortName, shortProcedure, shortTitle } from './short-names.js';

describe('names in a table', () => {
  it('are short for wards and communes, and whole for an office of another kind', () => {
    expect(shortName('Ủy ban nhân dân phường Hải An')).toBe('P. Hải An');
    expect(shortName('Ủy ban nhân dân xã Vạn Tường')).toBe('X. Vạn Tường');
    expect(shortName("People's Committee of Hải An Ward")).toBe('Hải An Ward');
    expect(shortName('Sở Xây dựng thành phố Đà Nẵng')).toBe('Sở Xây dựng thành phố Đà Nẵng');
  });

  it('leave out the word that every procedure begins with', () => {
    expect(shortProcedure('Thủ tục đăng ký khai sinh')).toBe('Đăng ký khai sinh');
    expect(shortProcedure('Đăng ký tạm trú')).toBe('Đăng ký tạm trú');
  });

  it('leave out the agency among its own people', () => {
    const agency = 'Ủy ban nhân dân phường Hải An';
    expect(shortTitle(`Cán bộ một cửa, ${agency}`, agency)).toBe('Cán bộ một cửa');
    expect(shortTitle('Chủ tịch', agency)).toBe('Chủ tịch');
  });

  it('add the name of an officer where two bear one title', () => {
    const clerk = (id: string, name: string) => ({ id, name, title: 'Cán bộ, P. X' });
    const labels = officerLabels(
      [clerk('1', 'An'), clerk('2', 'Bình'), { id: '3', name: 'Chi', title: 'Phó' }],
      'P. X',
    );
    expect([...labels.values()]).toEqual(['An – Cán bộ', 'Bình – Cán bộ', 'Phó']);
  });
});
