export { NatsInbox } from './nats-inbox.js';
export type { InboxMessage } from './inbox-message.js';
export type { NatsInboxOptions } from './nats-inbox-options.js';
