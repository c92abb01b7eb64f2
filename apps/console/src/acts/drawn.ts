/** What the fields of a form are given. */
import type { Trouble } from '@lien-thong/client';
import type { About, FieldSpec, Filled } from './form.js';
import type { Wrong } from './problems.js';

/** Every kind of field. */
export interface Drawn {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly required: boolean;
}

export interface DrawnText extends Drawn {
  readonly value: string;
  readonly onText: (value: string) => void;
}

/** One field as its form knows it, before its kind is looked at. */
export interface FieldProperties {
  readonly field: FieldSpec;
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
  readonly about: About;
  readonly wrong: Wrong | undefined;
  readonly remark: Trouble['errors'][number] | undefined;
}
