/** One version as it stands: hours, and the year as a picture. */
import { Link } from '@tanstack/react-router';
import type { CalendarVersion } from '@lien-thong/client';
import { useState } from 'react';
import { Badge } from '../parts/badge.js';
import { Choice } from '../parts/choice.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { HoursRead } from './hours-read.js';
import { calendarWords } from './words.js';
import { isProvisionalYear, yearsOf } from './year-grid.js';
import { YearPicture } from './year-picture.js';

export function VersionRead({ version }: { readonly version: CalendarVersion }) {
  const words = useWords(calendarWords);
  const now = Number(useMe().at.slice(0, 4));
  const years = yearsOf(version, [now, now + 1]);
  const [year, setYear] = useState(now);
  return (
    <>
      {version.hours !== null && <HoursRead hours={version.hours} />}
      <section aria-labelledby="year">
        <div className="spread">
          <h2 id="year">{words.year(String(year))}</h2>
          <Choice label={words.yearChoice} value={String(year)} onChange={(chosen) => setYear(Number(chosen))}>
            {years.map((each) => (
              <option key={each} value={each}>
                {isProvisionalYear(version, each) ? `${each} (${words.provisional})` : each}
              </option>
            ))}
          </Choice>
        </div>
        <YearCertainty version={version} year={year} />
        {version.noticedYears === null && (
          <p className="soft">
            {words.nationalToo}{' '}
            <Link to="/calendars/$calendar" params={{ calendar: 'national' }}>
              {words.national}
            </Link>
          </p>
        )}
        <YearPicture year={year} days={version.exceptions} />
      </section>
    </>
  );
}

function YearCertainty({ version, year }: { readonly version: CalendarVersion; readonly year: number }) {
  const words = useWords(calendarWords);
  if (version.noticedYears === null) return null;
  if (!isProvisionalYear(version, year)) return <p className="soft">{words.noticedYear(String(year))}</p>;
  return (
    <p>
      <Badge level="unknown">{words.provisional}</Badge> {words.provisionalYear(String(year))}
    </p>
  );
}
