/** Columns for a terminal: as wide as what stands in them, two spaces between. */

/** Vietnamese letters are one cell each once they are composed. */
const width = (text: string): number => Array.from(text.normalize('NFC')).length;

/** Lines of a table; figures to the right in the columns named. The first row is the head. */
export function tableOf(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): readonly string[] {
  const columns = rows[0]?.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? '')))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (columns[column] ?? 0) - width(cell)));
        return rightAligned.includes(column) ? `${space}${cell}` : `${cell}${space}`;
      })
      .join('  ')
      .trimEnd(),
  );
}
