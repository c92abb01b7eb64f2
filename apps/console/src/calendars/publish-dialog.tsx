/** Publication, by a second person who has read what it changes. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CalendarDefinition } from '@lien-thong/client';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import type { VersionRow } from './act-lines.js';
import { lookAgain, previewQuery } from './asked.js';
import { NoticeText } from './notice-text.js';
import { PreviewView } from './preview-view.js';
import { RestatementProgress } from './restatement-progress.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly calendar: string;
  readonly row: VersionRow;
  readonly definition: CalendarDefinition;
  readonly etag: string | null;
  readonly onClose: () => void;
}

export function PublishDialog({ calendar, row, definition, etag, onClose }: Properties) {
  const words = useWords(writeWords);
  const navigate = useNavigate();
  const me = useMe();
  const { version, notice } = row;
  const [key] = useState(() => crypto.randomUUID());
  const publish = useMutation({
    mutationFn: () =>
      valueFrom(
        service.publishCalendar({ calendar, version, idempotencyKey: key, ifMatch: etag ?? undefined, body: {} }),
      ),
  });
  const mine = [row.drafted, row.changed].some((act) => act?.kind === 'person' && act.id === (me.officerId ?? me.id));
  const close = () => {
    onClose();
    if (publish.data === undefined) return;
    void navigate({ to: '/calendars/$calendar', params: { calendar }, search: { version: String(version) } });
    void lookAgain(calendar);
  };
  return (
    <Dialog title={words.publishTitle(String(version))} onClose={close}>
      {publish.data === undefined ? (
        <>
          <p>{words.publishLead}</p>
          <p>
            <NoticeText notice={notice} />
          </p>
          {mine && <p className="soft">{words.mine}</p>}
          <Preview calendar={calendar} definition={definition} />
          {publish.error !== null && <FaultOf fault={publish.error} />}
          <button type="button" className="primary" disabled={publish.isPending} onClick={() => publish.mutate()}>
            {words.publishNow}
          </button>
        </>
      ) : (
        <>
          <p role="status">
            <strong>✓ {words.publishedDone(String(version))}</strong>{' '}
            {publish.data.restatement === null && words.nothingToRestate}
          </p>
          {publish.data.restatement !== null && <RestatementProgress calendar={calendar} version={version} />}
        </>
      )}
    </Dialog>
  );
}

function Preview({ calendar, definition }: Pick<Properties, 'calendar' | 'definition'>) {
  const words = useWords(writeWords);
  const { data, error, isFetching, refetch } = useQuery(previewQuery(calendar, definition));
  return (
    <section aria-labelledby="publish-preview">
      <h3 id="publish-preview">{words.preview}</h3>
      <p role="status" className="soft">
        {isFetching ? words.previewing : ''}
      </p>
      {error !== null && !isFetching && <FaultOf fault={error} again={() => void refetch()} />}
      {data !== undefined && error === null && <PreviewView preview={data} body={definition} />}
    </section>
  );
}
