/** Zod schemas at the edge: `@Body({ schema })`, `@Query({ schema })`. A failure names every field, in both languages. */
import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { Problem } from './problem.js';
import type { FieldError } from './problem.js';

/** What zod says in English, said in Vietnamese by kind; the English text stays beside it. */
const VIETNAMESE_BY_KIND: readonly (readonly [RegExp, string])[] = [
  [/unrecognized key/i, 'trường không được biết đến'],
  [/expected .* received undefined/i, 'thiếu trường bắt buộc'],
  [/expected .* received/i, 'sai kiểu dữ liệu'],
  [/too (small|short)/i, 'nhỏ hoặc ngắn hơn mức cho phép'],
  [/too (big|long)/i, 'lớn hoặc dài hơn mức cho phép'],
  [/invalid (option|discriminator|input: expected one)/i, 'không nằm trong danh sách cho phép'],
];

function vietnamese(message: string): string {
  return VIETNAMESE_BY_KIND.find(([pattern]) => pattern.test(message))?.[1] ?? 'giá trị không đúng dạng';
}

/** Fields in the wrong, with JSON paths joined by dots. */
export function fieldErrors(issues: readonly StandardSchemaV1.Issue[]): FieldError[] {
  return issues.map((issue) => ({
    field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    reason: vietnamese(issue.message),
    reasonEn: issue.message,
  }));
}

export const validationPipe = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new Problem('invalid-body', {}, fieldErrors(issues)),
});
