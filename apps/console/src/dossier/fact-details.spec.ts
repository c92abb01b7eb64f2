import { describe, expect, it } from '@jest/globals';
import { listWords } from '../acts/list-words.js';
import { factDetails } from './fact-details.js';
import type { Speech } from './speech.js';
import { journalWords } from './journal-words.js';
import type { Names } from './names.js';

const same = (text: string) => text;
const names = {
  ...{ agency: (id: string) => `cơ quan ${id}`, officer: same, step: same, opinion: same, clock: same },
} as Names;
const speech: Speech = { words: journalWords.vi, lists: listWords.vi, names, language: 'vi', systemName: (key) => key };

describe('a line of the journal', () => {
  it('says where a transfer went, and the reason it came back for in the words of the office', () => {
    expect(factDetails('transferDispatched', { to: 'dong-hai', copy: 'electronic', attempt: 2 }, speech)).toEqual([
      ...['đến cơ quan dong-hai', 'Bản điện tử', 'lần chuyển 2'],
    ]);
    expect(factDetails('transferRefused', { reason: 'wrongJurisdiction', suggestedAgency: null }, speech)).toEqual([
      'lý do: Không thuộc thẩm quyền của đơn vị',
    ]);
  });

  it("keeps a reason of an office's own list as it was written", () => {
    expect(factDetails('supplementRequested', { reason: 'our-own-code', components: ['id-card'] }, speech)).toEqual([
      ...['lý do: our-own-code', 'cần: id-card'],
    ]);
  });

  it('tells what moved a time, and never mistakes the new time for an agency', () => {
    const data = { from: '2026-03-09T01:00:00.000Z', to: '2026-03-06T01:00:00.000Z', reason: 'late-entry' };
    expect(factDetails('receptionCorrected', data, speech)).toEqual([
      ...['lý do: Nhập vào hệ thống sau khi tiếp nhận', 'từ 08:00 09/03/2026 thành 08:00 06/03/2026'],
    ]);
  });

  it('leaves out what it does not know, and nothing it knows', () => {
    expect(factDetails('resumed', { later: { kind: 'of fact' } }, speech)).toEqual([]);
    expect(factDetails('paymentRequested', { feeCode: 'landFee', amountVnd: 12_500_000 }, speech)).toEqual([
      'Tiền sử dụng đất 12.500.000 đồng',
    ]);
  });
});
