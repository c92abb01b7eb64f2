/** What stands around every screen: where one is, who one is, how the line is. */
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { nextGuide } from '../help/guided.js';
import { endFirstRows } from '../inbox/first-rows.js';
import { OutboxOfOfficer } from '../outbox/use-outbox.js';
import { Instant } from '../parts/instant.js';
import { Toasts } from '../parts/toast.js';
import { useKeys } from '../parts/use-keys.js';
import { afterFirstAnswer } from '../service/after-first-answer.js';
import { onOtherOfficer } from '../service/kept-me.js';
import { has, signOut, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useLanguage, useSay } from '../words/language.js';
import style from './frame.module.css';
import { LineBadge } from './line-badge.js';
import { NewVersion } from './new-version.js';
import { SCREENS } from './screens.js';
import { useTitle } from './use-title.js';
import { frameWords } from './words.js';

const FirstVisit = lazy(async () => ({ default: (await import('../help/first-visit.js')).FirstVisit }));

export function Frame() {
  const me = useMe();
  const words = useWords(frameWords);
  const main = useRef<HTMLElement>(null);
  const [isFirst] = useState(() => nextGuide(me.roles) !== null);
  useTitle(main);
  useLayoutEffect(endFirstRows, []);
  useEffect(() => {
    const over = new AbortController();
    const live = () =>
      import('../service/live.js').then(({ goLive }) => over.signal.aborted || goLive(me, over.signal));
    afterFirstAnswer(() => void live(), over.signal);
    return () => over.abort();
    // The line belongs to the account, not to what else is known of it.
  }, [me.id]);
  useEffect(() => onOtherOfficer(me.id, () => location.reload()), [me.id]);
  return (
    <Toasts>
      <OutboxOfOfficer>
        <div className={style['frame']}>
          <a className={style['skip']} href="#content">
            {words.skip}
          </a>
          <Bar />
          <nav className={style['rail']} aria-label={words.menu}>
            <ul>
              {SCREENS.filter(({ roles }) => has(me, ...roles)).map(({ name, to }) => (
                <li key={name}>
                  <Link to={to} activeOptions={{ includeSearch: false }}>
                    {words[name]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <main ref={main} id="content" className={style['main']} tabIndex={-1}>
            <NewVersion />
            <Outlet />
            {isFirst && (
              <Suspense>
                <FirstVisit />
              </Suspense>
            )}
          </main>
        </div>
      </OutboxOfOfficer>
    </Toasts>
  );
}

function Bar() {
  const me = useMe();
  const words = useWords(frameWords);
  const say = useSay();
  const { language, speak } = useLanguage();
  const office = say(me.agency.name, me.agency.nameEn);
  return (
    <header className={style['bar']}>
      <Link to="/" className={style['agency']}>
        {office}
        <small>{say(me.title ?? '', me.titleEn ?? '').replace(`, ${office}`, '')}</small>
      </Link>
      {has(me, 'clerk', 'supervisor') && <Search />}
      <LineBadge />
      <span className={style['clock']}>
        <span>
          {words.clock}
          {me.demo && ` · ${words.demo}`}
        </span>
        <Instant at={me.at} />
      </span>
      <span className={style['ends']}>
        <Link to="/help">{words.help}</Link>
        <button
          type="button"
          className="plain"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
        >
          {words.language}
        </button>
        <button type="button" className="plain" onClick={() => void signOut()}>
          {words.signOut}
        </button>
      </span>
    </header>
  );
}

function Search() {
  const words = useWords(frameWords);
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  return (
    <form
      role="search"
      className={style['search']}
      onSubmit={(event) => {
        event.preventDefault();
        const q = field.current?.value.normalize('NFC').trim() ?? '';
        if (q !== '') void navigate({ to: '/dossiers', search: { q } });
      }}
    >
      <input
        ref={field}
        type="search"
        name="q"
        aria-label={words.search}
        placeholder={words.searchHint}
        maxLength={120}
      />
    </form>
  );
}
