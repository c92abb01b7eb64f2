/** A limit in calendar days: which day is not counted, which is the last, and over which closed days it rolls. */
import type { PromiseExplanation } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { dayText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { DayTable } from './day-table.js';
import { explainWords } from './explain-words.js';

type Counted = NonNullable<NonNullable<PromiseExplanation['parts']>[number]['calendarDays']>;

export function CalendarDays({
  counted: { notCounted, days, pausedDays, last, rolledOver },
}: {
  readonly counted: Counted;
}) {
  const words = useWords(explainWords);
  const { language } = useLanguage();
  return (
    <>
      <p>
        {words.calendarDays(numberText(days, language), dayText(notCounted), dayText(last))}{' '}
        {pausedDays > 0 && words.pausedDays(numberText(pausedDays, language))}
      </p>
      {rolledOver.length > 0 && (
        <>
          <p>{words.rolled}</p>
          <DayTable days={rolledOver} caption={words.rolled} />
        </>
      )}
    </>
  );
}
