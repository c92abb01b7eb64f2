/** A small reader of RFC 4180 text: quoted fields, doubled quotes, line breaks inside quotes, LF or CRLF. */

/** One row as the header names it. */
export type CsvRecord = Readonly<Record<string, string>>;

interface Cursor {
  readonly text: string;
  at: number;
  line: number;
}

function fault(cursor: Cursor, what: string): never {
  throw new Error(`CSV line ${cursor.line}: ${what}`);
}

/** Reads from behind the opening quote to behind the closing one. */
function readQuoted(cursor: Cursor): string {
  const { text } = cursor;
  let field = '';
  for (;;) {
    const quote = text.indexOf('"', cursor.at);
    if (quote < 0) fault(cursor, 'a quoted field is not closed');
    const piece = text.slice(cursor.at, quote);
    cursor.line += piece.split('\n').length - 1;
    field += piece;
    cursor.at = quote + 1;
    if (text[cursor.at] !== '"') return field;
    field += '"';
    cursor.at += 1;
  }
}

function readBare(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  while (cursor.at < text.length) {
    const character = text[cursor.at];
    if (character === ',' || character === '\n' || character === '\r') break;
    if (character === '"') fault(cursor, 'a quote inside an unquoted field');
    cursor.at += 1;
  }
  return text.slice(start, cursor.at);
}

function readField(cursor: Cursor): string {
  if (cursor.text[cursor.at] !== '"') return readBare(cursor);
  cursor.at += 1;
  const field = readQuoted(cursor);
  const next = cursor.text[cursor.at];
  if (next !== undefined && next !== ',' && next !== '\n' && next !== '\r')
    fault(cursor, 'text behind a closing quote');
  return field;
}

/** True when a line end was there to skip; a lone carriage return is a fault. */
function skipLineEnd(cursor: Cursor): boolean {
  if (cursor.text[cursor.at] === '\r') {
    cursor.at += 1;
    if (cursor.text[cursor.at] !== '\n') fault(cursor, 'a carriage return without a line feed');
  }
  if (cursor.text[cursor.at] !== '\n') return false;
  cursor.at += 1;
  cursor.line += 1;
  return true;
}

/** All rows with all fields, header included. A leading byte-order mark is dropped. Throws on malformed text, naming the line. */
export function parseCsv(text: string): string[][] {
  const cursor: Cursor = { text: text.startsWith('\ufeff') ? text.slice(1) : text, at: 0, line: 1 };
  const rows: string[][] = [];
  while (cursor.at < cursor.text.length) {
    const row = [readField(cursor)];
    while (cursor.text[cursor.at] === ',') {
      cursor.at += 1;
      row.push(readField(cursor));
    }
    rows.push(row);
    skipLineEnd(cursor);
  }
  return rows;
}

/**
 * Rows as records by the header. Throws when there is no header, a column name comes twice, or a row has another number of fields:
 * a shifted column must never be read as data.
 */
export function parseCsvRecords(text: string): CsvRecord[] {
  const [header, ...rows] = parseCsv(text);
  if (header === undefined) throw new Error('CSV: no header');
  if (new Set(header).size !== header.length) throw new Error('CSV: a column name comes twice');
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new Error(`CSV row ${index + 2}: ${row.length} fields, the header has ${header.length}`);
    }
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? '']));
  });
}

/** The field of that name. Throws when the file has no such column: a renamed column is a fault, an empty field is not. */
export function csvField(record: CsvRecord, name: string): string {
  const value = record[name];
  if (value === undefined) throw new Error(`CSV: no column ${name}`);
  return value;
}
