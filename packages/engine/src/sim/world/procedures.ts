/** Procedures of the simulated town: each rule a procedure may choose between is chosen by one of them. */
import { procedureVersionSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';

type Input = (typeof procedureVersionSchema)['_zod']['input'];

const everywhere = (limit: string) => ({ counter: limit, online: limit, post: limit });
const step = (key: string, budget: string, minimumWorkMinutes = 0) => ({
  key,
  name: key,
  nameEn: key,
  budget,
  minimumWorkMinutes,
});

/** The 1.5-day kind: overdue by construction. Cut-off for the transfer, supplement pauses. */
const PLAIN: Input = {
  code: '1.004873',
  version: 1,
  builderVersion: 1,
  name: 'Giấy xác nhận tình trạng hôn nhân',
  nameEn: 'Certificate of marital status',
  field: 'Hộ tịch',
  level: 'commune',
  legalBasis: ['Nghị định 123/2015/NĐ-CP'],
  effectiveFrom: '2025-07-01',
  effectiveTo: null,
  illustration: { why: 'Số liệu của mô phỏng', whyEn: 'Figures of the simulation' },
  boundaryScope: 'province',
  competence: { criterion: 'residence', level: 'commune' },
  cases: [
    { key: 'standard', name: 'Thường', nameEn: 'Standard', limits: everywhere('1.5wd') },
    { key: 'verified', name: 'Xác minh', nameEn: 'Verified', limits: everywhere('3wd') },
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
  steps: [step('appraisal', '1wd', 120), step('approval', '0.5wd', 60)],
  consultations: [],
  payment: null,
  supplement: { policy: 'pause', maxRounds: 2, timeout: '5cd' },
  extension: { times: 1, maximum: '1wd', legalBasis: 'Nghị định 118/2025/NĐ-CP' },
  warnPercents: [50, 75],
};

/** Same-day limit with its cut-off; no steps, the supplement lets the clock run. */
const SAME_DAY: Input = {
  ...PLAIN,
  code: '2.000635',
  name: 'Bản sao trích lục hộ tịch',
  nameEn: 'Copy of an extract',
  cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: everywhere('sameDay') }],
  transferCutoff: null,
  limitCutoff: '15:00',
  steps: [],
  supplement: { policy: 'run', maxRounds: 1, timeout: '3cd' },
  extension: null,
  promiseGranularity: 'day',
};

const opinion = (key: string, pausesLegalClock: boolean, requiredForDecision: boolean) => ({
  ...step(key, '2wd'),
  pausesLegalClock,
  requiredForDecision,
});

/** Long, with opinions and payment; the limit is kept to the half day. */
const LAND: Input = {
  ...PLAIN,
  code: '1.012817',
  name: 'Đăng ký đất đai lần đầu',
  nameEn: 'First land registration',
  field: 'Đất đai',
  level: 'province',
  competence: { criterion: 'assetLocation', level: 'commune' },
  cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: everywhere('6wd') }],
  transferCutoff: null,
  promiseGranularity: 'halfDay',
  steps: [step('appraisal', '2wd', 480), step('signature', '1wd', 60)],
  consultations: [opinion('tax', true, true), opinion('planning', false, false)],
  payment: { timeout: '4cd', pausesLegalClock: true },
  supplement: { policy: 'restart', maxRounds: 2, timeout: '6cd' },
  extension: { times: 2, maximum: '2wd', legalBasis: 'Nghị định 101/2024/NĐ-CP' },
};

/** The clock starts at the competent agency and ends with the result ready for the applicant. */
const FROM_RECEIPT: Input = {
  ...LAND,
  code: '1.009994',
  name: 'Cấp phép xây dựng',
  nameEn: 'Building permit',
  cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: everywhere('4wd') }],
  clockStart: 'competentReceipt',
  transferExcluded: true,
  legalEnd: 'readyForReturn',
  promiseGranularity: 'day',
  consultations: [opinion('planning', true, false)],
  payment: { timeout: '3cd', pausesLegalClock: false },
  supplement: { policy: 'pause', maxRounds: 1, timeout: '4cd' },
};

/** A limit in calendar days from reception, with the way there left out. */
const CALENDAR_DAYS: Input = {
  ...FROM_RECEIPT,
  code: '2.001255',
  name: 'Xác nhận quy hoạch',
  nameEn: 'Confirmation of planning',
  cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: everywhere('7cd') }],
  clockStart: 'reception',
  promiseGranularity: 'minute',
  legalEnd: 'decided',
};

/** Decided where it is received. */
const LOCAL: Input = {
  ...PLAIN,
  code: '2.000815',
  name: 'Chứng thực bản sao',
  nameEn: 'Certified copy',
  boundaryScope: 'none',
  competence: { criterion: 'any', level: 'commune' },
  steps: [],
  supplement: { policy: 'pause', maxRounds: 0, timeout: '5cd' },
  extension: null,
};

const parsed = (input: Input): ProcedureVersion => procedureVersionSchema.parse(input);

/** What is in force when a run begins. */
export const FIRST_VERSIONS: readonly ProcedureVersion[] = [
  PLAIN,
  SAME_DAY,
  LAND,
  FROM_RECEIPT,
  CALENDAR_DAYS,
  LOCAL,
].map(parsed);

/** What an admin publishes in the middle of it: other limits, budgets and rules; dossiers on their way keep what they have. */
export const SECOND_VERSIONS: readonly ProcedureVersion[] = [
  parsed({
    ...PLAIN,
    version: 2,
    cases: [{ key: 'standard', name: 'Thường', nameEn: 'Standard', limits: everywhere('5wd') }],
    legs: { ...PLAIN.legs, transfer: { budget: '0.5wd' }, acceptance: { budget: '2wh' } },
    steps: [step('appraisal', '0.5wd'), step('approval', '0.5wd')],
    warnPercents: [80],
  }),
  parsed({ ...LAND, version: 2, promiseGranularity: 'minute', supplement: { ...LAND.supplement, policy: 'pause' } }),
];
