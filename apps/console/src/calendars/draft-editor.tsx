/** A draft: its fields, what it would change, and its acts. One that has no number yet gets it when it is saved. */
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CalendarDefinition } from '@lien-thong/client';
import { useState } from 'react';
import { DraftBar } from '../parts/draft-bar.js';
import { SureDialog } from '../parts/sure-dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { queries } from '../service/queries.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import type { VersionRow } from './act-lines.js';
import { lookAgain, versionQuery } from './asked.js';
import type { ReadCalendar } from './asked.js';
import { kindOf } from './calendar-name.js';
import { isSame } from './differences.js';
import { DraftConflict } from './draft-conflict.js';
import { DraftForm } from './draft-form.js';
import { begun, definitionOf, formOf, writtenOf } from './form.js';
import { LivePreview } from './live-preview.js';
import { PublishDialog } from './publish-dialog.js';
import { RawJson } from './raw-json.js';
import { useWriting } from './use-writing.js';
import type { Writing } from './use-writing.js';
import { calendarWords } from './words.js';
import { writeWords } from './write-words.js';
import { yearsOf } from './year-grid.js';

interface Properties {
  readonly calendar: string;
  /** The draft; null for one that has no number yet. */
  readonly row: VersionRow | null;
  /** The draft as it is saved now, or the version a new one begins with; null where there is none. */
  readonly saved: ReadCalendar | null;
}

export function DraftEditor({ calendar, row, saved }: Properties) {
  const words = useWords(writeWords);
  const shown = useWords(calendarWords);
  const kind = kindOf(calendar);
  const writing = useWriting(kind, () =>
    row === null || saved === null ? begun(saved?.version ?? null) : formOf(writtenOf(saved.version)),
  );
  // What one's own changes stand on; what is read anew later may be somebody else's.
  const [base, setBase] = useState(saved);
  const now = Number(useMe().at.slice(0, 4));
  const years = yearsOf(saved?.version ?? { exceptions: [], noticedYears: null }, [now, now + 1, now + 2]);
  const savedByOther = row !== null && saved !== null && base !== null && saved.etag !== base.etag ? saved : null;
  const takeOver = (fresh: ReadCalendar, kept: boolean) => {
    setBase(fresh);
    if (!kept) writing.replace(writtenOf(fresh.version));
  };
  return (
    <section aria-labelledby="write" className="stack">
      <h2 id="write">{words.title(row === null ? words.fresh : shown.version(String(row.version)))}</h2>
      <p>{words.lead}</p>
      <Toolbar {...{ calendar, row, base, writing, setBase }} />
      {savedByOther !== null && row !== null && (
        <DraftConflict
          row={row}
          writing={writing}
          saved={savedByOther}
          onChoose={(kept) => takeOver(savedByOther, kept)}
        />
      )}
      <div key={writing.generation}>
        <DraftForm kind={kind} form={writing.form} years={years} onChange={writing.change} />
      </div>
      <RawJson definition={writing.definition} onChange={writing.replace} />
      <LivePreview calendar={calendar} definition={writing.definition} />
    </section>
  );
}

interface ToolbarProperties extends Pick<Properties, 'calendar' | 'row'> {
  readonly base: ReadCalendar | null;
  readonly writing: Writing;
  readonly setBase: (base: ReadCalendar) => void;
}

function Toolbar({ calendar, row, base, writing, setBase }: ToolbarProperties) {
  const words = useWords(writeWords);
  const navigate = useNavigate();
  const leave = () => navigate({ to: '/calendars/$calendar', params: { calendar }, search: {} });
  const save = useSaving({ calendar, row, base, setBase });
  const { definition } = writing;
  const asSaved =
    row === null || base === null ? null : definitionOf(formOf(writtenOf(base.version)), kindOf(calendar));
  const dirty = row === null || !isSame(definition, asSaved);
  return (
    <DraftBar
      {...{ words, dirty }}
      status={dirty ? words.unsaved : ''}
      onSave={definition === null || !dirty || save.isPending ? null : () => save.mutate(definition)}
      publishing={
        row === null || base === null || definition === null
          ? null
          : (close) => <PublishDialog {...{ calendar, row, definition }} etag={base.etag} onClose={close} />
      }
      dropping={
        row === null
          ? null
          : (close) => <Drop {...{ calendar, row, leave }} etag={base?.etag ?? null} onClose={close} />
      }
      between={
        <>
          <a href="#preview">{words.preview} ↓</a>
          {row === null && (
            <button type="button" onClick={() => void leave()}>
              {words.cancel}
            </button>
          )}
        </>
      }
    >
      {save.error !== null && troubleOf(save.error)?.status !== 412 && <FaultOf fault={save.error} />}
    </DraftBar>
  );
}

interface DropProperties {
  readonly calendar: string;
  readonly row: VersionRow;
  readonly etag: string | null;
  readonly leave: () => Promise<void>;
  readonly onClose: () => void;
}

/** A draft is dropped for good. */
function Drop({ calendar, row: { version }, etag, leave, onClose }: DropProperties) {
  const words = useWords(writeWords);
  const tell = useTell();
  return (
    <SureDialog
      act={words.drop}
      question={words.dropSure}
      run={() => valueFrom(service.dropCalendarDraft({ calendar, version, ifMatch: etag ?? undefined }))}
      onDone={async () => {
        tell(words.dropped(String(version)));
        await leave();
        await lookAgain(calendar);
      }}
      onClose={onClose}
    />
  );
}

/** Saves under the revision that was read; a 412 brings what was saved meanwhile into sight. */
function useSaving({ calendar, row, base, setBase }: Omit<ToolbarProperties, 'writing'>) {
  const words = useWords(writeWords);
  const tell = useTell();
  const navigate = useNavigate();
  // Kept through the attempts of one text: the same text saved twice is one draft.
  const [key, setKey] = useState<{ readonly of: CalendarDefinition; readonly key: string } | null>(null);
  return useMutation({
    mutationFn: (body: CalendarDefinition) => {
      if (row !== null) {
        const { version } = row;
        return valueFrom(service.replaceCalendarDraft({ calendar, version, ifMatch: base?.etag ?? undefined, body }));
      }
      const idempotencyKey = key !== null && isSame(key.of, body) ? key.key : crypto.randomUUID();
      setKey({ of: body, key: idempotencyKey });
      return valueFrom(service.draftCalendar({ calendar, idempotencyKey, body }));
    },
    onSuccess: async ({ version }) => {
      // Told once nothing is unsaved any more.
      setBase(await queries.fetchQuery({ ...versionQuery(calendar, version), staleTime: 0 }));
      tell(words.saved(String(version)));
      await lookAgain(calendar);
      if (row === null) {
        await navigate({ to: '/calendars/$calendar', params: { calendar }, search: { version: String(version) } });
      }
    },
    onError: async (fault) => {
      if (troubleOf(fault)?.status === 412) await lookAgain(calendar);
    },
  });
}
