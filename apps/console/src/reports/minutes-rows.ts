/** The reports on minutes as the rows of a file: each cause of a group on a line of its own, so that they can be summed. */
import type { Report } from '@lien-thong/client';
import type { CsvValue } from './csv.js';

/** Two columns in which a line has nothing. */
const NONE = [null, null] as const;

interface Naming {
  readonly words: Readonly<
    Record<'dossiers' | 'ended' | 'minutes' | 'median' | 'ninetieth' | 'causes' | 'rest', string>
  >;
  readonly group: string;
  readonly whole: string;
  readonly say: (vi: string, en: string) => string;
}

export function minutesRows(report: Report, { words, group, whole, say }: Naming): readonly (readonly CsvValue[])[] {
  const lines = report.groups.flatMap((row): readonly CsvValue[][] => {
    const name = say(row.label, row.labelEn);
    const line = [name, null, row.dossiers, row.ended, row.minutes, row.median, row.ninetieth];
    const causes = row.causes.map((cause) => [name, say(cause.label, cause.labelEn), ...NONE, cause.minutes, ...NONE]);
    return report.by === 'cause' ? [line] : [line, ...causes];
  });
  const rest = report.rest === null ? [] : [[words.rest, null, ...NONE, report.rest.minutes, ...NONE]];
  const { dossiers, ended, minutes, median, ninetieth } = report.whole;
  return [
    [group, words.causes, words.dossiers, words.ended, words.minutes, words.median, words.ninetieth],
    ...lines,
    ...rest,
    [whole, null, dossiers, ended, minutes, median, ninetieth],
  ];
}
