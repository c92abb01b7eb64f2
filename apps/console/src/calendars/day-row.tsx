/** One day of a version that is being written. */
import { useState } from 'react';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';
import { dayText, isoDayOf } from '../words/format.js';
import style from './calendars.module.css';
import { isComplete } from './form.js';
import type { DayLine } from './form.js';
import { blocksOf } from './hours-text.js';
import type { DayKind } from './year-grid.js';
import { calendarWords } from './words.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly line: DayLine;
  readonly kinds: readonly DayKind[];
  /** Whether a part of the day may be closed: where the hours stand; else whether the day is provisional. */
  readonly parted: boolean;
  readonly onChange: (line: DayLine) => void;
  readonly onRemove: () => void;
}

const LONGEST = 1_000;

export function DayRow({ line, kinds, parted, onChange, onRemove }: Properties) {
  const words = useWords(writeWords);
  const shown = useWords(calendarWords);
  const parts = useWords(partWords);
  const [text, setText] = useState(line.date === null ? '' : dayText(line.date));
  const wrong = text.trim() !== '' && line.date === null;
  const of = text === '' ? words.incomplete : text;
  const label = (column: string) => `${column} (${of})`;
  return (
    <tr className={isComplete(line) ? undefined : style['lacks']}>
      <td>
        <input
          aria-label={label(words.date)}
          aria-invalid={wrong || undefined}
          title={wrong ? parts.unreadableDay : undefined}
          placeholder="dd/mm/yyyy"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            onChange({ ...line, date: isoDayOf(target.value) });
          }}
        />
      </td>
      <td>
        <select
          aria-label={label(words.kind)}
          value={line.kind}
          onChange={({ target }) =>
            onChange({ ...line, kind: kinds.find((each) => each === target.value) ?? line.kind })
          }
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {shown.kinds[kind]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          aria-label={label(words.name)}
          maxLength={LONGEST}
          value={line.name}
          onChange={({ target }) => onChange({ ...line, name: target.value })}
        />
      </td>
      <td>
        <input
          aria-label={label(words.basis)}
          maxLength={LONGEST}
          value={line.notice}
          title={line.notice}
          onChange={({ target }) => onChange({ ...line, notice: target.value })}
        />
      </td>
      <td>
        {parted ? (
          <input
            aria-label={label(words.closed)}
            aria-invalid={blocksOf(line.closed) === null || undefined}
            placeholder="13:30–17:30"
            title={words.closedHint}
            value={line.closed}
            onChange={({ target }) => onChange({ ...line, closed: target.value })}
          />
        ) : (
          <input
            type="checkbox"
            aria-label={label(words.provisional)}
            checked={line.provisional}
            onChange={({ target }) => onChange({ ...line, provisional: target.checked })}
          />
        )}
      </td>
      <td>
        <button type="button" aria-label={words.removeDay(of)} onClick={onRemove}>
          {words.remove}
        </button>
      </td>
    </tr>
  );
}
