import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { DossierReader } from '../dossiers/dossier-reader.js';
import { Problem } from '../http/problem.js';
import { TrackGate } from './track-gate.js';
import { trackView } from './track-view.js';
import type { TrackView } from './track-view.js';

export class TrackDossier extends Query<TrackView> {
  constructor(
    readonly code: string,
    readonly secret: string,
  ) {
    super();
  }
}

@QueryHandler(TrackDossier)
export class TrackDossierHandler implements IQueryHandler<TrackDossier> {
  constructor(
    private readonly gate: TrackGate,
    private readonly reader: DossierReader,
  ) {}

  /** Throws `dossier-not-found` and `rate-limited`. */
  async execute({ code, secret }: TrackDossier): Promise<TrackView> {
    const tracked = await this.reader.readTracked(await this.gate.admit(code, secret));
    if (tracked === null) throw new Problem('dossier-not-found');
    const { file, rules } = tracked;
    return trackView(file, { rules, directory: this.reader.directory, at: this.reader.now() });
  }
}
