import { nanos } from '@nats-io/transport-node';
import type { Msg, NatsConnection } from '@nats-io/transport-node';

/** One message of an agency's inbox. It comes again until it is acknowledged, also to the next process when this one dies. */
export interface InboxMessage {
  /** JSON array of CloudEvents 1.0 in the order of the feed: what `GET /v1/events` gives, without `history`. */
  readonly text: string;
  /** How often it was handed out, this time included. */
  readonly deliveries: number;
  /** It has taken effect: the broker forgets it. */
  ack(): void;
  /** Not now: comes again after `delayMs` (at once when left out). */
  nak(delayMs?: number): void;
  /** Still at it: the broker waits as long again as it would have from the delivery. */
  working(): void;
}

const ACK = '+ACK';
const IN_PROGRESS = '+WPI';

/** A delivery of JetStream as a message; the subject to answer on carries its place and how often it was handed out. */
export function inboxMessage(connection: NatsConnection, message: Msg): InboxMessage {
  const answerTo = message.reply ?? '';
  const answer = (payload: string): void => {
    // A connection that has gone takes the answer with it: the message comes again.
    if (!connection.isClosed()) connection.publish(answerTo, payload);
  };
  return {
    text: message.string(),
    deliveries: deliveriesOf(answerTo),
    ack: () => answer(ACK),
    nak: (delayMs = 0) => answer(delayMs > 0 ? `-NAK ${JSON.stringify({ delay: nanos(delayMs) })}` : '-NAK'),
    working: () => answer(IN_PROGRESS),
  };
}

/** `$JS.ACK.<stream>.<consumer>.<deliveries>.<…>`, with domain and account before the stream on newer servers. */
function deliveriesOf(answerTo: string): number {
  const tokens = answerTo.split('.');
  const at = tokens.length > OLD_TOKENS ? NEW_PLACE : OLD_PLACE;
  return Number(tokens[at] ?? 1);
}

const OLD_TOKENS = 9;
const OLD_PLACE = 4;
const NEW_PLACE = 6;
