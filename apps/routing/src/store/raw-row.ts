import { instantOfText, instantOrNull } from './instant-text.js';
import type { Instant } from '@lien-thong/domain';

/** One row as the wire carries it: texts in the order of the select list. */
export type RawRow = readonly (string | null)[];

/** Reads a raw row from left to right, so that a decoder names its columns once, in the order they are selected. */
export class RowReader {
  private at = 0;

  constructor(private readonly row: RawRow) {}

  textOrNull(): string | null {
    return this.row[this.at++] ?? null;
  }

  /** Throws TypeError on null: the column is declared not null, so the select list and the decoder disagree. */
  text(): string {
    const value = this.textOrNull();
    if (value === null) throw new TypeError(`column ${this.at} is null`);
    return value;
  }

  integer(): number {
    return Number(this.text());
  }

  integerOrNull(): number | null {
    const value = this.textOrNull();
    return value === null ? null : Number(value);
  }

  boolean(): boolean {
    return this.text() === 't';
  }

  json(): unknown {
    return JSON.parse(this.text());
  }

  instant(): Instant {
    return instantOfText(this.text());
  }

  instantOrNull(): Instant | null {
    return instantOrNull(this.textOrNull());
  }

  /** Whole numbers of an array: `{50,75}`. */
  integers(): number[] {
    const text = this.text();
    return text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);
  }

  /** Words of an array: `{a,b}`; none of ours needs quotes. */
  words(): string[] {
    const text = this.text();
    return text === '{}' ? [] : text.slice(1, -1).split(',');
  }

  /** Bytes as hexadecimal text; Postgres prints `\x…`. */
  hex(): string {
    return this.text().slice(2);
  }
}
