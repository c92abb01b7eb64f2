/** Saving, dropping and publishing a draft; what is not saved yet stays in sight. */
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ProcedureDefinition } from '@lien-thong/client';
import type { ReactNode } from 'react';
import { DraftBar } from '../parts/draft-bar.js';
import { SureDialog } from '../parts/sure-dialog.js';
import { useTell } from '../parts/toast.js';
import { FaultOf } from '../parts/trouble.js';
import { queries } from '../service/queries.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { lookAgain, versionQuery } from './asked.js';
import { useWording } from './form/wording.js';
import style from './procedures.module.css';
import { PublishDialog } from './publish-dialog.js';
import type { Writing } from './use-draft.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly row: VersionRow;
  readonly draft: Writing;
  readonly asJson: boolean;
  readonly setAsJson: (asJson: boolean) => void;
  /** Shown when somebody else has saved meanwhile, in the place of the refusal. */
  readonly conflict: ReactNode;
}

export function DraftToolbar({ code, row, draft, asJson, setAsJson, conflict }: Properties) {
  const words = useWords(procedureWords);
  const { language } = useLanguage();
  const save = useSaving(code, row.version, draft);
  const dirty = draft.changes.length > 0;
  return (
    <DraftBar
      {...{ words, dirty }}
      status={dirty ? words.unsaved(numberText(draft.changes.length, language)) : words.allSaved}
      onSave={!dirty || save.isPending ? null : () => save.mutate()}
      publishing={(close) => <PublishDialog {...{ code, row, draft }} onClose={close} />}
      dropping={(close) => <Drop {...{ code, row, draft }} onClose={close} />}
      between={
        <>
          {dirty && (
            <button type="button" className="plain" onClick={() => draft.rebase(draft.base, false)}>
              {words.undo}
            </button>
          )}
          <fieldset className={style['views']}>
            <legend className="visually-hidden">{words.view}</legend>
            {[false, true].map((json) => (
              <label key={String(json)}>
                <input type="radio" name="view" checked={asJson === json} onChange={() => setAsJson(json)} />{' '}
                {json ? words.asJson : words.asForm}
              </label>
            ))}
          </fieldset>
        </>
      }
    >
      {dirty && <Unsaved draft={draft} />}
      {conflict}
      {save.error !== null && conflict === null && <FaultOf fault={save.error} />}
    </DraftBar>
  );
}

function Unsaved({ draft }: Pick<Properties, 'draft'>) {
  const words = useWords(procedureWords);
  const { place, value } = useWording();
  return (
    <details>
      <summary>{words.whatUnsaved}</summary>
      <ul>
        {draft.changes.map(({ path, from, to }) => (
          <li key={path}>
            {place(draft.definition, path)}: {value(path, from)} → <strong>{value(path, to)}</strong>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Saves under the revision that was read. What the service made of it (written out, in its own form) is what one goes on with. */
function useSaving(code: string, version: number, draft: Writing) {
  const words = useWords(procedureWords);
  const tell = useTell();
  return useMutation({
    mutationFn: () => {
      const body = draft.definition as unknown as ProcedureDefinition;
      return valueFrom(service.replaceDraft({ code, version, ifMatch: draft.base.etag ?? undefined, body }));
    },
    onSuccess: async () => {
      // Told once nothing is unsaved any more: who reads it may leave the page at once.
      draft.rebase(await queries.fetchQuery({ ...versionQuery(code, version), staleTime: 0 }), false);
      tell(words.saved(String(version)));
      await lookAgain(code);
    },
    // Somebody else was first: what he saved is read, and shown beside one's own changes.
    onError: async (fault) => {
      if (troubleOf(fault)?.status === 412)
        await queries.invalidateQueries({ queryKey: versionQuery(code, version).queryKey });
    },
  });
}

interface DropProperties extends Pick<Properties, 'code' | 'row' | 'draft'> {
  readonly onClose: () => void;
}

function Drop({ code, row: { version }, draft, onClose }: DropProperties) {
  const words = useWords(procedureWords);
  const tell = useTell();
  const navigate = useNavigate();
  return (
    <SureDialog
      act={words.drop}
      question={words.dropSure}
      run={() => valueFrom(service.dropDraft({ code, version, ifMatch: draft.base.etag ?? undefined }))}
      onDone={async () => {
        tell(words.dropped(String(version)));
        draft.rebase(draft.base, false);
        await navigate({ to: '/procedures/$code', params: { code }, ignoreBlocker: true });
        await lookAgain(code);
      }}
      onClose={onClose}
    />
  );
}
