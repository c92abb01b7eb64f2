// @ts-check
/**
 * The unit of work: the eight acts a dossier goes through between two wards (receive, transfer, accept, request supplement, provide
 * supplement, decide, dispatch result, return). Both wards are without software of their own, so the engine adds the two receipts
 * by itself, `confirmDelivery` and `confirmResultArrival`: ten facts.
 */
import { createHash, randomUUID } from 'node:crypto';

/** Wards that send each other dossiers: where one lives, the other receives. */
export const WARDS = [
  { agency: 'haiphong-hai-an', commune: '11413' },
  { agency: 'haiphong-dong-hai', commune: '11411' },
  { agency: 'quangngai-duc-pho', commune: '21439' },
  { agency: 'quangngai-van-tuong', commune: '21061' },
];
export const AGENCIES = WARDS.map(({ agency }) => agency);
export const STEPS = 8;
/** Facts of one life cycle: the eight acts and the two receipts. */
export const FACTS = 10;
/** Entries of feeds: the reception goes to the receiving ward, every later fact to both. */
export const DELIVERIES = 1 + (FACTS - 1) * 2;

const PROCEDURE = '1.004873';
const digest = createHash('sha256').update('a document').digest('hex');
const document = { component: 'to-khai', sha256: digest, size: 182_044, mediaType: 'application/pdf' };

/** Declared times within two working days (Monday 2 March 2026), so that clocks run, pause, resume and stop with minutes on them. */
const on = (/** @type {string} */ time, day = 2) => `2026-03-0${day}T${time}:00+07:00`;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {'sender' | 'receiver'} by which of the two wards acts
 * @property {Record<string, unknown>} body as it goes over the wire
 */

/** @param {string} commune where the applicant lives @returns {readonly Step[]} */
function stepsFor(commune) {
  const intake = {
    procedureCode: PROCEDURE,
    channel: 'counter',
    jurisdiction: { residence: { communeCode: commune } },
    documents: [document],
  };
  return [
    { name: 'receive', by: 'sender', body: { type: 'receive', occurredAt: on('08:00'), intake } },
    { name: 'transfer', by: 'sender', body: { type: 'transfer', occurredAt: on('08:30'), copy: 'electronic' } },
    { name: 'accept', by: 'receiver', body: { type: 'acceptTransfer', occurredAt: on('09:00') } },
    {
      name: 'requestSupplement',
      by: 'receiver',
      body: { type: 'requestSupplement', occurredAt: on('10:00'), components: ['ban-sao'], reason: 'missing' },
    },
    {
      name: 'provideSupplement',
      by: 'receiver',
      body: { type: 'provideSupplement', occurredAt: on('14:00'), copy: 'electronic', documents: [document] },
    },
    {
      name: 'decide',
      by: 'receiver',
      body: { type: 'decide', occurredAt: on('16:00'), outcome: 'granted', documents: [document] },
    },
    {
      name: 'dispatchResult',
      by: 'receiver',
      body: { type: 'dispatchResult', occurredAt: on('16:10'), copy: 'electronic' },
    },
    { name: 'return', by: 'sender', body: { type: 'returnResult', occurredAt: on('08:10', 3), means: 'counter' } },
  ];
}

const LIVES = WARDS.map(({ agency }, index) => {
  // Neighbours within a province: 0 with 1, 2 with 3.
  const other = WARDS[index ^ 1];
  if (other === undefined) throw new Error('wards come in pairs');
  return { sender: agency, receiver: other.agency, steps: stepsFor(other.commune) };
});

/** The acts of the `i`-th life cycle. @param {number} i */
export function lifeOf(i) {
  const life = LIVES[i % LIVES.length];
  if (life === undefined) throw new Error('no such life cycle');
  const { sender, receiver, steps } = life;
  return steps.map(({ name, by, body }) => ({
    name,
    agency: by === 'sender' ? sender : receiver,
    text: JSON.stringify(body),
    key: randomUUID(),
  }));
}

/** The number of a life cycle between the first two wards alone. @param {number} i */
export const ofFirstPair = (i) => Math.floor(i / 2) * LIVES.length + (i % 2);

/** A life cycle of the second pair, and the ward that begins it: whoever floods has nothing to do with the first pair. */
export const FLOODING_LIFE = 2;
export const FLOODING_AGENCY = LIVES[FLOODING_LIFE]?.sender ?? '';
