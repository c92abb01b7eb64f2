/** The preview of what is being written, asked once the typing rests. */
import { useQuery } from '@tanstack/react-query';
import type { CalendarDefinition } from '@lien-thong/client';
import { useEffect, useState } from 'react';
import { FaultOf } from '../parts/trouble.js';
import { useWords } from '../words/catalogue.js';
import { previewQuery } from './asked.js';
import { PreviewView } from './preview-view.js';
import { writeWords } from './write-words.js';

interface Properties {
  readonly calendar: string;
  /** Null while the form is incomplete. */
  readonly definition: CalendarDefinition | null;
}

const PAUSE_MS = 900;

export function LivePreview({ calendar, definition }: Properties) {
  const words = useWords(writeWords);
  const body = useRested(definition);
  const { data, error, isFetching, refetch } = useQuery(previewQuery(calendar, body));
  return (
    <section className="card" aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      <p role="status" className="soft">
        {definition === null ? words.missing : isFetching || body !== definition ? words.previewing : ''}
      </p>
      {error !== null && !isFetching && <FaultOf fault={error} again={() => void refetch()} />}
      {data !== undefined && body !== null && error === null && <PreviewView preview={data} body={body} />}
    </section>
  );
}

/** The last one that stayed a moment, so that not every letter is reckoned. */
function useRested(definition: CalendarDefinition | null): CalendarDefinition | null {
  const [rested, setRested] = useState(definition);
  useEffect(() => {
    const timer = setTimeout(() => setRested(definition), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [definition]);
  return rested;
}
