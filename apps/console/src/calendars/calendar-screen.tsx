/** One calendar: its versions, one of them as a picture, and the drafting of the next. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Answered } from '../parts/answered.js';
import { Screen } from '../parts/screen.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import type { VersionRow } from './act-lines.js';
import { versionQuery, versionsQuery } from './asked.js';
import { useCalendarName } from './calendar-name.js';
import { DraftEditor } from './draft-editor.js';
import { RestatementProgress } from './restatement-progress.js';
import { VersionList } from './version-list.js';
import { VersionRead } from './version-read.js';
import { calendarWords } from './words.js';

const route = getRouteApi('/frame/calendars/$calendar');

export function CalendarScreen() {
  const words = useWords(calendarWords);
  const me = useMe();
  const { calendar } = route.useParams();
  const { version: asked, write } = route.useSearch();
  const name = useCalendarName(calendar);
  const question = useQuery(versionsQuery(calendar));
  const isAdmin = has(me, 'admin');
  const writesNew = isAdmin && write === 'new';
  return (
    <Screen title={name}>
      <p className="row no-print">
        <Link to="/calendars">{words.title}</Link>
        {isAdmin && !writesNew && (
          <Link to="/calendars/$calendar" params={{ calendar }} search={{ write: 'new' }}>
            {words.write}
          </Link>
        )}
      </p>
      <Answered question={question}>
        {({ versions }) => {
          const newest = newestOf(versions);
          const shown = writesNew ? null : (versions.find(({ version }) => String(version) === asked) ?? newest);
          return (
            <>
              {versions.length === 0 ? (
                <p>{words.none}</p>
              ) : (
                <VersionList
                  {...{ calendar, versions }}
                  shown={shown?.version ?? null}
                  newest={newest?.version ?? null}
                />
              )}
              {writesNew && <NewDraft calendar={calendar} newest={newest} />}
              {shown !== null && <Shown key={`${calendar} ${shown.version}`} calendar={calendar} row={shown} />}
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}

function newestOf(versions: readonly VersionRow[]): VersionRow | null {
  return versions.filter(({ state }) => state === 'published').at(-1) ?? null;
}

function NewDraft({ calendar, newest }: { readonly calendar: string; readonly newest: VersionRow | null }) {
  const from = useQuery({ ...versionQuery(calendar, newest?.version ?? 0), enabled: newest !== null });
  if (newest === null) return <DraftEditor calendar={calendar} row={null} saved={null} />;
  return <Answered question={from}>{(saved) => <DraftEditor calendar={calendar} row={null} saved={saved} />}</Answered>;
}

function Shown({ calendar, row }: { readonly calendar: string; readonly row: VersionRow }) {
  const me = useMe();
  const question = useQuery(versionQuery(calendar, row.version));
  return (
    <>
      {row.published !== null && <RestatementProgress calendar={calendar} version={row.version} />}
      <Answered question={question}>
        {(saved) =>
          row.state === 'draft' && has(me, 'admin') ? (
            <DraftEditor calendar={calendar} row={row} saved={saved} />
          ) : (
            <VersionRead version={saved.version} />
          )
        }
      </Answered>
    </>
  );
}
