/** Taking an amendment back: asked for by one, approved by another, who names what becomes overdue by that. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Amendment } from '@lien-thong/client';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { WordsField } from '../parts/words-field.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { isMine, useOwnId } from './act-lines.js';
import { everyDossier, lookAgain } from './asked.js';
import { mayBeNamedBack } from './naming.js';
import { NamingList } from './naming-list.js';
import { runWords } from './run-words.js';

interface Properties {
  readonly amendment: Amendment;
  readonly at: string;
}

const SHORTEST = 3;
const LONGEST = 500;
const NOBODY: ReadonlySet<string> = new Set();

export function RevertForm({ amendment, at }: Properties) {
  const words = useWords(runWords);
  const { revertUntil, revert } = amendment;
  const late = revertUntil === null || Date.parse(at) > Date.parse(revertUntil);
  return (
    <section className="card no-print" aria-labelledby="revert">
      <h2 id="revert">{revert === null ? words.revert : words.revertApprove}</h2>
      <p>{words.revertLead}</p>
      {late ? (
        <p>{words.tooLate}</p>
      ) : revert === null ? (
        <Ask amendment={amendment} />
      ) : (
        <Approve amendment={amendment} at={at} />
      )}
    </section>
  );
}

function Ask({ amendment: { id } }: Pick<Properties, 'amendment'>) {
  const words = useWords(runWords);
  const tell = useTell();
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const ask = useMutation({
    mutationFn: () =>
      valueFrom(service.revertAmendment({ amendment: id, idempotencyKey: key, body: { reason: composed(reason) } })),
    onSuccess: async () => {
      tell(words.revertAskedDone);
      await lookAgain();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <WordsField label={words.revertReason} required rows={2} most={LONGEST} value={reason} onText={setReason} />
      {ask.error !== null && <FaultOf fault={ask.error} />}
      <button type="submit" className="danger" disabled={ask.isPending || composed(reason).length < SHORTEST}>
        {words.revertAsk}
      </button>
    </form>
  );
}

function Approve({ amendment: { id, revert }, at }: Properties) {
  const words = useWords(runWords);
  const own = useOwnId();
  const tell = useTell();
  const [named, setNamed] = useState(NOBODY);
  const [key] = useState(() => crypto.randomUUID());
  const question = useQuery({
    queryKey: [ABOUT.amendments, id, 'to-name-back'],
    queryFn: () => everyDossier(id, { state: 'amended', onlyOverdue: false }),
  });
  const approve = useMutation({
    mutationFn: (names: readonly string[]) => {
      const body = names.length === 0 ? {} : { named: names };
      return valueFrom(service.approveRevert({ amendment: id, idempotencyKey: key, body }));
    },
    onSuccess: async () => {
      tell(words.revertApprovedDone);
      await lookAgain();
    },
  });
  return (
    <>
      {isMine(own, revert?.requested ?? null) && <p className="soft">{words.revertMine}</p>}
      <Answered question={question}>
        {(found) => {
          const dossiers = found.filter((row) => mayBeNamedBack(row, at));
          return dossiers.length === 0 ? (
            <p>{words.revertNobody}</p>
          ) : (
            <NamingList
              legend={words.revertNaming}
              hint={words.revertNamingHint}
              {...{ dossiers, named }}
              onName={setNamed}
            />
          );
        }}
      </Answered>
      {approve.error !== null && <FaultOf fault={approve.error} />}
      <button type="button" className="danger" disabled={approve.isPending} onClick={() => approve.mutate([...named])}>
        {words.revertApprove}
      </button>
    </>
  );
}
