/** The versions of a calendar, the newest first. */
import { Link } from '@tanstack/react-router';
import { Badge } from '../parts/badge.js';
import { Columns } from '../parts/columns.js';
import { useWords } from '../words/catalogue.js';
import { ActLines } from './act-lines.js';
import type { VersionRow } from './act-lines.js';
import style from './calendars.module.css';
import { NoticeText } from './notice-text.js';
import { calendarWords } from './words.js';

interface Properties {
  readonly calendar: string;
  readonly versions: readonly VersionRow[];
  /** The number that is shown below. */
  readonly shown: number | null;
  readonly newest: number | null;
}

export function VersionList({ calendar, versions, shown, newest }: Properties) {
  const words = useWords(calendarWords);
  return (
    <table>
      <caption>{words.versions}</caption>
      <Columns of={[words.number, words.state, words.notice, words.acts]} />
      <tbody>
        {[...versions].reverse().map((row) => (
          <tr key={row.version} className={row.version === shown ? style['shown'] : undefined}>
            <th scope="row">
              <Link
                to="/calendars/$calendar"
                params={{ calendar }}
                search={{ version: String(row.version) }}
                aria-current={row.version === shown ? 'true' : undefined}
              >
                {words.version(String(row.version))}
              </Link>
            </th>
            <td>
              {words.states[row.state]} {row.version === newest && <Badge level="onTime">{words.newest}</Badge>}
            </td>
            <td>
              <NoticeText notice={row.notice} />
              {row.reason !== null && (
                <div className="soft">
                  {words.reason}: {row.reason}
                </div>
              )}
            </td>
            <td>
              <ActLines row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
