/** What an agency's software needs of Node: files that survive a power cut, and the bus. */
export { LogDamaged, fileLog, replaceFile } from './files/file-log.js';
export { FolderInUse, lockFolder } from './files/folder-lock.js';
export { natsWake } from './nats-wake.js';
export { NatsInbox } from './nats/index.js';
export type { InboxMessage, NatsInboxOptions } from './nats/index.js';
