/** What is wrong with a request before anybody looks at the dossier, in English. */
import type { RequestCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const REQUESTS_ENGLISH: Pick<Sentences, RequestCode> = {
  'malformed-json': {
    title: 'What was sent cannot be read.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  'invalid-body': {
    title: 'The body is not as it should be.',
    todo: 'Correct the fields named below and send again.',
  },
  'invalid-query': {
    title: 'A condition in the address is wrong.',
    todo: 'Correct the condition named below, or open the page anew from the menu.',
  },
  'unreadable-request': {
    title: 'The request cannot be read.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  'request-timeout': {
    title: 'The request did not arrive in time.',
    todo: 'Check the line and send it again; nothing happens twice.',
  },
  'address-too-long': {
    title: 'The address is too long.',
    todo: 'Check the code in the address, or open the page anew from the menu.',
  },
  'headers-too-large': {
    title: 'The request is too long (16 KB at most for the address and what precedes the body).',
    todo: 'Use fewer conditions; if that does not help, sign in again.',
  },
  'forbidden-characters': {
    title: 'A text holds control, invisible or text-direction characters, or broken Unicode.',
    todo: 'Type the field named below anew instead of pasting it.',
  },
  'body-too-large': {
    title: 'The body is too large (1 MB at most).',
    todo: 'Split it; attachments travel separately.',
  },
  'body-too-deep': {
    title: 'What was sent is not built as it should be: nested too deep.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  'unsupported-media-type': {
    title: 'What was sent is of a kind that is not taken.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  'not-found': {
    title: 'There is nothing here.',
    todo: 'Check the address or the code; it may have been removed.',
  },
  'method-not-allowed': {
    title: 'This address does not take what was asked of it.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  unauthenticated: {
    title: 'Not signed in, or the key is wrong.',
    todo: 'Sign in again or check the key of your agency.',
  },
  forbidden: { title: 'Your role may not do this.', todo: 'Ask the administrator of your agency for the role.' },
  'origin-refused': {
    title: 'The request came from another site and was refused.',
    todo: 'Act from the pages of this system.',
  },
  'sign-in-refused': {
    title: 'Signing in did not succeed: nobody vouches for the person, or the account has no rights here.',
    todo: 'Sign in again; if that does not help, ask the administrator of the agency.',
  },
  'sign-in-not-configured': {
    title: 'This installation has no identity provider.',
    todo: 'Ask whoever runs the server to name one.',
  },
  'idempotency-key-required': {
    title: 'The request has no number to be known by when it comes again.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  'idempotency-key-invalid': {
    title: 'The number of the request is not well formed.',
    todo: 'Not the user’s mistake: tell whoever looks after the software that sends.',
  },
  'if-match-required': {
    title: 'The change does not say what it was made from.',
    todo: 'Load the page again and do it anew, so that you overwrite nobody.',
  },
  'if-match-invalid': {
    title: 'The change names a revision that is not well formed.',
    todo: 'Load the page again and do it anew.',
  },
  'cursor-invalid': {
    title: 'The list cannot be read on from here.',
    todo: 'Open the list anew.',
  },
  'cursor-epoch-stale': {
    title: 'The data were restored from a backup after the last look.',
    todo: 'Open the list anew.',
  },
  'bus-not-offered': {
    title: 'This caller has no bus.',
    todo: 'Its software reads the list of events instead; tell whoever looks after it.',
  },
  'batch-too-large': {
    title: 'Too many acts were sent at once.',
    todo: 'Split them: at most {maximum} at once.',
  },
  'rate-limited': {
    title: 'Too many requests.',
    todo: 'Wait {retryAfterSeconds} seconds and send again.',
  },
};
