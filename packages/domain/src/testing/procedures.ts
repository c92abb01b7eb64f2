/**
 * Procedure versions for specs. Each goes through the schema, so what a spec overrides is as strict as what an admin publishes.
 * Figures are those of the seeds where the seeds know them; splits into legs are invented for the specs.
 */
import type { z } from 'zod';
import { procedureVersionSchema } from '../procedure/procedure.js';
import type { ProcedureVersion } from '../procedure/procedure.js';

export type ProcedureInput = z.input<typeof procedureVersionSchema>;

/** The limits of a case that is the same however the dossier comes in. */
export const sameLimitEverywhere = (limit: string | null) => ({ counter: limit, online: limit, post: limit });

/**
 * The 1.5-day kind (marital status, 1.004873): transfer 1wd and processing 1wd + 0.5wd against a limit of 1.5wd, so overdue by
 * construction; no consultation, no payment, two supplement rounds that pause the clock.
 */
const MARITAL_STATUS: ProcedureInput = {
  code: '1.004873',
  version: 1,
  builderVersion: 1,
  name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
  nameEn: 'Certificate of marital status',
  field: 'Hộ tịch',
  level: 'commune',
  legalBasis: ['Nghị định 123/2015/NĐ-CP'],
  effectiveFrom: '2025-07-01',
  effectiveTo: null,
  illustration: null,
  boundaryScope: 'province',
  competence: { criterion: 'residence', level: 'commune' },
  cases: [
    { key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: sameLimitEverywhere('1.5wd') },
    { key: 'verified', name: 'Phải xác minh', nameEn: 'Needs verification', limits: sameLimitEverywhere('3wd') },
  ],
  clockStart: 'reception',
  transferExcluded: false,
  transferCutoff: '15:00',
  limitCutoff: null,
  legalEnd: 'decided',
  promiseGranularity: 'minute',
  legs: {
    reception: { budget: '8wh' },
    transfer: { budget: '1wd' },
    delivery: { budget: '2wh' },
    acceptance: { budget: '4wh' },
    resultTransfer: { budget: '1wd' },
  },
  steps: [
    { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '1wd' },
    { key: 'approval', name: 'Trình ký', nameEn: 'Approval', budget: '0.5wd' },
  ],
  consultations: [],
  payment: null,
  supplement: { policy: 'pause', maxRounds: 2, timeout: '30cd' },
  extension: { times: 1, maximum: '1wd', legalBasis: 'Nghị định 118/2025/NĐ-CP' },
  warnPercents: [50, 75],
};

/** A valid procedure version of the 1.5-day kind with some fields replaced. Throws ZodError when the result is none. */
export function procedureForTest(overrides: Partial<ProcedureInput> = {}): ProcedureVersion {
  return procedureVersionSchema.parse({ ...MARITAL_STATUS, ...overrides });
}

/** Same-day kind (civil-status extract, 2.000635): after 15:00 the end of the next working day. No steps, no extension. */
export function sameDayProcedure(overrides: Partial<ProcedureInput> = {}): ProcedureVersion {
  return procedureForTest({
    code: '2.000635',
    name: 'Thủ tục cấp bản sao trích lục hộ tịch',
    nameEn: 'Copy of a civil-status extract',
    cases: [{ key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: sameLimitEverywhere('sameDay') }],
    transferCutoff: null,
    limitCutoff: '15:00',
    steps: [],
    extension: null,
    ...overrides,
  });
}

/**
 * Land procedure (1.012817): 20wd, two steps, payment, and two consultations. `tax` is required and pauses the legal clock;
 * `planning` is neither, so it may be cancelled and the decision may do without it.
 */
export function landProcedure(overrides: Partial<ProcedureInput> = {}): ProcedureVersion {
  return procedureForTest({
    code: '1.012817',
    name: 'Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất lần đầu',
    nameEn: 'First registration and certificate of land use rights',
    field: 'Đất đai',
    level: 'province',
    legalBasis: ['Luật Đất đai 2024', 'Nghị định 101/2024/NĐ-CP'],
    competence: { criterion: 'assetLocation', level: 'commune' },
    cases: [{ key: 'standard', name: 'Thông thường', nameEn: 'Standard', limits: sameLimitEverywhere('20wd') }],
    transferCutoff: null,
    promiseGranularity: 'day',
    steps: [
      { key: 'appraisal', name: 'Thẩm định', nameEn: 'Appraisal', budget: '7wd' },
      { key: 'signature', name: 'Trình ký', nameEn: 'Signature', budget: '2wd' },
    ],
    consultations: [
      {
        key: 'tax',
        name: 'Xác định nghĩa vụ tài chính',
        nameEn: 'Financial obligations',
        budget: '5wd',
        pausesLegalClock: true,
        requiredForDecision: true,
      },
      {
        key: 'planning',
        name: 'Ý kiến về quy hoạch',
        nameEn: 'Opinion on planning',
        budget: '7wd',
        pausesLegalClock: false,
        requiredForDecision: false,
      },
    ],
    payment: { timeout: '30cd', pausesLegalClock: true },
    extension: { times: 1, maximum: '10wd', legalBasis: 'Nghị định 101/2024/NĐ-CP' },
    ...overrides,
  });
}

/** Decided where it is received (boundary scope none): no transfer, no supplement, no payment, no consultation. */
export function localProcedure(overrides: Partial<ProcedureInput> = {}): ProcedureVersion {
  return procedureForTest({
    code: '2.000815',
    name: 'Chứng thực bản sao từ bản chính',
    nameEn: 'Certified copy',
    boundaryScope: 'none',
    competence: { criterion: 'any', level: 'commune' },
    steps: [],
    supplement: { policy: 'pause', maxRounds: 0, timeout: '30cd' },
    extension: null,
    ...overrides,
  });
}
