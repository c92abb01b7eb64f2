/** Zod schemas at the edge: `@Body({ schema })`, `@Query({ schema })`. A failure names every field, in both languages. */
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { Problem } from './problem.js';
import type { FieldError } from './problem.js';

/** What zod says in English, said in Vietnamese by kind; the English text stays beside it. */
const VIETNAMESE_BY_KIND: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/unrecognized key/i, () => 'trường không được biết đến'],
  [/expected (?:one of|value) (.+)$/i, (_, list = '') => `phải là một trong: ${listed(list)}`],
  [/discriminator value. expected (.+)$/i, (_, list = '') => `phải là một trong: ${listed(list)}`],
  [/expected .* received undefined/i, () => 'thiếu trường bắt buộc'],
  [/invalid input: expected "(.*)"$/i, (_, value = '') => `phải là ${value}`],
  [/expected .* received/i, () => 'sai kiểu dữ liệu'],
  [/too (?:small|short)\D*(\d+)/i, (_, least = '') => `nhỏ hoặc ngắn hơn mức cho phép (tối thiểu ${least})`],
  [/too (?:big|long)\D*(\d+)/i, (_, most = '') => `lớn hoặc dài hơn mức cho phép (tối đa ${most})`],
  [/iso datetime/i, () => 'phải là thời điểm có thật kèm múi giờ, ví dụ 2026-03-02T08:00:00+07:00'],
  [/iso date/i, () => 'phải là ngày có thật, ví dụ 2026-03-02'],
  [/must match pattern (.+)$/i, (_, pattern = '') => `không đúng dạng ${pattern}`],
];

function listed(values: string): string {
  return values.replace(/["']/g, '').replace(/\s*\|\s*/g, ', ');
}

/** What zod says, in Vietnamese. */
export function vietnamese(message: string): string {
  for (const [pattern, say] of VIETNAMESE_BY_KIND) {
    const found = pattern.exec(message);
    if (found !== null) return say(...found);
  }
  return 'giá trị không đúng dạng';
}

/** zod does not say that the offset is missed, which is what is wrong most often. */
function english(message: string): string {
  return /^invalid iso datetime$/i.test(message)
    ? 'Must be a real date and time with an offset, as 2026-03-02T08:00:00+07:00'
    : message;
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
      reasonEn: english(issue.message),
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
