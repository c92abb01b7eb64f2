/** What goes into the private table, and the words it is found by. */
import { searchKey } from '@lien-thong/domain';
import { z } from 'zod';

export const personSchema = z.strictObject({
  role: z.enum(['applicant', 'representative', 'other']),
  name: z
    .string()
    .max(120)
    .regex(/\S/, 'Too small: must hold at least 1 letter')
    .describe('Họ và tên; không để trống · full name; not blank'),
  /** Personal identification number, passport or other paper; digits and letters. */
  identityNumber: z.string().min(1).max(40).optional(),
  phone: z.string().min(1).max(30).optional(),
  email: z.string().max(200).optional(),
  birthDate: z.iso.date().optional(),
  address: z.string().max(300).optional(),
});

export const privatePayloadSchema = z.strictObject({
  persons: z.array(personSchema).max(50).default([]),
  /** Free text by the field it was written in. */
  texts: z.record(z.string().min(1).max(60), z.string().max(4000)).default({}),
});
export type PrivatePayload = z.infer<typeof privatePayloadSchema>;

export interface Token {
  readonly kind: 'word' | 'name' | 'number';
  readonly value: string;
}

/** Digits and letters alone; a Vietnamese telephone number with its country code is the one without. */
function plainNumber(text: string): string {
  const plain = text.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  return /^(00)?84\d{9}$/.test(plain) ? plain.replace(/^(00)?84/, '0') : plain;
}

function wordsOf(name: string): Token[] {
  const key = searchKey(name);
  const words = key.split(' ').filter((word) => word !== '');
  return [...words.map((value) => ({ kind: 'word' as const, value })), { kind: 'name', value: key }];
}

/** Tokens of a payload; none for one that names no person in the way of the schema. */
export function tokensOf(payload: unknown): readonly Token[] {
  const parsed = privatePayloadSchema.safeParse(payload);
  if (!parsed.success) return [];
  return parsed.data.persons.flatMap(({ name, identityNumber, phone }) => [
    ...wordsOf(name),
    ...[identityNumber, phone].flatMap((number) =>
      number === undefined ? [] : [{ kind: 'number' as const, value: plainNumber(number) }],
    ),
  ]);
}

/** What somebody typed into the search field: a number when it holds a digit, otherwise words that must all be there. */
export function tokensOfQuery(query: string): readonly Token[] {
  if (/\d/.test(query)) return [{ kind: 'number', value: plainNumber(query) }];
  return wordsOf(query).filter(({ kind }) => kind === 'word');
}
