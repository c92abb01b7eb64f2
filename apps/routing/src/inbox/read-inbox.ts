import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { minuteOf } from '@lien-thong/domain';
import type { Calendar, DossierId, Instant } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { DossierReader } from '../dossiers/dossier-reader.js';
import type { FileWithRules } from '../dossiers/dossier-reader.js';
import { listedView } from '../dossiers/listed-view.js';
import { PrivateReader } from '../dossiers/private-reader.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import type { ApplicationWall } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { APPLICATION_WALL, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { readInLists } from '../store/list-reads.js';
import { readAs } from '../store/read-as.js';
import type { Read } from '../store/read-as.js';
import { INBOX, OWN_BUDGETS } from './inbox-statement.js';
import type { BudgetRow, InboxRow } from './inbox-statement.js';
import { besideListed } from './inbox-view.js';
import type { InboxAsked, InboxDossier, InboxView, Titles } from './inbox-view.js';
import { lowLimits } from './low-limits.js';
import { QUEUES } from './queues.js';
import type { OwnQueue, Queue } from './queues.js';

const placeSchema = z.tuple([z.number(), z.uuid()]);

const TITLES = {
  name: 'inbox-titles',
  text: 'select id, title, title_en as "titleEn" from officer where id = any ($1::text[])',
};

export class ReadInbox extends Query<InboxView> {
  constructor(
    readonly caller: Caller,
    readonly asked: InboxAsked,
  ) {
    super();
  }
}

/** What one look needs beside the asked. */
interface Looking {
  readonly caller: Caller;
  readonly asked: InboxAsked;
  readonly at: Instant;
  readonly among: readonly DossierId[] | null;
}

type Placed = InboxRow & { readonly id: DossierId };

/** The agency's own work list: what is due first on its own leg stands first. */
@QueryHandler(ReadInbox)
export class ReadInboxHandler implements IQueryHandler<ReadInbox> {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
    private readonly reader: DossierReader,
    private readonly privates: PrivateReader,
  ) {}

  /** Throws `cursor-invalid`; `invalid-query` when software asks for what is assigned to itself. */
  async execute({ caller, asked }: ReadInbox): Promise<InboxView> {
    const among = asked.q === undefined ? null : await this.privates.find(caller, asked.q);
    const looking = { caller, asked, at: this.reader.now(), among };
    const rows = await readInLists(this.pool, ownEyes(caller), (read) => this.rows(read, looking));
    const page = rows.filter((row): row is Placed => row.id !== null);
    const shown = page.slice(0, asked.limit);
    const last = shown.at(-1);
    return {
      at: looking.at,
      queue: asked.queue ?? null,
      dossiers: await this.shown(shown, looking),
      next: page.length > shown.length && last ? encodeCursor([last.place, last.id]) : null,
      counts: countsOf(rows),
    };
  }

  private async rows(read: Read, { caller, asked, at, among }: Looking): Promise<readonly InboxRow[]> {
    const after = asked.cursor === undefined ? null : decodeCursor(asked.cursor, placeSchema);
    const own = this.wall.agenciesNamed([caller.agencyId]);
    const assignee = assigneeOf(caller, asked);
    const budgets = await read<BudgetRow & object>(OWN_BUDGETS, [own]);
    const limits = lowLimits(budgets, minuteOf(at), (receiver) => this.legalOf(receiver));
    const values = [own, assignee, asked.assignee === 'none', among, minuteOf(at), ...limits, asked.queue ?? 'toAct'];
    return read<InboxRow & object>(INBOX, [...values, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1]);
  }

  private legalOf(receiver: string): Calendar | null {
    const agency = this.reference.directory.agencies.get(receiver);
    return agency === undefined ? null : this.reference.legalCalendar(agency.provinceCode);
  }

  private async shown(rows: readonly Placed[], { caller, at }: Looking): Promise<InboxDossier[]> {
    const queues = new Map(rows.map(({ id, queue }) => [id, queue as OwnQueue]));
    const read = await this.reader.readMany(ownEyes(caller), [...queues.keys()]);
    const titles = await this.titlesOf(caller, read);
    const { directory } = this.reader;
    const beside = { at, directory, caller, systemsDown: this.reader.systemsDown(at) };
    return read.map((each) => ({
      ...listedView(each.file, each.rules, beside),
      queue: queues.get(each.file.dossier.id) ?? 'elsewhere',
      ...besideListed(each, titles, { agencyId: caller.agencyId, look: { at, directory, legal: each.rules.legal } }),
    }));
  }

  private async titlesOf(caller: Caller, read: readonly FileWithRules[]): Promise<ReadonlyMap<string, Titles>> {
    const ids = [...new Set(read.flatMap(({ file }) => file.dossier.assignee ?? []))];
    if (ids.length === 0) return new Map();
    const rows = await readAs(this.pool, caller, (ask) => ask<Titles & { id: string }>(TITLES, [ids]));
    return new Map(rows.map(({ id, title, titleEn }) => [id, { title, titleEn }]));
  }
}

/** A work list is of the agency itself, not of those its supervisors watch over. */
const ownEyes = ({ agencyId }: Caller): { agencyId: Caller['agencyId']; supervises: [] } => ({
  agencyId,
  supervises: [],
});

function assigneeOf({ officerId }: Caller, { assignee }: InboxAsked): string | null {
  if (assignee === undefined || assignee === 'none') return null;
  if (assignee !== 'me') return assignee;
  if (officerId !== null) return officerId;
  const reason = 'phần mềm của đơn vị không phải là một công chức';
  throw new Problem('invalid-query', {}, [
    { field: 'assignee', reason, reasonEn: 'the software of an agency is no officer' },
  ]);
}

function countsOf(rows: readonly InboxRow[]): InboxView['counts'] {
  const counted = new Map(rows.filter(({ id }) => id === null).map(({ queue, total }) => [queue, total ?? 0]));
  return Object.fromEntries(QUEUES.map((queue) => [queue, counted.get(queue) ?? 0])) as Record<Queue, number>;
}
