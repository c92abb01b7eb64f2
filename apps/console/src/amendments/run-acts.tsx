/** The act that is due: a dry run, an approval, the run itself, taking it back. */
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FaultOf } from '../parts/trouble.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { ApproveForm } from './approve-form.js';
import { lookAgain } from './asked.js';
import type { ReadAmendment } from './asked.js';
import { RevertForm } from './revert-form.js';
import { RunProgress } from './run-progress.js';
import { runWords } from './run-words.js';

export function RunActs({ read }: { readonly read: ReadAmendment }) {
  const { amendment } = read;
  const me = useMe();
  switch (amendment.state) {
    case 'draft':
      return <DryRun read={read} />;
    case 'looking':
    case 'running':
    case 'reverting':
      return <RunProgress amendment={amendment} />;
    case 'looked':
      return (
        <>
          <ApproveForm key={amendment.dryRun?.digest ?? ''} read={read} />
          <DryRun read={read} />
        </>
      );
    case 'done':
    case 'incomplete':
      return <RevertForm amendment={amendment} at={me.at} />;
    case 'reverted':
      return null;
  }
}

function DryRun({ read: { amendment, etag } }: { readonly read: ReadAmendment }) {
  const words = useWords(runWords);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const look = useMutation({
    mutationFn: () =>
      valueFrom(
        service.lookAtAmendment({ amendment: amendment.id, idempotencyKey: key, ifMatch: etag ?? undefined, body: {} }),
      ),
    onSettled: async (_answer, fault) => {
      // A dry run that was begun is not begun again under its key.
      if (fault === null) setKey(crypto.randomUUID());
      if (fault === null || troubleOf(fault)?.status === 412) await lookAgain();
    },
  });
  const isFirst = amendment.dryRun === null;
  return (
    <section className="card no-print">
      <p>{words.lookHint}</p>
      {troubleOf(look.error)?.status === 412 ? (
        <p role="alert">{words.stale}</p>
      ) : (
        look.error !== null && <FaultOf fault={look.error} />
      )}
      <div className="row">
        <button
          type="button"
          className={isFirst ? 'primary' : undefined}
          disabled={look.isPending}
          onClick={() => look.mutate()}
        >
          {isFirst ? words.look : words.lookAgain}
        </button>
        <Link to="/amendments/$amendment" params={{ amendment: amendment.id }} search={{ write: 'edit' }}>
          {words.edit}
        </Link>
      </div>
    </section>
  );
}
