/** The approval of a dry run that was read, by a second person, who names what becomes overdue by it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { ABOUT } from '../service/queries.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { isMine, useOwnId } from './act-lines.js';
import { everyDossier, lookAgain } from './asked.js';
import type { ReadAmendment } from './asked.js';
import { mustBeNamed, unnamed } from './naming.js';
import { NamingList } from './naming-list.js';
import { runWords } from './run-words.js';

const NOBODY: ReadonlySet<string> = new Set();

export function ApproveForm({ read }: { readonly read: ReadAmendment }) {
  const words = useWords(runWords);
  const own = useOwnId();
  const { id, dryRun, drafted, changed } = read.amendment;
  const digest = dryRun?.digest ?? '';
  const [named, setNamed] = useState(NOBODY);
  const question = useQuery({
    queryKey: [ABOUT.amendments, id, 'to-name', digest],
    queryFn: () => everyDossier(id, { state: 'moves', onlyOverdue: true }),
  });
  const approve = useApproval(read, digest);
  return (
    <section className="card no-print" aria-labelledby="approve">
      <h2 id="approve">{words.approve}</h2>
      <p>{words.approveLead}</p>
      {isMine(own, drafted, changed) && <p className="soft">{words.mine}</p>}
      <Answered question={question}>
        {(found) => {
          const dossiers = found.filter(mustBeNamed);
          return (
            <>
              {dossiers.length === 0 ? (
                <p>{words.nobodyToName}</p>
              ) : (
                <NamingList legend={words.naming} hint={words.namingHint} {...{ dossiers, named }} onName={setNamed} />
              )}
              {troubleOf(approve.error)?.status === 412 ? (
                <p role="alert">{words.stale}</p>
              ) : (
                approve.error !== null && <FaultOf fault={approve.error} />
              )}
              <button
                type="button"
                className="primary"
                disabled={approve.isPending || unnamed(dossiers, named).length > 0}
                onClick={() => approve.mutate([...named])}
              >
                {words.approveNow}
              </button>
            </>
          );
        }}
      </Answered>
    </section>
  );
}

function useApproval({ amendment: { id }, etag }: ReadAmendment, digest: string) {
  const words = useWords(runWords);
  const tell = useTell();
  // A refusal stores nothing: the key goes with each set of names that is sent.
  const [sent, setSent] = useState<{ readonly names: string; readonly key: string } | null>(null);
  return useMutation({
    mutationFn: (names: readonly string[]) => {
      const together = names.join(' ');
      const key = sent?.names === together ? sent.key : crypto.randomUUID();
      setSent({ names: together, key });
      const body = { digest, ...(names.length === 0 ? {} : { named: names }) };
      return valueFrom(
        service.approveAmendment({ amendment: id, idempotencyKey: key, ifMatch: etag ?? undefined, body }),
      );
    },
    onSuccess: async () => {
      tell(words.approvedDone);
      await lookAgain();
    },
    onError: async (fault) => {
      if (troubleOf(fault)?.status === 412) await lookAgain();
    },
  });
}
