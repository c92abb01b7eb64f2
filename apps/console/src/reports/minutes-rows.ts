/** The reports on minutes as the rows of a file: each cause of a group on a line of its own, so that they can be summed. */
import type { Report } from '@lien-thong/client';
import type { CsvValue } from './csv.js';

interface Naming {
  readonly words: Readonly<Record<'dossiers' | 'ended' | 'minutes' | 'causes' | 'rest', string>>;
  readonly group: string;
  readonly whole: string;
  readonly say: (vi: string, en: string) => string;
}

export function minutesRows(report: Report, { words, group, whole, say }: Naming): readonly (readonly CsvValue[])[] {
  const lines = report.groups.flatMap((row): readonly CsvValue[][] => {
    const name = say(row.label, row.labelEn);
    const line = [name, null, row.dossiers, row.ended, row.minutes];
    const causes = row.causes.map((cause) => [name, say(cause.label, cause.labelEn), null, null, cause.minutes]);
    return report.by === 'cause' ? [line] : [line, ...causes];
  });
  const rest = report.rest === null ? [] : [[words.rest, null, null, null, report.rest.minutes]];
  const { dossiers, ended, minutes } = report.whole;
  return [
    [group, words.causes, words.dossiers, words.ended, words.minutes],
    ...lines,
    ...rest,
    [whole, null, dossiers, ended, minutes],
  ];
}
