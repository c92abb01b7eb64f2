import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { LiveReference } from '../reference/live-reference.js';
import { REFERENCE } from '../runtime/tokens.js';
import { DossierReader } from './dossier-reader.js';
import type { Glance } from './dossier-reader.js';
import { timelineView } from './timeline-view.js';
import type { TimelineView } from './timeline-view.js';

export class GetTimeline extends Query<TimelineView> {
  constructor(readonly glance: Glance) {
    super();
  }
}

@QueryHandler(GetTimeline)
export class GetTimelineHandler implements IQueryHandler<GetTimeline> {
  constructor(
    private readonly reader: DossierReader,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  async execute({ glance }: GetTimeline): Promise<TimelineView> {
    return timelineView(await this.reader.read({ ...glance, journal: true }), this.reference.directory);
  }
}
