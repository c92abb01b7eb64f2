import type { InboxDossier } from '@lien-thong/client';
import { startTransition, useEffect, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { InboxRow } from './inbox-row.js';
import style from './inbox.module.css';
import { shortTitle } from './short-names.js';
import { useOfficerLabels } from './use-officer-labels.js';
import { inboxWords } from './words.js';

interface Properties {
  readonly caption: string;
  readonly rows: readonly InboxDossier[];
  readonly current: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (code: string) => void;
  readonly onChoose: (code: string) => void;
  readonly onChooseAll: (all: boolean) => void;
}

export function InboxTable({ caption, rows, current, chosen, onOpen, onChoose, onChooseAll }: Properties) {
  const { agencyId } = useMe();
  const table = useRef<HTMLTableElement>(null);
  const assigneeOf = useAssigneeNames();
  const most = useMostRows();
  useEffect(() => {
    const row = table.current?.querySelector('tr[data-current]');
    row?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <table ref={table} className={style['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <Head isAll={rows.length > 0 && chosen.size === rows.length} onChooseAll={onChooseAll} />
      <tbody onClick={(event) => openClicked(event, onOpen)}>
        {rows.slice(0, most).map((row) => (
          <InboxRow
            key={row.code}
            row={row}
            agencyId={agencyId}
            assignee={assigneeOf(row)}
            isCurrent={row.code === current}
            isChosen={chosen.has(row.code)}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  );
}

/** A few rows are drawn first, the others at once after them: on a slow machine fifty take as long as everything before them. */
const FIRST_ROWS = 6;

function useMostRows(): number {
  const [most, setMost] = useState(FIRST_ROWS);
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | undefined;
    // After the first ones are on the screen, not before.
    const drawn = requestAnimationFrame(() => {
      soon = setTimeout(() => startTransition(() => setMost(Infinity)));
    });
    return () => {
      cancelAnimationFrame(drawn);
      clearTimeout(soon);
    };
  }, []);
  return most;
}

function Head({ isAll, onChooseAll }: { readonly isAll: boolean; readonly onChooseAll: (all: boolean) => void }) {
  const words = useWords(inboxWords);
  const { column } = words;
  return (
    <thead>
      <tr>
        <th scope="col">
          <input
            type="checkbox"
            aria-label={words.chooseAll}
            title={words.chooseAll}
            checked={isAll}
            onChange={({ target }) => onChooseAll(target.checked)}
          />
        </th>
        <th scope="col">{column.left}</th>
        <th scope="col">{column.code}</th>
        <th scope="col">{column.procedure}</th>
        <th scope="col">{column.way}</th>
        <th scope="col">{column.holder}</th>
        <th scope="col" className={style['wide']}>
          {column.assignee}
        </th>
        <th scope="col" className={style['wide']}>
          {column.phase}
        </th>
      </tr>
    </thead>
  );
}

/** Opens the row that was clicked, unless the click was meant for its checkbox or for a new tab. */
function openClicked(event: MouseEvent, onOpen: (code: string) => void): void {
  if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (event.target.closest('input') !== null) return;
  const row = event.target.closest('tr');
  const code = row?.dataset['code'];
  if (code === undefined) return;
  event.preventDefault();
  onOpen(code);
}

/** Names of the officers dossiers are given to, as the list of officers has them; by their titles until it is known. */
function useAssigneeNames(): (row: InboxDossier) => string | null {
  const labels = useOfficerLabels();
  const { agency } = useMe();
  const say = useSay();
  return ({ assignee }) => {
    if (assignee === null) return null;
    const title = assignee.title === null ? assignee.id : say(assignee.title, assignee.titleEn ?? assignee.title);
    return labels.get(assignee.id) ?? shortTitle(title, say(agency.name, agency.nameEn));
  };
}
