/** What an agency's software and the console use of the service; runs in browsers and in Node. */
export { createClient } from './create-client.js';
export type { CallOptions, Client, ClientOptions } from './create-client.js';
export { clientOfKey } from './http/credentials.js';
export type { Credentials } from './http/credentials.js';
export { valueOf } from './http/result.js';
export type { LocalCode } from './http/sentences.js';
export type { Failure, Result, Success, Trouble } from './http/result.js';
export type { RetryRules } from './http/retry.js';
export type { Surroundings } from './http/surroundings.js';
export { Consumer } from './consumer/consumer.js';
export type { BusFault, BusMessage } from './consumer/bus-check.js';
export type { FeedFact } from './consumer/fact.js';
export type { ConsumerOptions, ConsumerStatus, Handler, Notice, WakeSource } from './consumer/options.js';
export { memoryLog } from './disk/log.js';
export type { Log } from './disk/log.js';
export { CommandQueue } from './queue/command-queue.js';
export type { Conflict, QueueOptions, QueueStatus, Seal, SendReport } from './queue/options.js';
export type { ItemState, NewAct, QueueItem, QueuedAct, Target } from './queue/item.js';
export { ListInterrupted, everyEvent, everyPage, inBatches } from './pages.js';
export type * from './api/schemas.generated.js';
export type { OperationShapes } from './api/operations.generated.js';
export * from './receipts/index.js';
// Both say the same; this one knows ids by their brand.
export type { CustodyHead } from './receipts/index.js';
