import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Ledger } from '@lien-thong/engine';
import type { PreviewOutcome } from '@lien-thong/engine';
import { DossierReader } from './dossier-reader.js';
import { envelopeOf } from './submit-command.js';
import type { Act } from './submit-command.js';

export class PreviewCommand extends Command<PreviewOutcome> {
  constructor(readonly act: Act) {
    super();
  }
}

/** A dry run, of what the caller's own eyes see: nothing is written that row-level security could refuse. Otherwise the same envelope as `submit` would get, without a commit. */
@CommandHandler(PreviewCommand)
export class PreviewCommandHandler implements ICommandHandler<PreviewCommand> {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: DossierReader,
  ) {}

  /** Throws `dossier-not-found`. */
  async execute({ act }: PreviewCommand): Promise<PreviewOutcome> {
    if (act.dossierId !== null) await this.reader.expectVisible(act.caller, act.dossierId);
    return this.ledger.preview(envelopeOf(act));
  }
}
