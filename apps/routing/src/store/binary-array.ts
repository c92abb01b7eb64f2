/**
 * Arrays in Postgres's binary format. `pg` sends a Buffer as a binary parameter, so a column of a batch is one buffer: nothing is
 * quoted here and nothing is parsed there. Layout: dimensions, has-nulls flag, element type, length, lower bound, then each element
 * with its length (-1 for null), all big-endian.
 */

/** Types an array column may have, with the object ids that are the same in every Postgres. */
const OIDS = { bool: 16, bytea: 17, int8: 20, int4: 23, text: 25, timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const;
export type ElementType = keyof typeof OIDS;

/** What an element is given as: hex for bytea, milliseconds since 1970 for timestamptz, JSON text for jsonb. */
export type Element<T extends ElementType> = T extends 'bool'
  ? boolean
  : T extends 'int4' | 'int8' | 'timestamptz'
    ? number
    : string;

const HEADER = 20;
/** An array without elements has no dimensions either. */
const EMPTY = 12;
const MS_1970_TO_2000 = 946_684_800_000;
const TWO_TO_32 = 4_294_967_296;
const JSONB_VERSION = 1;

interface Cursor {
  buffer: Buffer;
  at: number;
}

/** Every array is written here first and copied out at its length: growing a buffer for each would be most of the work. */
const scratch: Cursor = { buffer: Buffer.allocUnsafe(65_536), at: 0 };

/** The four bytes of a length or a whole number. */
function putInt({ buffer }: Cursor, value: number, at: number): void {
  buffer[at] = value >>> 24;
  buffer[at + 1] = value >>> 16;
  buffer[at + 2] = value >>> 8;
  buffer[at + 3] = value;
}

function reserve(cursor: Cursor, bytes: number): void {
  if (cursor.at + bytes <= cursor.buffer.length) return;
  const larger = Buffer.allocUnsafe(Math.max(cursor.buffer.length * 2, cursor.at + bytes));
  cursor.buffer.copy(larger, 0, 0, cursor.at);
  cursor.buffer = larger;
}

function writeLong(cursor: Cursor, value: number): void {
  reserve(cursor, 12);
  cursor.buffer.writeInt32BE(8, cursor.at);
  cursor.buffer.writeInt32BE(Math.floor(value / TWO_TO_32), cursor.at + 4);
  cursor.buffer.writeUInt32BE(value - Math.floor(value / TWO_TO_32) * TWO_TO_32, cursor.at + 8);
  cursor.at += 12;
}

/** UTF-8 takes at most three bytes for a UTF-16 unit. */
function writeText(cursor: Cursor, text: string, version?: number): void {
  reserve(cursor, 5 + text.length * 3);
  const start = cursor.at + 4;
  const prefix = version === undefined ? 0 : cursor.buffer.writeUInt8(version, start) - start;
  const length = prefix + cursor.buffer.write(text, start + prefix, 'utf8');
  putInt(cursor, length, cursor.at);
  cursor.at = start + length;
}

/** Values of the hexadecimal digits by character code; 255 for everything else. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? 255 : digit;
});
const UUID_LENGTH = 36;
const DASH = 45;

/** By hand, because ids are the most frequent value of all and taking their dashes out first doubles the work. */
function writeUuid(cursor: Cursor, uuid: string): void {
  if (uuid.length !== UUID_LENGTH) throw new RangeError(`no UUID: ${uuid}`);
  reserve(cursor, 20);
  putInt(cursor, 16, cursor.at);
  let at = cursor.at + 4;
  for (let i = 0; i < UUID_LENGTH; i += 2) {
    if (uuid.charCodeAt(i) === DASH) i += 1;
    const [high = 255, low = 255] = [DIGITS[uuid.charCodeAt(i)], DIGITS[uuid.charCodeAt(i + 1)]];
    if (high > 15 || low > 15) throw new RangeError(`no UUID: ${uuid}`);
    cursor.buffer[at++] = high * 16 + low;
  }
  if (at !== cursor.at + 20) throw new RangeError(`no UUID: ${uuid}`);
  cursor.at = at;
}

function writeHex(cursor: Cursor, hex: string): void {
  reserve(cursor, 4 + hex.length / 2);
  const length = cursor.buffer.write(hex, cursor.at + 4, 'hex');
  // Buffer stops at the first character that is no hex digit, without a word.
  if (length * 2 !== hex.length) throw new RangeError(`no hexadecimal text: ${hex}`);
  cursor.buffer.writeInt32BE(length, cursor.at);
  cursor.at += 4 + length;
}

const WRITERS: { readonly [T in ElementType]: (cursor: Cursor, value: Element<T>) => void } = {
  bool: (cursor, value) => {
    reserve(cursor, 5);
    cursor.buffer.writeInt32BE(1, cursor.at);
    cursor.buffer.writeUInt8(value ? 1 : 0, cursor.at + 4);
    cursor.at += 5;
  },
  int4: (cursor, value) => {
    if ((value | 0) !== value) throw new RangeError(`out of range of int4: ${value}`);
    reserve(cursor, 8);
    putInt(cursor, 4, cursor.at);
    putInt(cursor, value, cursor.at + 4);
    cursor.at += 8;
  },
  int8: writeLong,
  timestamptz: (cursor, millis) => writeLong(cursor, (millis - MS_1970_TO_2000) * 1000),
  text: (cursor, value) => writeText(cursor, value),
  jsonb: (cursor, value) => writeText(cursor, value, JSONB_VERSION),
  uuid: writeUuid,
  bytea: writeHex,
};

/** A one-dimensional array. Throws RangeError for a number that is out of range and for a text that is not hexadecimal. */
export function binaryArray<T extends ElementType>(type: T, values: readonly (Element<T> | null)[]): Buffer {
  const cursor = scratch;
  cursor.at = HEADER;
  const write = WRITERS[type];
  let nulls = 0;
  for (const value of values) {
    if (value !== null) {
      write(cursor, value);
      continue;
    }
    nulls = 1;
    reserve(cursor, 4);
    putInt(cursor, -1, cursor.at);
    cursor.at += 4;
  }
  const dimensions = values.length === 0 ? 0 : 1;
  putInt(cursor, dimensions, 0);
  putInt(cursor, nulls, 4);
  putInt(cursor, OIDS[type], 8);
  putInt(cursor, values.length, 12);
  putInt(cursor, 1, 16);
  return Buffer.from(cursor.buffer.subarray(0, dimensions === 0 ? EMPTY : cursor.at));
}
