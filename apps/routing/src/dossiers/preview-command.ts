import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Ledger } from '@lien-thong/engine';
import type { PreviewOutcome } from '@lien-thong/engine';
import { envelopeOf } from './submit-command.js';
import type { Act } from './submit-command.js';

export class PreviewCommand extends Command<PreviewOutcome> {
  constructor(readonly act: Act) {
    super();
  }
}

/** A dry run: the same envelope as `submit` would get, and nothing is written. */
@CommandHandler(PreviewCommand)
export class PreviewCommandHandler implements ICommandHandler<PreviewCommand> {
  constructor(private readonly ledger: Ledger) {}

  execute({ act }: PreviewCommand): Promise<PreviewOutcome> {
    return this.ledger.preview(envelopeOf(act));
  }
}
