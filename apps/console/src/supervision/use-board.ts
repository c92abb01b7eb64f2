/** The board of alerts: read whole, kept up with the news as they come, and held still when somebody asks for it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Alert, AlertNews } from '@lien-thong/client';
import { useEffect, useState } from 'react';
import { ABOUT, queries } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import type { Board } from './alert-groups.js';
import { isCall, merged } from './alert-news.js';

const PER_PAGE = 200;
/** An alert is a cause, not a dossier: more than that is beyond what anybody reads. */
const MOST_PAGES = 5;
/** Should the line of news be down. */
const AGAIN_MS = 60_000;

export const STATES = {
  standing: 'open,acknowledged,snoozed',
  open: 'open',
  taken: 'acknowledged,snoozed',
  closed: 'settled,resolved,withdrawn',
} as const;
export type StatesName = keyof typeof STATES;

export interface BoardAsked {
  readonly states: StatesName;
  readonly mine: boolean;
}

async function readBoard({ states, mine }: BoardAsked): Promise<Board> {
  const isOver = states === 'closed';
  const asked = {
    ...{ state: STATES[states], limit: PER_PAGE, sort: isOver ? ('newest' as const) : ('loudest' as const) },
    ...(mine ? { assigned: 'me' as const } : {}),
  };
  const first = await valueFrom(service.listAlerts(asked));
  const alerts = new Map<string, Alert>(first.alerts.map((alert) => [alert.id, alert]));
  let { next } = first;
  for (let page = 1; next !== null && page < (isOver ? 1 : MOST_PAGES); page += 1) {
    const more = await valueFrom(service.listAlerts({ ...asked, cursor: next }));
    for (const alert of more.alerts) if (!alerts.has(alert.id)) alerts.set(alert.id, alert);
    ({ next } = more);
  }
  return { at: first.at, alerts: [...alerts.values()], counts: first.counts, complete: next === null };
}

export interface LiveBoard {
  readonly question: UseQueryResult<Board>;
  /** What is to be shown: of now, or of when it was held still. */
  readonly board: Board | undefined;
  /** How many events happened since it was held; null while it is not. */
  readonly missed: number | null;
  readonly hold: () => void;
  readonly release: () => void;
  /** The last that called for somebody, for those who cannot see it appear. */
  readonly calls: readonly AlertNews[];
}

export function useBoard(asked: BoardAsked): LiveBoard {
  const { states, mine } = asked;
  const [held, setHeld] = useState<{ readonly board: Board; readonly missed: number } | null>(null);
  const [calls, setCalls] = useState<readonly AlertNews[]>([]);
  const question = useQuery({
    queryKey: [ABOUT.alerts, 'board', states, mine],
    queryFn: () => readBoard({ states, mine }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  useAlertNews((news) => {
    if (!mine) {
      queries.setQueryData<Board>([ABOUT.alerts, 'board', states, mine], (board) =>
        board === undefined ? board : merged(board, news, STATES[states].split(',')),
      );
    }
    setHeld((before) => (before === null ? null : { ...before, missed: before.missed + 1 }));
    if (isCall(news)) setCalls((before) => [...before.slice(-MOST_CALLS), news]);
  });
  const { data } = question;
  return {
    question,
    board: held?.board ?? data,
    missed: held?.missed ?? null,
    hold: () => data !== undefined && setHeld({ board: data, missed: 0 }),
    release: () => setHeld(null),
    calls,
  };
}

const MOST_CALLS = 20;

/** Calls `heard` for every event of an alert while the screen is shown. */
function useAlertNews(heard: (news: AlertNews) => void): void {
  const [latest] = useState(() => ({ heard }));
  useEffect(() => {
    latest.heard = heard;
  });
  useEffect(() => {
    let over = false;
    let off = () => {
      over = true;
    };
    void import('../service/live.js').then(({ onNews }) => {
      if (!over) off = onNews((news) => news.kind === 'alert' && latest.heard(news.news));
    });
    return () => off();
  }, [latest]);
}
