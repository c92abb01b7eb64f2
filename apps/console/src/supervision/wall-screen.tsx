/** The board for a screen in the hall: few large lines, leafed through by themselves, nothing to press but its end. */
import type { Alert } from '@lien-thong/client';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../service/session.js';
import { catalogue, useWords } from '../words/catalogue.js';
import { instantText, numberText, timeText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { COUNTERS, countOf } from './alert-groups.js';
import type { Board } from './alert-groups.js';
import { LevelMark } from './level-mark.js';
import style from './wall.module.css';
import { supervisionWords } from './words.js';

/** Lines that can be read from three metres on one screen. */
const LINES = 4;
const LEAF_MS = 15_000;

const wallWords = catalogue(
  {
    close: 'Thoát màn hình lớn',
    updated: (at: string) => `cập nhật ${at}`,
    page: (page: string, of: string) => `trang ${page}/${of}`,
    hold: 'Dừng lật trang',
    go: 'Lật trang tiếp',
    calm: 'Không có cảnh báo nào còn phải xử lý.',
  },
  {
    close: 'Leave the wall screen',
    updated: (at) => `updated ${at}`,
    page: (page, of) => `page ${page}/${of}`,
    hold: 'Stop leafing',
    go: 'Go on leafing',
    calm: 'No alert calls for anybody.',
  },
);

export function WallScreen({ board, onClose }: { readonly board: Board; readonly onClose: () => void }) {
  const words = useWords(wallWords);
  const titles = useWords(supervisionWords);
  const say = useSay();
  const me = useMe();
  const dialog = useWholeScreen();
  const pages = Math.max(1, Math.ceil(board.alerts.length / LINES));
  const { page, isHeld, setHeld } = useLeaf(pages);
  const shown = board.alerts.slice(page * LINES, page * LINES + LINES);
  return (
    <dialog
      ref={dialog}
      className={style['wall']}
      aria-label={titles.title}
      onClose={() => dialog.current?.open === true || onClose()}
    >
      <header className={style['head']}>
        <strong>{say(me.agency.name, me.agency.nameEn)}</strong>
        <span>{words.updated(timeText(board.at))}</span>
        <span className={style['controls']}>
          {pages > 1 && (
            <button type="button" aria-pressed={isHeld} onClick={() => setHeld(!isHeld)}>
              {words.page(String(page + 1), String(pages))} · {isHeld ? words.go : words.hold}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {words.close}
          </button>
        </span>
      </header>
      <Figures board={board} />
      {shown.length === 0 && <p>{words.calm}</p>}
      <ul className={style['lines']}>
        {shown.map((alert) => (
          <Line key={alert.id} alert={alert} />
        ))}
      </ul>
    </dialog>
  );
}

function Figures({ board }: { readonly board: Board }) {
  const words = useWords(supervisionWords);
  const { language } = useLanguage();
  return (
    <ul className={style['figures']}>
      {COUNTERS.map((counter) => {
        const count = countOf(counter, board);
        return (
          <li key={counter.name} className={count > 0 ? style[counter.name] : ''}>
            <strong>{numberText(count, language)}</strong> {words.counter[counter.name]}
          </li>
        );
      })}
    </ul>
  );
}

function Line({ alert }: { readonly alert: Alert }) {
  const words = useWords(supervisionWords);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <li className={style['line']}>
      <span>
        <LevelMark level={alert.level} />
        <span className={style['rest']}>{words.state[alert.state]}</span>
      </span>
      <span>
        {say(alert.sentence, alert.sentenceEn)}
        <span className={style['rest']}>
          {words.dossiers(numberText(alert.members.dossiers, language))} · {words.since} {instantText(alert.openedAt)}
        </span>
      </span>
    </li>
  );
}

/** A modal dialog over everything: the rest of the page is out of reach, Escape ends it. The browser may refuse the whole screen. */
function useWholeScreen() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current === null) return undefined;
    if (!current.open) current.showModal();
    void current.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
      current.close();
    };
  }, []);
  return dialog;
}

function useLeaf(pages: number) {
  const [page, setPage] = useState(0);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld || pages === 1) return undefined;
    const timer = setInterval(() => setPage((before) => before + 1), LEAF_MS);
    return () => clearInterval(timer);
  }, [isHeld, pages]);
  return { page: page % pages, isHeld, setHeld };
}
