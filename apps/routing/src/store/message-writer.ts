/** Messages of PostgreSQL's frontend protocol 3.0 (extended query), written one behind the other into one buffer. */
import type { Statement } from './columns.js';

const PARSE = 0x50;
const BIND = 0x42;
const EXECUTE = 0x45;
const SYNC = 0x53;
const TEXT = 0;
const BINARY = 1;
const FIRST_SIZE = 8_192;

export class MessageWriter {
  private buffer = Buffer.allocUnsafe(FIRST_SIZE);
  private at = 0;
  private startedAt = 0;

  parse({ name, text }: Statement): void {
    this.start(PARSE);
    this.cstring(name);
    this.cstring(text);
    // Types of parameters: as the text says.
    this.int16(0);
    this.finish();
  }

  /** Buffers go as binary parameters, everything else as text; results come as text. Throws TypeError for a value that is neither. */
  bindAndExecute(name: string, values: readonly unknown[]): void {
    this.start(BIND);
    this.cstring('');
    this.cstring(name);
    this.int16(values.length);
    for (const value of values) this.int16(Buffer.isBuffer(value) ? BINARY : TEXT);
    this.int16(values.length);
    for (const value of values) this.value(value);
    this.int16(0);
    this.finish();
    this.start(EXECUTE);
    this.cstring('');
    this.int32(0);
    this.finish();
  }

  /** Everything written, with the Sync that ends it. */
  synced(): Buffer {
    this.start(SYNC);
    this.finish();
    return this.buffer.subarray(0, this.at);
  }

  private value(value: unknown): void {
    if (value === null || value === undefined) {
      this.int32(-1);
    } else if (Buffer.isBuffer(value)) {
      this.int32(value.length);
      this.reserve(value.length);
      this.at += value.copy(this.buffer, this.at);
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      this.text(String(value));
    } else {
      throw new TypeError(`no parameter can be made of a ${typeof value}`);
    }
  }

  /** UTF-8 takes at most three bytes for a UTF-16 unit. */
  private text(text: string): void {
    this.reserve(4 + text.length * 3);
    const length = this.buffer.write(text, this.at + 4, 'utf8');
    this.buffer.writeInt32BE(length, this.at);
    this.at += 4 + length;
  }

  private cstring(text: string): void {
    this.reserve(text.length * 3 + 1);
    this.at += this.buffer.write(text, this.at, 'utf8');
    this.buffer[this.at++] = 0;
  }

  private int16(value: number): void {
    this.reserve(2);
    this.at = this.buffer.writeInt16BE(value, this.at);
  }

  private int32(value: number): void {
    this.reserve(4);
    this.at = this.buffer.writeInt32BE(value, this.at);
  }

  private start(code: number): void {
    this.reserve(5);
    this.buffer[this.at] = code;
    this.startedAt = this.at + 1;
    this.at += 5;
  }

  private finish(): void {
    this.buffer.writeInt32BE(this.at - this.startedAt, this.startedAt);
  }

  private reserve(bytes: number): void {
    if (this.at + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.at + bytes));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }
}
