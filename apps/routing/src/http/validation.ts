/** Zod schemas at the edge: `@Body({ schema })`, `@Query({ schema })`. A failure names every field, in both languages. */
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
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

/** What zod says, in Vietnamese. */
export function vietnamese(message: string): string {
  return VIETNAMESE_BY_KIND.find(([pattern]) => pattern.test(message))?.[1] ?? 'giá trị không đúng dạng';
}

type Issue = StandardSchemaV1.Issue & { readonly keys?: readonly string[] };

/** Fields in the wrong, with JSON paths joined by dots below `parent`. A field nobody knows is named itself, not the object it stands in. */
export function fieldErrors(issues: readonly Issue[], parent?: string): FieldError[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
    const whole = parent === undefined ? path : [parent, ...path];
    const fields = issue.keys === undefined ? [whole] : issue.keys.map((key) => [...whole, key]);
    return fields.map((field) => ({
      field: field.join('.'),
      reason: vietnamese(issue.message),
      reasonEn: issue.message,
    }));
  });
}

/** A body, or a query or path, that is not as its schema says, is a `Problem`: `invalid-body` or `invalid-query`. */
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { type, data, schema }: ArgumentMetadata): Promise<unknown> {
    if (schema === undefined) return value;
    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    const errors = fieldErrors(result.issues, type === 'param' ? data : undefined);
    throw new Problem(type === 'body' ? 'invalid-body' : 'invalid-query', {}, errors);
  }
}
