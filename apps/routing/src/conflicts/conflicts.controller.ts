import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, CallerOf } from '../identity/access.js';
import type { Caller } from '../identity/caller.js';
import { Operation } from '../openapi/operation.js';
import { conflictListSchema, conflictQuerySchema } from './conflict-view.js';
import type { ConflictListView, ConflictsAsked } from './conflict-view.js';
import { ListConflicts } from './list-conflicts.js';

@Controller('v1/conflicts')
@Access({ roles: ['clerk', 'supervisor', 'auditor'] })
export class ConflictsController {
  constructor(private readonly queries: QueryBus) {}

  @Operation({
    id: 'listConflicts',
    summary: 'Mâu thuẫn cần giải quyết: điều khai về quá khứ trái với một sự việc sau đó',
    summaryEn: 'Conflicts to be settled: claims about the past that contradict a later fact',
    notes:
      'The oldest first. Nothing of a claim has taken effect; it is settled with the act resolveConflict on its dossier, by a second person. With `asOf` the list is as it was known at that moment.',
    tag: 'dossiers',
    answers: { 200: { schema: conflictListSchema } },
    problems: ['cursor-invalid'],
    example: { as: 'haiphong-hai-an', query: { state: 'all' }, status: 200 },
  })
  @Get()
  list(
    @CallerOf() caller: Caller,
    @Query({ schema: conflictQuerySchema }) query: ConflictsAsked,
  ): Promise<ConflictListView> {
    return this.queries.execute(new ListConflicts(caller, query));
  }
}
