/** The use case behind every act: envelope → ledger → outcome. Top to bottom, nothing comes back. */
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { DossierId, Refusal } from '@lien-thong/domain';
import { Ledger } from '@lien-thong/engine';
import type { Envelope, LedgerOutcome, SignedReceipt } from '@lien-thong/engine';
import { fingerprintOf } from '../http/idempotency.js';
import { actingParty } from '../identity/caller.js';
import type { Caller } from '../identity/caller.js';
import type { SplitBody } from './bodies.js';

/** An act as it came in: who, on which dossier (null: a new one), under which key, against which version. */
export interface Act extends SplitBody {
  readonly caller: Caller;
  readonly dossierId: DossierId | null;
  readonly key: string;
  readonly ifMatch: number | null;
  /** What was found out of its receipt (custody/check-receipt.ts). */
  readonly custody?: SignedReceipt | Refusal;
}

export class SubmitCommand extends Command<LedgerOutcome> {
  constructor(readonly act: Act) {
    super();
  }
}

/**
 * What the ledger is given. The fingerprint covers the private part too: other persons are another request. It
 * does not cover the receipt: who signs the same act again, because the answer was lost, asks the same.
 */
export function envelopeOf({ caller, dossierId, command, privatePart, key, ifMatch, custody }: Act): Envelope {
  const said = { command, private: privatePart ?? null };
  return {
    dossierId,
    command,
    party: actingParty(caller),
    key,
    fingerprint: fingerprintOf(command.type, dossierId, said),
    ifMatch,
    ...(privatePart === undefined ? {} : { private: privatePart }),
    ...(custody === undefined ? {} : { receipt: custody }),
  };
}

@CommandHandler(SubmitCommand)
export class SubmitCommandHandler implements ICommandHandler<SubmitCommand> {
  constructor(private readonly ledger: Ledger) {}

  execute({ act }: SubmitCommand): Promise<LedgerOutcome> {
    return this.ledger.submit(envelopeOf(act));
  }
}
