/** Opening a dossier at the counter: form, then what the service answered, then the receipt to print. */
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Trouble } from '@lien-thong/client';
import type { PendingAct, WantedAct } from '../outbox/outbox.js';
import { useAct, usePendingActs } from '../outbox/use-outbox.js';
import { useWords } from '../words/catalogue.js';
import { Receipt } from './receipt.js';
import { keepReceipt, keptReceipt } from './receipt-kept.js';
import type { KeptReceipt } from './receipt-kept.js';
import { ReceptionForm } from './reception-form.js';
import { receiveWords } from './receive-words.js';
import { useAmended } from './use-amended.js';
import style from './receive.module.css';

const route = getRouteApi('/frame/inbox/receive');

export function ReceiveScreen() {
  const words = useWords(receiveWords);
  const navigate = route.useNavigate();
  const [form, setForm] = useState(0);
  const amended = useAmended();
  const { sent, send, edit } = useSending(amended.act);
  const [last, setLast] = useState<KeptReceipt | null>(null);
  const receipt = sent?.state.kind === 'received' ? printable(sent) : last;
  const isUnderWay = sent !== null && sent.state.kind !== 'received' && sent.state.kind !== 'refused';
  const again = () => {
    edit();
    setLast(null);
    setForm((number) => number + 1);
    void navigate({ search: {}, replace: true });
  };
  return (
    <>
      <div className="spread no-print">
        <h1>{words.title}</h1>
        <Link to="/inbox">{words.back}</Link>
      </div>
      {receipt !== null && <Receipt {...receipt} onNext={again} />}
      {isUnderWay && <UnderWay isSending={sent.state.kind === 'sending'} onNext={again} />}
      <div hidden={receipt !== null || isUnderWay} className="no-print">
        <LastReceipt onOpen={setLast} />
        {amended.kind === 'gone' && <p role="status">◌ {words.noAmend}</p>}
        {amended.kind !== 'opening' && (
          <ReceptionForm
            key={`${amended.key} ${form}`}
            initial={amended.draft}
            refusal={refusalOf(sent ?? amended.act)}
            onSend={send}
          />
        )}
      </div>
    </>
  );
}

function UnderWay({ isSending, onNext }: { readonly isSending: boolean; readonly onNext: () => void }) {
  const words = useWords(receiveWords);
  return (
    <div className={style['kept']}>
      <p role="status">{isSending ? `↑ ${words.sending}` : `▣ ${words.kept}`}</p>
      {!isSending && (
        <div className="row">
          <button type="button" onClick={onNext}>
            {words.next}
          </button>
          <Link to="/outbox">{words.outbox}</Link>
        </div>
      )}
    </div>
  );
}

/** The page may have been loaded again before the paper came out of the printer. */
function LastReceipt({ onOpen }: { readonly onOpen: (receipt: KeptReceipt) => void }) {
  const words = useWords(receiveWords);
  const kept = keptReceipt();
  if (kept === null) return null;
  return (
    <p>
      {words.lastReceipt} <span className="code">{kept.code}</span>{' '}
      <button type="button" onClick={() => onOpen(kept)}>
        {words.openAgain}
      </button>
    </p>
  );
}

function refusalOf(act: Pick<PendingAct, 'state'> | null): Trouble | null {
  return act?.state.kind === 'refused' ? act.state.problem : null;
}

/**
 * The act of this screen, followed by its id through the outbox: it may be taken long after it was kept. A refused one, of this screen
 * or `amended` from the outbox, is given up for the next.
 */
function useSending(amended: PendingAct | null) {
  const act = useAct();
  const acts = usePendingActs();
  const [id, setId] = useState<string | null>(null);
  const [isGiven, setGiven] = useState(false);
  const sent = isGiven ? GIVEN : (acts.find((each) => each.id === id) ?? null);
  const refused = id ?? amended?.id ?? null;
  const send =
    act === null
      ? null
      : (wanted: WantedAct) => {
          setGiven(true);
          void act(wanted, refused)
            .then((done) => setId(done.id))
            .finally(() => setGiven(false));
        };
  return { sent, send, edit: () => setId(null) };
}

/** Between the click and the first word of the outbox. */
const GIVEN: Pick<PendingAct, 'id' | 'state'> = { id: '', state: { kind: 'sending' } };

/** What is printed, once there is a number. Kept for this tab: the paper may jam, the page may be loaded again. */
function printable({ state }: Pick<PendingAct, 'state'>): { readonly code: string; readonly secret: string } | null {
  if (state.kind !== 'received' || !('trackingSecret' in state.answer)) return null;
  const { code, trackingSecret: secret } = state.answer;
  keepReceipt({ code, secret });
  return { code, secret };
}
