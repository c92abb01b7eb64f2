/** Publication, by a second person who has read the verdict and stands for it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { VersionFeasibility } from '@lien-thong/client';
import { useState } from 'react';
import { DayField } from '../parts/day-field.js';
import { Dialog } from '../parts/dialog.js';
import { FaultOf } from '../parts/trouble.js';
import { WordsField } from '../parts/words-field.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { dayText } from '../words/format.js';
import { lookAgain } from './asked.js';
import { valueAt } from './form/json.js';
import { versionVerdictQuery } from './proof/ask.js';
import { proofWords } from './proof/proof-words.js';
import { RouteTable } from './proof/route-table.js';
import { Whole } from './proof/version-verdict.js';
import type { Writing } from './use-draft.js';
import { dayAfter, dayOfInstant } from './versions.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly row: VersionRow;
  readonly draft: Writing;
  readonly onClose: () => void;
}

export function PublishDialog({ code, row, draft, onClose }: Properties) {
  const words = useWords(procedureWords);
  const me = useMe();
  const tomorrow = dayAfter(dayOfInstant(me.at));
  const meant = String(valueAt(draft.definition, 'effectiveFrom') ?? tomorrow);
  const [day, setDay] = useState<string | null>(meant > tomorrow ? meant : tomorrow);
  const mine = [row.drafted, row.changed].some((act) => act?.kind === 'person' && act.id === (me.officerId ?? me.id));
  const [published, done] = useState<string | null>(null);
  const close = () => {
    onClose();
    if (published !== null) void lookAgain(code);
  };
  return (
    <Dialog title={words.publishTitle(String(row.version))} onClose={close}>
      {published !== null ? (
        <Published version={row.version} from={published} />
      ) : (
        <>
          <p>{words.publishLead}</p>
          {mine && <p className="soft">{words.publishMine}</p>}
          <DayField label={words.publishDay} hint={words.publishDayHint} required value={day} onChange={setDay} />
          {day !== null && <Approval key={day} {...{ code, row, draft, day, done }} />}
        </>
      )}
    </Dialog>
  );
}

function Published({ version, from }: { readonly version: number; readonly from: string }) {
  const words = useWords(procedureWords);
  return (
    <div role="status">
      <p>
        <strong>✓ {words.publishedDone(String(version), dayText(from))}</strong>
      </p>
      <p>{words.publishedNext}</p>
      <p>
        <Link to="/amendments">{words.amend}</Link>
      </p>
    </div>
  );
}

interface ApprovalProperties extends Pick<Properties, 'code' | 'row' | 'draft'> {
  readonly day: string;
  readonly done: (from: string) => void;
}

/** The verdict for the day that was chosen, and the act. */
function Approval({ code, row, draft, day, done }: ApprovalProperties) {
  const words = useWords(procedureWords);
  const proof = useWords(proofWords);
  const asked = { code, version: row.version, revision: row.revision, effectiveFrom: day };
  const { data, error, isFetching, refetch } = useQuery(versionVerdictQuery(asked));
  return (
    <>
      <p role="status">{isFetching ? proof.wholeAsking : ''}</p>
      {error !== null && !isFetching && <FaultOf fault={error} again={() => void refetch()} />}
      {data !== undefined && (
        <Act verdict={data.current} reread={() => void refetch()} {...{ code, row, draft, day, done }} />
      )}
    </>
  );
}

type ActProperties = ApprovalProperties & {
  readonly verdict: VersionFeasibility['current'];
  readonly reread: () => void;
};

function Act({ code, row, draft, day, done, verdict, reread }: ActProperties) {
  const words = useWords(procedureWords);
  const [reason, setReason] = useState('');
  // Kept through every attempt: a refusal stores nothing, and what was done is answered again, not done again.
  const [key] = useState(() => crypto.randomUUID());
  const safe = verdict.verdict === 'SAFE';
  const publish = useMutation({
    mutationFn: () => {
      const approval = safe ? {} : { approval: { reason: composed(reason), verdict: verdict.digest } };
      const body = { effectiveFrom: day, ...approval };
      const { version } = row;
      return valueFrom(
        service.publishVersion(
          { code, version, idempotencyKey: key, ifMatch: draft.base.etag ?? undefined, body },
          { retries: PUBLISHING },
        ),
      );
    },
    onSuccess: ({ effectiveFrom }) => done(effectiveFrom),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate();
      }}
    >
      <h3>{words.publishRead}</h3>
      <Whole title={null} verdict={verdict} />
      <RouteTable routes={verdict.routes} />
      {!safe && (
        <WordsField
          label={words.publishReason}
          hint={words.publishReasonHint}
          required
          rows={3}
          most={2_000}
          value={reason}
          onText={setReason}
        />
      )}
      {publish.error !== null && <FaultOf fault={publish.error} again={reread} />}
      <button type="submit" className="primary" disabled={publish.isPending || (!safe && reason.trim() === '')}>
        {words.publishNow}
      </button>
    </form>
  );
}

/** The proof comes before the act; it may have to be made anew. */
const PUBLISHING = { giveUpAfterMs: 120_000, attemptTimeoutMs: 60_000 };
