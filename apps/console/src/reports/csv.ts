/** Tables as a spreadsheet reads them, made in the browser. */

export type CsvValue = string | number | null;

/** So that a spreadsheet takes the text for what it is: UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** What a spreadsheet would reckon instead of showing it: a text out of a dossier must never become a formula. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** One cell. Numbers stay numbers; texts that begin like a formula are set off with an apostrophe. */
function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n\t']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a byte order mark: commas, quotes doubled, lines ended by CR LF. */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(',') + LINE_END).join('');
}

/** Hands the table to the officer as a file. */
export function downloadCsv(name: string, rows: readonly (readonly CsvValue[])[]): void {
  const address = URL.createObjectURL(new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
