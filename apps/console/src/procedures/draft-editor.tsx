/** Writing a draft: the form, and beside it what the service proves of it while it is typed. */
import { useQuery } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { agenciesQuery, lintQuery } from './asked.js';
import type { ReadVersion } from './asked.js';
import { DraftConflict } from './draft-conflict.js';
import { DraftToolbar } from './draft-toolbar.js';
import { DraftChecks } from './draft-checks.js';
import { DefinitionForm } from './form/definition-form.js';
import { FormOfDefinition } from './form/form-context.js';
import { valueAt } from './form/json.js';
import { RawJson } from './form/raw-json.js';
import style from './procedures.module.css';
import { LiveProof, useProof } from './proof/live-proof.js';
import { proofWords } from './proof/proof-words.js';
import { RouteChoice, usualRoute } from './proof/route-choice.js';
import type { Route } from './proof/ask.js';
import { useSettled } from './proof/use-settled.js';
import { WaysOut } from './proof/ways-out.js';
import { useDraft } from './use-draft.js';
import { dayAfter, dayOfInstant, proofYear } from './versions.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

const SETTLED_AFTER_MS = 700;

export interface DraftProperties {
  readonly code: string;
  readonly row: VersionRow;
  readonly saved: ReadVersion;
  readonly inForce: number | null;
}

export function DraftEditor({ code, row, saved, inForce }: DraftProperties) {
  const words = useWords(procedureWords);
  const proof = useWords(proofWords);
  const draft = useDraft(saved);
  const { definition, generation, put, move, changes, base, rebase } = draft;
  const [asJson, setAsJson] = useState(false);
  const { route, choose, question } = useQuestion(definition);
  const asking = useProof(question, definition);
  const lint = useQuery(lintQuery(code, row.version, base.etag));
  const dirty = changes.length > 0;
  useBlocker({ shouldBlockFn: () => dirty && !confirm(words.leave), enableBeforeUnload: dirty });
  // Nothing of one's own is lost when somebody else's version is simply taken.
  useEffect(() => {
    if (saved.etag !== base.etag && !dirty) rebase(saved, false);
  }, [saved, base, dirty, rebase]);
  const findings = useMemo(
    () => [...asking.findings, ...(asking.findings.length === 0 && !dirty ? (lint.data?.findings ?? []) : [])],
    [asking.findings, lint.data, dirty],
  );
  const form = useMemo(
    () => ({ definition, generation, put, move, findings }),
    [definition, generation, put, move, findings],
  );
  const conflict = dirty && saved.etag !== base.etag ? <DraftConflict draft={draft} saved={saved} /> : null;
  return (
    <FormOfDefinition value={form}>
      <DraftToolbar {...{ code, row, draft, asJson, setAsJson, conflict }} />
      <div className={style['editor']}>
        <div>
          <h2 className="visually-hidden">{words.content}</h2>
          {asJson ? <RawJson definition={definition} onChange={draft.replace} /> : <DefinitionForm />}
          <DraftChecks {...{ code, row, draft, inForce, lint, choose }} considered={route} />
        </div>
        <aside className={`card ${style['beside']}`} aria-label={proof.title}>
          <h2>{proof.title}</h2>
          {route !== null && (
            <details>
              <summary>{proof.route}</summary>
              <RouteChoice {...{ definition, route, choose }} />
            </details>
          )}
          <LiveProof asking={asking} definition={definition} consider={choose} />
          <WaysOut question={question} current={definition} apply={draft.apply} />
        </aside>
      </div>
    </FormOfDefinition>
  );
}

/** What is asked of the prover once typing rests, and about which route. */
function useQuestion(definition: DraftProperties['saved']['definition']) {
  const { at } = useMe();
  const { data } = useQuery(agenciesQuery);
  const [chosen, choose] = useState<Route | null>(null);
  const usual = useMemo(() => usualRoute(definition, data?.agencies), [definition, data]);
  const route = chosen ?? usual;
  const settled = useSettled(definition, SETTLED_AFTER_MS);
  const today = dayOfInstant(at);
  const question = useMemo(() => {
    if (route === null) return null;
    const begins = String(valueAt(settled, 'effectiveFrom') ?? '');
    const first = /^\d{4}-\d{2}-\d{2}$/.test(begins) && begins > today ? begins : dayAfter(today);
    const local = valueAt(settled, 'boundaryScope') === 'none';
    return {
      definition: settled,
      route: local ? { ...route, route: 'sameAgency' as const } : route,
      range: proofYear(first),
      grid: true,
    };
  }, [route, settled, today]);
  return { route, choose, question };
}
