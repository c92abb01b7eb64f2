/** What happened, by whom, when: newest first, with the signed receipts of each handing over. */
import { useQuery } from '@tanstack/react-query';
import type { Dossier, JournalEntry, Receipt, Timeline } from '@lien-thong/client';
import { useEffect, useRef, useState } from 'react';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText, numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { EvidenceDownload } from './evidence-download.js';
import style from './journal.module.css';
import { journalWords } from './journal-words.js';
import { isLateEntry, isLegalFact } from './legal-facts.js';
import { useNames } from './names.js';
import { useFactDetails } from './use-fact-details.js';

interface Properties {
  readonly dossier: Dossier;
  readonly timeline: Timeline;
  readonly isPast: boolean;
}

export function JournalSection({ dossier: { code }, timeline: { journal, whole }, isPast }: Properties) {
  const words = useWords(journalWords);
  const { language } = useLanguage();
  const [legalOnly, setLegalOnly] = useState(true);
  useShownFact(() => setLegalOnly(false));
  const receipts = useQuery({
    queryKey: [ABOUT.dossier, code, 'receipts'],
    queryFn: () => valueFrom(service.readReceipts({ code })),
    enabled: whole,
  }).data?.receipts;
  const shown = journal.filter(({ type }) => !legalOnly || isLegalFact(type)).reverse();
  return (
    <section className="card stack" aria-labelledby="journal">
      <div className="spread">
        <h2 id="journal">{words.heading}</h2>
        <label className="no-print">
          <input type="checkbox" checked={legalOnly} onChange={({ target }) => setLegalOnly(target.checked)} />{' '}
          {words.legalOnly}
        </label>
        <span className="soft" role="status">
          {words.shown(numberText(shown.length, language), numberText(journal.length, language))}
        </span>
      </div>
      <ol className={style['journal']} reversed>
        {shown.map((entry) => (
          <Fact key={entry.id} entry={entry} receipts={receipts?.filter(({ seq }) => seq === entry.seq) ?? []} />
        ))}
      </ol>
      {whole && !isPast && <EvidenceDownload code={code} />}
    </section>
  );
}

/** A proof may point to a fact that is left out just now: it is shown, and brought into sight. */
function useShownFact(showAll: () => void): void {
  const latest = useRef(showAll);
  useEffect(() => {
    latest.current = showAll;
  });
  useEffect(() => {
    const look = () => {
      const id = location.hash.slice(1);
      if (!id.startsWith('fact-') || document.getElementById(id) !== null) return;
      latest.current();
      requestAnimationFrame(() => document.getElementById(id)?.scrollIntoView());
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
}

function Fact({ entry, receipts }: { readonly entry: JournalEntry; readonly receipts: readonly Receipt[] }) {
  const words = useWords(journalWords);
  const names = useNames();
  const details = useFactDetails();
  const { seq, type, occurredAt, recordedAt, actor } = entry;
  const more = details(entry);
  return (
    <li id={`fact-${seq}`} className={style['fact']} value={seq}>
      <time dateTime={occurredAt} className={style['when']}>
        {instantText(occurredAt)}
      </time>
      <div className={style['what']}>
        <p>
          <strong>{names.event(type)}</strong>
          {more.length > 0 && `: ${more.join(' · ')}`}
        </p>
        <p className="soft">
          {names.actor(actor)} · {words.seq(String(seq))}
          {isLateEntry(entry) && (
            <>
              {' · '}
              <span className={style['late']}>{words.late}</span> {words.recorded(instantText(recordedAt))}
            </>
          )}
        </p>
        {receipts.map((receipt) => (
          <ReceiptLine key={receipt.digest} receipt={receipt} />
        ))}
      </div>
    </li>
  );
}

function ReceiptLine({ receipt: { kind, kid, digest, claims } }: { readonly receipt: Receipt }) {
  const words = useWords(journalWords);
  const names = useNames();
  return (
    <p className={style['receipt']}>
      ✓ {words.receipt[kind]}, {words.signedBy(names.agency(claims.iss))}
      {claims.officer !== null && ` (${names.officer(claims.officer)})`} · {words.key}{' '}
      <code title={kid}>{kid.slice(0, 12)}…</code> · {words.digest} <code title={digest}>{digest.slice(0, 12)}…</code>
    </p>
  );
}
