/** What is wrong with a receipt or a key, and what to do about it, in English. */
import type { CustodyCode, Sentence } from './sentences.js';

export const CUSTODY_ENGLISH: Readonly<Record<CustodyCode, Sentence>> = {
  'receipt-required': {
    title: 'Your agency has registered a signing key of its own: this act of custody must come with a signed receipt.',
    todo: 'The agency’s software signs the receipt and sends it again; without such software, have the registered key revoked.',
  },
  'receipt-malformed': {
    title: 'The receipt is cut off, or something is missing or too much.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  'receipt-forged': {
    title: 'The signature of the receipt was not made with the key it names.',
    todo: 'Sign it with a key the agency has registered.',
  },
  'receipt-key-expired': {
    title: 'The key that signed the receipt has expired.',
    todo: 'Register a new key for the agency and sign again.',
  },
  'receipt-key-rotated': {
    title: 'The key that signed the receipt was replaced by another one.',
    todo: 'Sign again with the current key of your agency.',
  },
  'receipt-key-revoked': {
    title: 'The key that signed the receipt was revoked.',
    todo: 'Register a new key and sign again; do not use this one any more.',
  },
  'receipt-foreign': {
    title: 'The receipt speaks of another agency, dossier or act than the one it came with.',
    todo: 'Sign a receipt for this very act.',
  },
  'receipt-stale': {
    title: 'Something has happened to the dossier since the receipt was signed.',
    todo: 'Load the dossier again, see what changed, and sign anew.',
  },
  'receipt-from-future': {
    title: 'The receipt is dated ahead of now: the clock of your agency is fast.',
    todo: 'Set the clock of the agency’s server right and sign again.',
  },
  'receipt-from-past': {
    title: 'The receipt is dated before the fact it names: the clock of your agency is slow.',
    todo: 'Set the clock of the agency’s server right and sign again.',
  },
  'receipt-replayed': {
    title: 'This receipt was used before.',
    todo: 'Sign a new receipt for each act.',
  },
  'key-proof-invalid': {
    title: 'It is not proved that your agency holds the private half of this key.',
    todo: 'Sign the registration with the new key itself, with the id of your agency and the time of now.',
  },
  'key-registered-elsewhere': {
    title: 'This key is registered to another agency.',
    todo: 'Make a key of your own.',
  },
};
