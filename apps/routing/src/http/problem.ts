/** RFC 9457 problem details: the body of every answer that is not a success. */
import type { RefusalFacts } from '@lien-thong/domain';
import { statusOf } from './problem-codes.js';
import type { ProblemCode } from './problem-codes.js';
import { saidWithFacts } from './said-with-facts.js';
import { ENGLISH } from './sentences.en.js';
import { VIETNAMESE } from './sentences.vi.js';

/** One field that is wrong: JSON path with dots, and the reason in both languages. */
export interface FieldError {
  readonly field: string;
  readonly reason: string;
  readonly reasonEn: string;
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly todo: string;
  readonly todoEn: string;
  readonly facts: RefusalFacts;
  readonly errors: readonly FieldError[];
  readonly requestId?: string;
}

/** Thrown at the edge to answer with a problem; never inside the domain or the engine. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: RefusalFacts = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'Problem';
  }

  /** Headers the answer carries beside the body. */
  headers: Readonly<Record<string, string>> = {};

  /** The same problem, answered with these headers. */
  with(headers: Readonly<Record<string, string>>): this {
    this.headers = headers;
    return this;
  }
}

/** The body of a problem, Vietnamese first with English beside it. */
export function problemBody(problem: Pick<Problem, 'code' | 'facts' | 'errors'>, requestId?: string): ProblemBody {
  const { code, facts, errors } = problem;
  return {
    type: `/docs/problems#${code}`,
    title: VIETNAMESE[code].title,
    titleEn: ENGLISH[code].title,
    status: statusOf(code),
    code,
    todo: saidWithFacts(VIETNAMESE[code].todo, facts),
    todoEn: saidWithFacts(ENGLISH[code].todo, facts),
    facts,
    errors,
    ...(requestId === undefined ? {} : { requestId }),
  };
}
