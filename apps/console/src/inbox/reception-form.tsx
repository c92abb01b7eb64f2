/** The form at the counter: looked at before it is sent. */
import type { Trouble as Problem } from '@lien-thong/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProcedurePick } from '../parts/procedure-pick.js';
import { FaultOf, Trouble } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { Competence } from './competence.js';
import { PapersField } from './papers-field.js';
import { EMPTY_DRAFT, isReceiving, missingIn, openingOf, wantedOf } from './reception-draft.js';
import type { Draft } from './reception-draft.js';
import { ForeseenOpening, foreseenOf } from './foreseen-opening.js';
import { Applicant, ChannelAndCase, Hold, When } from './reception-parts.js';
import { receiveWords } from './receive-words.js';
import style from './receive.module.css';
import { dayOf, useVersionInForce } from './use-version.js';

interface Properties {
  /** What stands in the form at first: of an opening that is put right. */
  readonly initial?: Draft;
  /** What the service said no to; the form stands as it was sent. */
  readonly refusal: Problem | null;
  /** Null until the outbox is open. */
  readonly onSend: ((wanted: ReturnType<typeof wantedOf>, draft: Draft) => void) | null;
}

export function ReceptionForm({ initial = EMPTY_DRAFT, refusal, onSend }: Properties) {
  const words = useWords(receiveWords);
  const say = useSay();
  const { at } = useMe();
  const [draft, setDraft] = useState(initial);
  const isGiven = initial.procedureCode !== null && draft.procedureCode === initial.procedureCode;
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { version, isNone, fault } = useVersionInForce(draft.procedureCode, draft.occurredAt);
  return (
    <form onSubmit={(event) => event.preventDefault()} className={style['form']}>
      <fieldset>
        <legend>{words.procedurePart}</legend>
        <ProcedurePick
          label={words.procedure}
          hint={words.procedureHint}
          required
          {...(isGiven && { picked: version === null ? draft.procedureCode : say(version.name, version.nameEn) })}
          onChange={(procedureCode) => change({ procedureCode, caseKey: null, place: null })}
        />
        {isNone && <p role="alert">◌ {words.noVersion}</p>}
        {fault !== null && <FaultOf fault={fault} />}
        {version !== null && <ChannelAndCase draft={draft} change={change} version={version} />}
      </fieldset>
      {version !== null && (
        <>
          <fieldset>
            <legend>{words.placePart}</legend>
            <Competence
              version={version}
              place={draft.place}
              onPlace={(place) => change({ place })}
              day={dayOf(draft.occurredAt ?? at)}
            />
            <Hold draft={draft} change={change} />
          </fieldset>
          <fieldset>
            <legend>{words.applicantPart}</legend>
            <Applicant draft={draft} change={change} />
          </fieldset>
          <fieldset>
            <legend>{words.papersPart}</legend>
            <PapersField
              papers={draft.documents}
              onChange={(of) => setDraft((before) => ({ ...before, documents: of(before.documents) }))}
            />
          </fieldset>
          <fieldset>
            <legend>{words.whenPart}</legend>
            <When draft={draft} change={change} />
          </fieldset>
        </>
      )}
      <Ending draft={draft} version={version} refusal={refusal} onSend={onSend} />
    </form>
  );
}

interface EndingProperties extends Properties {
  readonly draft: Draft;
  readonly version: ReturnType<typeof useVersionInForce>['version'];
}

/** What is missing, what would come of it, and the two buttons. */
function Ending({ draft, version, refusal, onSend }: EndingProperties) {
  const words = useWords(receiveWords);
  const missing = missingIn(draft, version);
  const look = useMutation({
    mutationFn: async (of: Draft) => {
      if (version === null) throw new Error('no version');
      const time = of.occurredAt === null ? {} : { occurredAt: of.occurredAt };
      const body = { ...openingOf(of, version), ...time };
      return { of, foreseen: foreseenOf(await valueFrom(service.openDossier({ dryRun: 'true', body }))) };
    },
  });
  const isSeen = look.data !== undefined && look.data.of === draft;
  const isReady = missing.length === 0 && version !== null;
  return (
    <div aria-live="polite">
      {look.data?.foreseen !== undefined &&
        (isSeen ? <ForeseenOpening foreseen={look.data.foreseen} /> : <p className="soft">{words.changed}</p>)}
      {look.error !== null && <FaultOf fault={look.error} />}
      {refusal !== null && <Trouble problem={refusal}>{words.refusedTitle}</Trouble>}
      {!isReady && (
        <p className="soft">
          {words.missing} {missing.map((field) => words.missingField[field]).join(', ')}.
        </p>
      )}
      <div className="row">
        <button
          type="button"
          className={isSeen ? '' : 'primary'}
          disabled={!isReady || look.isPending}
          onClick={() => look.mutate(draft)}
        >
          {look.isPending ? words.previewing : words.preview}
        </button>
        <button
          type="button"
          className={isSeen ? 'primary' : ''}
          disabled={!isReady || onSend === null}
          onClick={() => version !== null && onSend?.(wantedOf(draft, version), draft)}
        >
          {isReceiving(draft) ? words.send : words.sendSubmit}
        </button>
      </div>
    </div>
  );
}
