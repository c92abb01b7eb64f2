/** Every subject somebody might try at the broker: all verbs of the JetStream API, acknowledgements, inboxes, the system's own. */

const STREAM = 'INBOX';

/** `$JS.API.<verb>` as the servers from 2.9 to 2.15 know them; S is the stream, C a consumer. */
const STREAM_VERBS = [
  ...['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'INFO', 'SNAPSHOT', 'RESTORE', 'REMOVE'].map((verb) => `STREAM.${verb}.S`),
  ...['MSG.GET', 'MSG.DELETE', 'PEER.REMOVE', 'LEADER.STEPDOWN', 'CANCEL_MOVE'].map((verb) => `STREAM.${verb}.S`),
  'STREAM.LIST',
  'STREAM.NAMES',
  ...['CREATE', 'DELETE', 'INFO'].map((verb) => `STREAM.TEMPLATE.${verb}.S`),
  'STREAM.TEMPLATE.NAMES',
];
const CONSUMER_VERBS = [
  'CONSUMER.CREATE.S',
  'CONSUMER.CREATE.S.C',
  'CONSUMER.CREATE.S.C.agency.any.inbox.x',
  ...['DURABLE.CREATE', 'DELETE', 'INFO', 'MSG.NEXT', 'LEADER.STEPDOWN', 'PAUSE', 'UNPIN', 'RESET'].map(
    (verb) => `CONSUMER.${verb}.S.C`,
  ),
  'CONSUMER.LIST.S',
  'CONSUMER.NAMES.S',
];
const OTHER_VERBS = [
  'INFO',
  'DIRECT.GET.S',
  'DIRECT.GET.S.agency.any.inbox.x',
  'ACCOUNT.PURGE.EXCHANGE',
  'ACCOUNT.STREAM.MOVE.EXCHANGE.S',
  'META.LEADER.STEPDOWN',
  'SERVER.REMOVE',
];

/** Subjects to publish to, with every consumer in the place of C. */
export function publishSubjects(consumers: readonly string[], inboxes: readonly string[]): readonly string[] {
  const verbs = [...STREAM_VERBS, ...CONSUMER_VERBS, ...OTHER_VERBS];
  const api = verbs.flatMap((verb) => {
    const whole = verb.replace(/\bS\b/, STREAM);
    return /\bC\b/.test(whole) ? consumers.map((consumer) => whole.replace(/\bC\b/, consumer)) : [whole];
  });
  return [
    ...api.map((verb) => `$JS.API.${verb}`),
    // Another domain is another way to the same interface.
    ...api.map((verb) => `$JS.hub.API.${verb}`),
    ...consumers.flatMap((consumer) => [
      `$JS.ACK.${STREAM}.${consumer}.1.1.1.1.0`,
      `$JS.ACK._.hash.${STREAM}.${consumer}.1.1.1.1.0`,
      `$JS.FC.${STREAM}.${consumer}.x`,
    ]),
    '$JS.ACK.OTHER.any.1.1.1.1.0',
    '$JS.SNAPSHOT.RESTORE.INBOX.x',
    ...inboxes.flatMap((inbox) => [`agency.${inbox}.inbox.x`, `_INBOX_${inbox}.x`]),
    ...['agency', 'agency.any', 'agency.any.inbox', 'agency.any.inbox.x.y', 'agency.any.outbox.x'],
    ...['_INBOX.x', '_INBOX_hub.x', '_R_.x', '$KV.x.y', '$O.x.C.y', 'anything', '$SYS.REQ.SERVER.PING'],
    ...[
      '$SYS.REQ.ACCOUNT.EXCHANGE.CONNZ',
      '$SYS.REQ.USER.INFO',
      '$SYS.REQ.SERVER.x.RELOAD',
      '$SYS.ACCOUNT.EXCHANGE.CONNECT',
    ],
  ];
}

/** Subjects to listen on. */
export function subscribeSubjects(inboxes: readonly string[]): readonly string[] {
  return [
    ...['>', '*', '*.*', 'agency.>', 'agency.*.inbox.*', '_INBOX.>', '_INBOX_hub.>', '$JS.>', '$JS.API.>', '$JS.ACK.>'],
    ...['$JS.EVENT.>', '$JS.EVENT.ADVISORY.>', '$JS.EVENT.METRIC.>', '$SYS.>', '$SYS.ACCOUNT.>', '$KV.>', 'anything'],
    ...inboxes.flatMap((inbox) => [
      `agency.${inbox}.inbox.*`,
      `_INBOX_${inbox}.>`,
      `_INBOX_${inbox}.x`,
      `_INBOX_${inbox}`,
    ]),
  ];
}
