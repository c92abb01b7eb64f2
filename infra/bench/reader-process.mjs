// @ts-check
/** The agencies' side, in a process of its own: reads every inbox with that ward's credentials, notes each number, acknowledges it. */
import { jetstream } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { STREAM, durableOf, inboxPrefixOf, userOf } from './parts.mjs';

/** @typedef {{ url: string, agencies: { id: string, password: string }[] }} Start */

/** Asked for at a time. */
const MOST_UNREAD = 1_000;
/** Numbers seen, by agency; those seen again are counted apart. @type {Map<string, Set<number>>} */
const seen = new Map();
let again = 0;

/** @param {string} url @param {{ id: string, password: string }} agency */
async function read(url, { id, password }) {
  const agencyId = /** @type {never} */ (id);
  const inboxPrefix = inboxPrefixOf(agencyId);
  const nc = await connect({ servers: url, user: userOf(agencyId), pass: password, inboxPrefix });
  const consumer = await jetstream(nc, { checkAPI: false }).consumers.get(STREAM, durableOf(agencyId));
  /** @type {Set<number>} */
  const numbers = new Set();
  seen.set(id, numbers);
  await consumer.consume({
    max_messages: MOST_UNREAD,
    callback: (message) => {
      for (const { n } of /** @type {{ n: number }[]} */ (message.json())) {
        if (numbers.has(n)) again += 1;
        numbers.add(n);
      }
      message.ack();
    },
  });
}

const count = () => [...seen.values()].reduce((total, numbers) => total + numbers.size, 0);

process.on('message', async (/** @type {Start | 'count' | 'report'} */ question) => {
  if (question === 'count') process.send?.(count());
  else if (question === 'report') {
    const agencies = [...seen].map(([id, numbers]) => ({ id, seen: numbers.size, last: Math.max(0, ...numbers) }));
    process.send?.({ again, agencies });
  } else {
    for (const agency of question.agencies) await read(question.url, agency);
    process.send?.('ready');
  }
});
process.on('disconnect', () => process.exit(0));
