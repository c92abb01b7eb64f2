import { describe, expect, it } from '@jest/globals';
import { diffProcedures } from '@lien-thong/domain';
import { landProcedure, procedureForTest } from '@lien-thong/domain/testing';
import type { ProcedureInput } from '@lien-thong/domain/testing';
import { changeInWords, diffInWords } from './diff-sentences.js';

const legs = (transfer: string): ProcedureInput['legs'] => ({
  reception: { budget: '8wh' },
  transfer: { budget: transfer },
  delivery: { budget: '2wh' },
  acceptance: { budget: '4wh' },
  resultTransfer: { budget: '1wd' },
});
const words = (overrides: Partial<ProcedureInput>) =>
  diffProcedures(landProcedure(), landProcedure(overrides)).map(changeInWords);
const cases = (counter: string | null) => [
  { key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: { counter, online: '20wd', post: '20wd' } },
];

describe('the difference of two versions in words', () => {
  it('says what an admin asks first: how far a limit falls, and whom it touches', () => {
    const changes = diffProcedures(landProcedure(), landProcedure({ legs: legs('0.4wd') }));
    expect(diffInWords(changes, 312)).toEqual({
      vi: 'Thời hạn chuyển hồ sơ giảm từ 1 còn 0,4 ngày làm việc; 312 hồ sơ đang mở liên quan, vẫn theo bản cũ',
      en: 'The transfer limit falls from 1 to 0.4 working day; 312 open dossiers affected, which stay on the older version',
    });
    expect(diffInWords([], 1).en).toBe('No change; 1 open dossier affected, which stay on the older version');
  });

  it.each([
    [
      { legs: legs('1.5wd') },
      'The transfer limit rises from 1 to 1.5 working days',
      'Thời hạn chuyển hồ sơ tăng từ 1 lên 1,5 ngày làm việc',
    ],
    [
      { legs: legs('4wh') },
      'The transfer limit changes from 1 working day to 4 working hours',
      'Thời hạn chuyển hồ sơ đổi từ 1 ngày làm việc thành 4 giờ làm việc',
    ],
    [
      { cases: cases('sameDay') },
      'The limit of case standard at the counter changes from 20 working days to the same day',
      'Thời hạn (trường hợp standard, nộp tại quầy) đổi từ 20 ngày làm việc thành trong ngày',
    ],
    [
      { cases: cases(null) },
      'The limit of case standard at the counter goes (it was 20 working days)',
      'Thời hạn (trường hợp standard, nộp tại quầy): bỏ (trước là 20 ngày làm việc)',
    ],
    [
      { supplement: { policy: 'pause', maxRounds: 1, timeout: '30cd' } },
      'The number of rounds of the supplement falls from 2 to 1',
      'Số lần yêu cầu tối đa của bổ sung hồ sơ giảm từ 2 còn 1',
    ],
    [{ payment: null }, 'Removed payment', 'Bỏ việc nộp phí'],
    [
      { subDeadlines: { policy: 'reserveForDecider' } },
      'Sub-deadlines are cut anew when a leg ends early or late: from “not at all” to “kept for the decider”',
      'Chia lại hạn các chặng sau khi một chặng xong sớm hay muộn: từ “không chia lại” thành “giữ phần cho nơi giải quyết”',
    ],
    [
      { warnRungs: { remainingMinutes: [480, 120] } },
      'Warnings by what is left: from none to 480, 120 working minutes',
      'Cảnh báo khi còn lại: từ không có thành 480, 120 phút làm việc',
    ],
    [
      { warnRungs: { risk: ['warning', 'high'] } },
      'Warnings when what is still to come exceeds what is left: from none to by the budgets and by the minimum works',
      'Cảnh báo khi phần việc còn lại vượt thời gian còn lại: từ không có thành theo ngân sách và theo việc tối thiểu',
    ],
    [
      { warnRungs: { perClock: [{ clock: 'acceptance', percents: [] }] } },
      'Warnings of the acceptance clock by the share used: from none to no warning',
      'Cảnh báo theo phần đã dùng của đồng hồ xác nhận tiếp nhận: từ không có thành không cảnh báo',
    ],
    [
      { legalBasis: ['Luật Đất đai 2024', 'Nghị định 101/2024/NĐ-CP', 'Nghị định 49/2026/NĐ-CP'] },
      'New legal basis “Nghị định 49/2026/NĐ-CP”',
      'Thêm căn cứ pháp lý “Nghị định 49/2026/NĐ-CP”',
    ],
    [
      { limitCutoff: '15:00' },
      'The cut-off of the same day: from none to “15:00”',
      'Giờ chốt trả trong ngày: từ không có thành “15:00”',
    ],
    [
      { clockStart: 'competentReceipt' },
      'The start of the limit: from “reception” to “receipt by the competent agency”',
      'Lúc bắt đầu tính thời hạn: từ “lúc tiếp nhận hồ sơ” thành “lúc nơi có thẩm quyền nhận được”',
    ],
    [
      { transferExcluded: true },
      'The transfer is left out of the limit: from “no” to “yes”',
      'Không tính thời gian chuyển: từ “không” thành “có”',
    ],
    [{ steps: [...landProcedure().steps].reverse() }, 'The steps stand in another order', 'Thứ tự các bước thay đổi'],
  ] as readonly (readonly [Partial<ProcedureInput>, string, string])[])('of %j', (overrides, en, vi) => {
    expect(words(overrides)).toEqual([{ vi, en }]);
  });

  it('of relief for outages say what it gives back, and by which law', () => {
    expect(words({ outageRelief: { scope: 'legAndLimit', legalBasis: 'Quy chế, điều 9' } })).toEqual([
      {
        vi: 'Khi hệ thống dùng chung gặp sự cố: từ “không trừ” thành “trừ cho chặng và cho thời hạn”',
        en: 'When a shared system is down: from “nobody is relieved” to “the leg and the limit are relieved”',
      },
      {
        vi: 'Căn cứ trừ thời gian sự cố: từ không có thành “Quy chế, điều 9”',
        en: 'Legal basis of the relief for outages: from none to “Quy chế, điều 9”',
      },
    ]);
  });

  it('of a limit that was not there before says what it is', () => {
    const before = procedureForTest({ cases: cases(null) });
    const [change] = diffProcedures(before, procedureForTest({ cases: cases('2wd') })).map(changeInWords);
    expect(change?.en).toBe('The limit of case standard at the counter is now 2 working days');
  });

  it('name every field that may differ by its name, and every choice by what it says', () => {
    const before = landProcedure();
    const after = landProcedure({
      name: 'Tên khác',
      nameEn: 'Other',
      field: 'Môi trường',
      level: 'ministry',
      boundaryScope: 'nation',
      effectiveFrom: '2027-01-01',
      effectiveTo: '2027-12-31',
      illustration: { why: 'a', whyEn: 'b' },
      competence: { criterion: 'any', level: 'province' },
      clockStart: 'competentReceipt',
      transferExcluded: !before.transferExcluded,
      transferCutoff: '15:30',
      limitCutoff: '14:00',
      legalEnd: 'readyForReturn',
      promiseGranularity: 'minute',
      warnPercents: [60],
      supplement: { ...before.supplement, policy: 'restart' },
      payment: { timeout: '9cd', pausesLegalClock: before.payment?.pausesLegalClock !== true },
      extension: { times: 2, maximum: '5wd', legalBasis: 'khác', secondPerson: true },
      steps: before.steps.map((step) => ({ ...step, name: `${step.name} x`, nameEn: `${step.nameEn} x` })),
      consultations: before.consultations.map((rule) => ({
        ...rule,
        name: `${rule.name} x`,
        pausesLegalClock: !rule.pausesLegalClock,
        requiredForDecision: !rule.requiredForDecision,
      })),
      subDeadlines: { policy: 'proportional' },
      outageRelief: { scope: 'leg', legalBasis: 'điều 9' },
      warnRungs: { remainingMinutes: [60], risk: ['high'], perClock: [{ clock: 'resultTransfer', percents: [50] }] },
    });
    const changes = diffProcedures(before, after);
    const said = changes.map(changeInWords);
    expect(changes.filter(({ kind }) => kind === 'field').length).toBeGreaterThanOrEqual(30);
    for (const { vi, en } of said) expect(`${vi} ${en}`).not.toMatch(/[a-z][A-Z]|[a-z]\.[a-z]/);
    expect(said.map(({ vi }) => vi)).toContain('Ngày có hiệu lực: từ “01/07/2025” thành “01/01/2027”');
  });
});
