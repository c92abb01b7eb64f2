/** Somebody saved the draft while it was being written here: what differs, and the two ways on. */
import blocks from '../parts/blocks.module.css';
import { useWords } from '../words/catalogue.js';
import { dayText, instantText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { useWho } from './act-lines.js';
import type { VersionRow } from './act-lines.js';
import type { ReadCalendar } from './asked.js';
import { kindOf } from './calendar-name.js';
import { differences } from './differences.js';
import { definitionOf, formOf, writtenOf } from './form.js';
import { NoticeText } from './notice-text.js';
import type { Writing } from './use-writing.js';
import type { CalendarDay } from './year-grid.js';
import { calendarWords } from './words.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly row: VersionRow;
  readonly writing: Writing;
  readonly saved: ReadCalendar;
  readonly onChoose: (kept: boolean) => void;
}

export function DraftConflict({ row: { changed }, writing, saved, onChoose }: Properties) {
  const words = useWords(writeWords);
  const kinds = useWords(calendarWords).kinds;
  const { language } = useLanguage();
  const who = useWho();
  const theirs = definitionOf(formOf(writtenOf(saved.version)), kindOf(saved.version.calendar));
  const found = theirs === null || writing.definition === null ? null : differences(writing.definition, theirs);
  const day = ({ date, kind, name }: CalendarDay) => `${dayText(date)}, ${kinds[kind]}: ${name}`;
  return (
    <div className={blocks['caution']} role="alert">
      <p>
        <strong>{words.conflict}</strong> {changed !== null && words.conflictBy(who(changed), instantText(changed.at))}
      </p>
      {found !== null && (
        <>
          <p>{words.conflictOnly(numberText(countOf(found), language))}</p>
          <ul>
            {found.notice && (
              <li>
                <NoticeText notice={saved.version.notice} />
              </li>
            )}
            {found.onlyTheirs.map((each) => (
              <li key={`theirs ${each.date} ${each.name}`}>{words.theirs(day(each))}</li>
            ))}
            {found.onlyMine.map((each) => (
              <li key={`mine ${each.date} ${each.name}`}>{words.mineOnly(day(each))}</li>
            ))}
            {found.besides && <li>{words.besides}</li>}
          </ul>
        </>
      )}
      <div className="row">
        <button type="button" onClick={() => onChoose(true)}>
          {words.keepMine}
        </button>
        <button type="button" onClick={() => onChoose(false)}>
          {words.takeTheirs}
        </button>
      </div>
    </div>
  );
}

function countOf({ onlyMine, onlyTheirs, besides, notice }: ReturnType<typeof differences>): number {
  return onlyMine.length + onlyTheirs.length + Number(besides) + Number(notice);
}
