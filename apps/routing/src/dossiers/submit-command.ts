/** The use case behind every act: envelope → ledger → answer. Top to bottom, nothing comes back. */
import { Inject } from '@nestjs/common';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { DossierId } from '@lien-thong/domain';
import { Ledger } from '@lien-thong/engine';
import type { Envelope, LedgerOutcome, PreviewOutcome, Store } from '@lien-thong/engine';
import { fingerprintOf } from '../http/idempotency.js';
import { actingParty } from '../identity/caller.js';
import type { Caller } from '../identity/caller.js';
import { STORE } from '../runtime/tokens.js';
import { Problem } from '../http/problem.js';
import type { SplitBody } from './bodies.js';

/** An act as it came in: who, on which dossier (null: a new one), under which key, against which version. */
export interface Act extends SplitBody {
  readonly caller: Caller;
  readonly code: string | null;
  readonly key: string | null;
  readonly ifMatch: number | null;
}

export class SubmitCommand extends Command<LedgerOutcome> {
  constructor(readonly act: Act) {
    super();
  }
}

export class PreviewCommand extends Command<PreviewOutcome> {
  constructor(readonly act: Act) {
    super();
  }
}

async function envelopeOf(act: Act, store: Store): Promise<Envelope> {
  const { caller, code, command, privatePart, key, ifMatch } = act;
  const dossierId = code === null ? null : await knownDossier(store, code);
  const party = actingParty(caller);
  const fingerprint = fingerprintOf(command.type, code, { ...command, private: privatePart ?? null });
  return {
    dossierId,
    command,
    party,
    key,
    fingerprint,
    ifMatch,
    ...(privatePart === undefined ? {} : { private: privatePart }),
  };
}

async function knownDossier(store: Store, code: string): Promise<DossierId> {
  const dossierId = await store.dossierIdOf(code);
  if (dossierId === null) throw new Problem('dossier-not-found');
  return dossierId;
}

@CommandHandler(SubmitCommand)
export class SubmitCommandHandler implements ICommandHandler<SubmitCommand> {
  constructor(
    private readonly ledger: Ledger,
    @Inject(STORE) private readonly store: Store,
  ) {}

  async execute({ act }: SubmitCommand): Promise<LedgerOutcome> {
    return this.ledger.submit(await envelopeOf(act, this.store));
  }
}

/** A dry run: the same envelope, nothing written. */
@CommandHandler(PreviewCommand)
export class PreviewCommandHandler implements ICommandHandler<PreviewCommand> {
  constructor(
    private readonly ledger: Ledger,
    @Inject(STORE) private readonly store: Store,
  ) {}

  async execute({ act }: PreviewCommand): Promise<PreviewOutcome> {
    return this.ledger.preview(await envelopeOf(act, this.store));
  }
}
