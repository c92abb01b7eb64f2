import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { explainClock, explainMinute, minuteOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import type { z } from 'zod';
import { Problem } from '../http/problem.js';
import { REFERENCE } from '../runtime/tokens.js';
import { DossierReader } from './dossier-reader.js';
import type { Glance } from './dossier-reader.js';
import { explanationSchema, explanationView } from './explanation-view.js';
import { minuteView } from './minute-view.js';

export { explanationSchema };
export type ExplanationView = z.infer<typeof explanationSchema>;

export interface ClockAsked extends Glance {
  readonly clockId: string;
  /** The minute to be explained; left out: none. */
  readonly minute: Instant | undefined;
}

export class ExplainClock extends Query<ExplanationView> {
  constructor(readonly asked: ClockAsked) {
    super();
  }
}

@QueryHandler(ExplainClock)
export class ExplainClockHandler implements IQueryHandler<ExplainClock> {
  constructor(
    private readonly reader: DossierReader,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** Throws `not-found` for a clock the dossier has not, and `actor-not-entitled` for who sees a part of the journal only. */
  async execute({ asked }: ExplainClock): Promise<ExplanationView> {
    const { journal, rules, at, whole, file } = await this.reader.read({ ...asked, journal: true });
    if (!whole) throw new Problem('actor-not-entitled', { clock: asked.clockId });
    const explained = explainClock(journal, { clockId: asked.clockId, at }, rules);
    if (explained === null) throw new Problem('not-found', { clock: asked.clockId });
    const look = { at, legal: rules.legal, directory: this.reference.directory };
    const minute = asked.minute === undefined ? null : minuteOf(asked.minute);
    const told = minute === null ? null : explainMinute(explained, { minute, at: minuteOf(at), legal: rules.legal });
    return {
      ...{ code: file.dossier.code, at, ...explanationView(explained, look) },
      minute: told === null ? null : minuteView(told),
    };
  }
}
