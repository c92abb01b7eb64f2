/** Lists and the feed, read page by page without the caller seeing the pages. */
import type { OperationShapes } from './api/operations.generated.js';
import type { CloudEvent } from './api/schemas.generated.js';
import type { CallOptions, Client } from './create-client.js';
import type { Result, Trouble } from './http/result.js';

/** Thrown out of an iterator, which has no other way to say no. */
export class ListInterrupted extends Error {
  override readonly name = 'ListInterrupted';
  constructor(readonly problem: Trouble) {
    super(`${problem.code}: ${problem.titleEn}`);
  }
}

interface Cursored {
  readonly next: string | null;
}

/**
 * Every entry of a list with cursors: `for await (const { dossiers } of everyPage(client.listDossiers, { state: 'open' }))`.
 * Throws `ListInterrupted` with the problem when a page cannot be had.
 */
export async function* everyPage<Args extends { readonly cursor?: string | undefined }, Page extends Cursored>(
  list: (args?: Args, how?: CallOptions) => Promise<Result<Page>>,
  args: Args,
  how?: CallOptions,
): AsyncGenerator<Page> {
  let cursor: string | null = args.cursor ?? null;
  do {
    const result: Result<Page> = await list(cursor === null ? args : { ...args, cursor }, how);
    if (!result.ok) throw new ListInterrupted(result.problem);
    yield result.value;
    cursor = result.value.next;
  } while (cursor !== null);
}

/**
 * The feed from a cursor on (null: from the beginning) to its present end. Throws `ListInterrupted`; with the code
 * `cursor-epoch-stale` the numbers began anew, and it is read from the beginning.
 */
export async function* everyEvent(client: Client, after: string | null, how?: CallOptions): AsyncGenerator<CloudEvent> {
  let cursor = after;
  for (;;) {
    const page = await client.readEvents({ limit: 500, ...(cursor === null ? {} : { after: cursor }) }, how);
    if (!page.ok) throw new ListInterrupted(page.problem);
    yield* page.value.events;
    cursor = page.value.next;
    if (!page.value.more) return;
  }
}

type Batch = OperationShapes['submitBatch']['args']['body'];
type BatchResults = OperationShapes['submitBatch']['value']['results'];

/**
 * Acts in batches, answered in their order. Each item should carry its own `key`, so that a batch sent again after a lost
 * answer does nothing twice whatever else stands in it then. Throws `ListInterrupted` when a batch cannot be delivered.
 */
export async function* inBatches(client: Client, items: Batch, size = 200): AsyncGenerator<BatchResults> {
  for (let start = 0; start < items.length; start += size) {
    const sent = await client.submitBatch({ body: items.slice(start, start + size) });
    if (!sent.ok) throw new ListInterrupted(sent.problem);
    yield sent.value.results;
  }
}
