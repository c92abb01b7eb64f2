/** All calendars, and which version of each is in force. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Calendars } from '@lien-thong/client';
import { AgencyPick } from '../parts/agency-pick.js';
import { Answered } from '../parts/answered.js';
import { Columns } from '../parts/columns.js';
import { Instant } from '../parts/instant.js';
import { Screen } from '../parts/screen.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { calendarsQuery, versionsQuery } from './asked.js';
import { useCalendarName } from './calendar-name.js';
import style from './calendars.module.css';
import { NoticeText } from './notice-text.js';
import { calendarWords } from './words.js';

type Listed = Calendars['calendars'][number];

export function CalendarsScreen() {
  const words = useWords(calendarWords);
  const me = useMe();
  const question = useQuery(calendarsQuery);
  return (
    <Screen title={words.title}>
      <p>{words.lead}</p>
      <Answered question={question}>
        {({ calendars }) => (
          <>
            <Section title={words.national} calendars={calendars.filter(({ kind }) => kind === 'national')} />
            <Section title={words.desks} calendars={calendars.filter(({ kind }) => kind === 'desk')} />
            {has(me, 'admin') && <NewDesk />}
            <Section title={words.provinces} calendars={calendars.filter(({ kind }) => kind === 'province')} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

function Section({ title, calendars }: { readonly title: string; readonly calendars: readonly Listed[] }) {
  const words = useWords(calendarWords);
  if (calendars.length === 0) {
    return (
      <section>
        <h2>{title}</h2>
        <p className="soft">{words.noDesks}</p>
      </section>
    );
  }
  return (
    <table className={style['calendars']}>
      <caption>{title}</caption>
      <Columns of={[words.calendar, words.inForce, words.notice, words.since, { number: words.days }]} />
      <tbody>
        {calendars.map((calendar) => (
          <Row key={calendar.calendar} listed={calendar} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ listed: { calendar, kind, version, days, finalYears } }: { readonly listed: Listed }) {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  const name = useCalendarName(calendar);
  // The first version of the country and of a province came with the installation: it has no notice to ask for.
  const installed = version === 1 && kind !== 'desk';
  const { data } = useQuery({ ...versionsQuery(calendar), enabled: !installed });
  const row = data?.versions.find((one) => one.version === version);
  return (
    <tr>
      <th scope="row">
        <Link to="/calendars/$calendar" params={{ calendar }}>
          {name}
        </Link>
        {finalYears !== null && (
          <small className={style['under']}>
            {words.years}: {finalYears.join(', ')}
          </small>
        )}
      </th>
      <td>{words.version(String(version))}</td>
      <td>{(installed || row !== undefined) && <NoticeText notice={row?.notice ?? null} />}</td>
      <td>
        <Instant at={row?.published?.at ?? null} />
      </td>
      <td className="number">{numberText(days, language)}</td>
    </tr>
  );
}

/** The first closure of an agency: its calendar has no version yet. */
function NewDesk() {
  const words = useWords(calendarWords);
  const navigate = useNavigate();
  return (
    <section className={`card no-print ${style['pick']}`}>
      <AgencyPick
        label={words.newDesk}
        hint={words.newDeskHint}
        onChange={(agency) => {
          if (agency === null) return;
          const calendar = `desk-${agency.id}`;
          void navigate({ to: '/calendars/$calendar', params: { calendar }, search: { write: 'new' } });
        }}
      />
    </section>
  );
}
