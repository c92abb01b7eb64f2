/** What calls for a supervisor now, put together by cause or by what can be decided, kept up as it happens. */
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { oneOf } from '../app/search.js';
import { Answered } from '../parts/answered.js';
import { DataOf } from '../parts/data-of.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { instantText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { AlertCounters } from './alert-counters.js';
import { AlertFilters } from './alert-filters.js';
import { filtered, grouped } from './alert-groups.js';
import type { Board } from './alert-groups.js';
import { AlertRow } from './alert-row.js';
import { useDecisionName } from './decision-name.js';
import { CallAnnouncer } from './call-announcer.js';
import { SupervisionNav } from './supervision-nav.js';
import style from './supervision.module.css';
import { useBoard } from './use-board.js';
import type { LiveBoard, StatesName } from './use-board.js';
import { WallScreen } from './wall-screen.js';
import { supervisionWords } from './words.js';

const route = getRouteApi('/frame/supervision');
const STATES = ['standing', 'open', 'taken', 'closed'] as const satisfies readonly StatesName[];

export function AlertsScreen() {
  const words = useWords(supervisionWords);
  const { state, whose } = route.useSearch();
  const live = useBoard({ states: oneOf(state, STATES) ?? 'standing', mine: whose === 'me' });
  return (
    <>
      <h1>{words.title}</h1>
      <SupervisionNav />
      <PrintHead />
      <CallAnnouncer calls={live.calls} />
      <Answered question={live.question}>{(read) => <Shown board={live.board ?? read} live={live} />}</Answered>
    </>
  );
}

/** What stands on paper only: whose list, and of when it is printed. */
function PrintHead() {
  const words = useWords(supervisionWords);
  const say = useSay();
  const me = useMe();
  return (
    <p className="print-only">
      {say(me.agency.name, me.agency.nameEn)} · {say(me.title ?? '', me.titleEn ?? '')} ·{' '}
      {words.printedAt(instantText(me.at))}
    </p>
  );
}

function Shown({ board, live }: { readonly board: Board; readonly live: LiveBoard }) {
  const words = useWords(supervisionWords);
  const { language } = useLanguage();
  const search = route.useSearch();
  const { group, ...filter } = search;
  const alerts = filtered(board.alerts, filter);
  const [all, some] = [board.counts.total, alerts.length].map((count) => numberText(count, language));
  return (
    <>
      <AlertCounters board={board} />
      <Toolbar board={board} live={live} />
      <AlertFilters alerts={board.alerts} />
      {board.complete ? (
        <p className="soft">{words.shown(some ?? '', all ?? '')}</p>
      ) : (
        <p>{words.notAll(numberText(board.alerts.length, language), all ?? '')}</p>
      )}
      {alerts.length === 0 && <p className="card">{board.alerts.length === 0 ? words.none : words.noneFits}</p>}
      {grouped(alerts, group === 'decision' ? 'decision' : 'cause').map((each) => (
        <Group key={each.key} alerts={each.alerts} at={board.at} byDecision={group === 'decision'} />
      ))}
    </>
  );
}

interface GroupProperties {
  readonly alerts: Board['alerts'];
  readonly at: string;
  readonly byDecision: boolean;
}

function Group({ alerts, at, byDecision }: GroupProperties) {
  const words = useWords(supervisionWords);
  const nameOf = useDecisionName();
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [first] = alerts;
  if (first === undefined) return null;
  const name = byDecision ? nameOf(first.decision) : words.cause[first.cause];
  return (
    <section className={style['group']}>
      <h2>
        {name} <span className="soft">· {words.alerts(numberText(alerts.length, language))}</span>
      </h2>
      {alerts.map((alert) => (
        <AlertRow
          key={alert.id}
          {...{ alert, at }}
          isOpen={search.alert === alert.id}
          onOpen={(open) =>
            void navigate({
              search: { ...search, alert: open ? alert.id : undefined },
              resetScroll: false,
              replace: true,
            })
          }
        />
      ))}
    </section>
  );
}

function Toolbar({ board, live }: { readonly board: Board; readonly live: LiveBoard }) {
  const words = useWords(supervisionWords);
  const { language } = useLanguage();
  const [wall, setWall] = useState(false);
  const { missed, hold, release } = live;
  return (
    <div className={`spread ${style['toolbar']}`}>
      <span>
        <DataOf at={board.at} />{' '}
        <span className="soft no-print">
          · {missed === null ? words.live : words.paused(numberText(missed, language))}
        </span>
      </span>
      <span className="row no-print">
        <button type="button" aria-pressed={missed !== null} onClick={missed === null ? hold : release}>
          {missed === null ? words.pause : words.goOn}
        </button>
        <button type="button" onClick={() => setWall(true)}>
          {words.wall}
        </button>
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </span>
      {wall && <WallScreen board={board} onClose={() => setWall(false)} />}
    </div>
  );
}
