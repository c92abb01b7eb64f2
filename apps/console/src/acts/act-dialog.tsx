/** The form of one act, from what must be read for it to what became of it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Dossier } from '@lien-thong/client';
import type { PendingAct } from '../outbox/outbox.js';
import { Answered } from '../parts/answered.js';
import { Dialog } from '../parts/dialog.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { ActForm } from './act-form.js';
import { actWords } from './act-words.js';
import type { About, CommandType } from './form.js';
import { FORMS } from './forms.js';
import { formWords } from './words.js';

interface DialogProperties {
  readonly type: CommandType;
  readonly dossier: Dossier;
  readonly onClose: () => void;
  readonly onDone?: ((act: PendingAct) => void) | undefined;
}

export function ActDialog({ type, dossier: live, onClose, onDone }: DialogProperties) {
  const words = useWords(formWords);
  const { name, does } = useWords(actWords)[type];
  // What is sent names the version that was looked at, whatever the page learns meanwhile.
  const [seen, setSeen] = useState(live);
  return (
    <Dialog title={words.title(name, seen.code)} onClose={onClose}>
      <p className="soft">{does}</p>
      <WhatItNeeds type={type} dossier={seen}>
        {(about) => <ActForm {...{ type, about, live, onClose, onDone }} onLookedAgain={setSeen} />}
      </WhatItNeeds>
    </Dialog>
  );
}

const DAY_MS = 86_400_000;

interface Needing {
  readonly type: CommandType;
  readonly dossier: Dossier;
  readonly children: (about: About) => ReactNode;
}

/** Reads the procedure or the journal first, for the forms that choose among what stands there. */
function WhatItNeeds({ type, dossier, children }: Needing) {
  const { agencyId } = useMe();
  const { needs } = FORMS[type];
  const { code, version: number } = dossier.procedure;
  const version = useQuery({
    queryKey: [ABOUT.procedures, code, number],
    queryFn: () => valueFrom(service.readProcedureVersion({ code, version: number })),
    staleTime: DAY_MS,
    enabled: needs === 'version',
  });
  const timeline = useQuery({
    queryKey: [ABOUT.dossier, dossier.code, 'timeline'],
    queryFn: () => valueFrom(service.readTimeline({ code: dossier.code })),
    enabled: needs === 'journal',
  });
  const about = { dossier, agencyId, version: version.data ?? null, journal: timeline.data?.journal ?? [] };
  if (needs === 'version') return <Answered question={version}>{() => children(about)}</Answered>;
  if (needs === 'journal') return <Answered question={timeline}>{() => children(about)}</Answered>;
  return children(about);
}
