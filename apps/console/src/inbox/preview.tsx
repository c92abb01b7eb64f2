/** The dossier in hand, beside the list: why it is here, how its time stands, who used it, and what can be done. */
import type { Dossier } from '@lien-thong/client';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Acts } from '../acts/acts.js';
import { actOfKey } from '../acts/shortcuts.js';
import type { ActKey, CommandType } from '../acts/shortcuts.js';
import type { PendingAct } from '../outbox/outbox.js';
import { Answered } from '../parts/answered.js';
import { useTell } from '../parts/toast.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import style from './preview.module.css';
import { PreviewClocks } from './preview-clocks.js';
import { PreviewIllustration, PreviewPapers, PreviewShares } from './preview-shares.js';
import { PreviewWhy } from './preview-why.js';
import { previewWords } from './preview-words.js';
import { inboxWords } from './words.js';

/** `h`: hand it over to a colleague. */
export type KeyPressed = ActKey | 'h';

interface Properties {
  readonly code: string;
  readonly pressed: KeyPressed | null;
  readonly onPressed: (pressed: null) => void;
  readonly onDone: (act: PendingAct) => void;
}

const route = getRouteApi('/frame/inbox');

export function Preview({ code, pressed, onPressed, onDone }: Properties) {
  const words = useWords(previewWords);
  const { preview } = useWords(inboxWords);
  const navigate = route.useNavigate();
  const dossier = useQuery({
    queryKey: [ABOUT.dossier, code],
    queryFn: () => valueFrom(service.readDossier({ code })),
  });
  return (
    <aside className={`card ${style['preview']}`} aria-label={preview}>
      <div className="spread no-print">
        <Link to="/dossiers/$code" params={{ code }}>
          {words.whole}
        </Link>
        <button
          type="button"
          className="plain"
          onClick={() => void navigate({ search: ({ queue, assignee, q }) => ({ queue, assignee, q }) })}
        >
          {words.close}
        </button>
      </div>
      <Answered question={dossier}>
        {(value) => <InHand dossier={value} pressed={pressed} onPressed={onPressed} onDone={onDone} />}
      </Answered>
    </aside>
  );
}

interface InHandProperties extends Omit<Properties, 'code'> {
  readonly dossier: Dossier;
}

function InHand({ dossier, pressed, onPressed, onDone }: InHandProperties) {
  const say = useSay();
  const words = useWords(previewWords);
  const { code, procedure, phaseName, phaseNameEn } = dossier;
  const press = usePress(dossier, pressed, onPressed);
  return (
    <div className="stack">
      <h2 className={style['title']}>
        <span className="code">{code}</span>
        <span className={style['procedure']}>{say(procedure.name, procedure.nameEn)}</span>
        <span className="soft">{say(phaseName, phaseNameEn)}</span>
      </h2>
      <PreviewWhy dossier={dossier} />
      <PreviewClocks dossier={dossier} />
      <Acts code={code} press={press} onPressed={() => onPressed(null)} onDone={onDone} />
      <PreviewShares code={code} />
      <PreviewPapers code={code} />
      <PreviewIllustration illustration={procedure.illustration} />
    </div>
  );
}

/** The act a key means for this dossier; a key that means none says so. */
function usePress(
  dossier: Dossier,
  pressed: KeyPressed | null,
  onPressed: (pressed: null) => void,
): CommandType | null {
  const tell = useTell();
  const { meansNothing } = useWords(previewWords);
  const press = pressed === null ? null : pressed === 'h' ? 'assign' : actOfKey(dossier, pressed);
  const isIdle = pressed !== null && press === null;
  useEffect(() => {
    if (!isIdle) return;
    tell(meansNothing);
    onPressed(null);
  }, [isIdle, tell, meansNothing, onPressed]);
  return press;
}
