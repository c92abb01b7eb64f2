/** Drafts: made, changed, dropped by any admin. Nothing runs on them. */
import { Inject, Injectable } from '@nestjs/common';
import { lintProcedure } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { CLOCK } from '../runtime/tokens.js';
import type { Wire } from '../store/wire.js';
import { Administration } from './administration.js';
import { authorOf } from './authorship.js';
import { definitionFor } from './draft-body.js';
import type { DraftAnswer, DraftBody, DraftView } from './draft-body.js';
import { inWords } from './lint-sentences.js';
import type { SaidFinding } from './lint-sentences.js';
import { addDraft, changeDraft, draftOf, dropDraft, isPublished, nextVersion, periodsOf } from './version-rows.js';
import type { Draft } from './version-rows.js';

export interface DraftCall {
  readonly caller: Caller;
  readonly code: string;
  readonly version: number;
  readonly seen: number | null;
}

@Injectable()
export class DraftVersion {
  constructor(
    private readonly administration: Administration,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** A new draft under the next number. Throws invalid-body, key-reused. */
  make({ caller, code, key }: { caller: Caller; code: string; key: string }, body: DraftBody): Promise<DraftView> {
    definitionFor(code, 1, body);
    const act = { caller, key, code, version: null, operation: 'draftVersion', body };
    return this.administration.once<DraftAnswer>(act, async (wire) => {
      const version = await nextVersion(wire, code);
      const definition = definitionFor(code, version, body);
      await addDraft(wire, { definition, by: authorOf(caller), at: this.clock.now() });
      return { code, version, revision: 1, findings: await findingsOf(wire, definition) };
    });
  }

  /** Puts another definition in the place of the draft's. Throws not-found, version-published, if-match-required, version-stale, invalid-body. */
  replace({ caller, code, version, seen }: DraftCall, body: DraftBody): Promise<DraftView> {
    const definition = definitionFor(code, version, body);
    return this.administration.alone(caller, code, async (wire) => {
      const { revision } = await draftAsSeen(wire, { code, version, seen });
      await changeDraft(wire, { definition, by: authorOf(caller), at: this.clock.now() });
      const findings = await findingsOf(wire, definition);
      return { code, version, revision: revision + 1, findings, replayed: false };
    });
  }

  /** Throws not-found, version-published, if-match-required, version-stale. */
  drop({ caller, code, version, seen }: DraftCall): Promise<void> {
    return this.administration.alone(caller, code, async (wire) => {
      await draftAsSeen(wire, { code, version, seen });
      await dropDraft(wire, code, version);
    });
  }
}

/**
 * The draft, if it still is as its caller has seen it. Everybody must say what he has seen, software too: who publishes answers for
 * what he has read, and for nothing that was written since. Throws not-found, version-published, if-match-required, version-stale.
 */
export async function draftAsSeen(
  wire: Wire,
  { code, version, seen }: { readonly code: string; readonly version: number; readonly seen: number | null },
): Promise<Draft> {
  const read = readerOf(wire);
  const draft = await draftOf(read, code, version);
  if (draft === null) {
    const taken = await isPublished(read, code, version);
    throw new Problem(taken ? 'version-published' : 'not-found', { procedure: code, version });
  }
  if (seen === null) throw new Problem('if-match-required');
  if (draft.revision !== seen) {
    const [reason, reasonEn] = ['bản nháp đã thay đổi', 'the draft has changed'];
    throw new Problem('version-stale', { currentVersion: draft.revision }, [{ field: 'If-Match', reason, reasonEn }]);
  }
  return draft;
}

export const readerOf =
  (wire: Wire): Parameters<typeof draftOf>[0] =>
  (statement, values) =>
    wire.select(statement, values);

async function findingsOf(wire: Wire, definition: ProcedureVersion): Promise<SaidFinding[]> {
  const others = await periodsOf(readerOf(wire), definition.code);
  return lintProcedure({ definition, others }).map(inWords);
}
