/** What is answered in the administration of outages, in English. */
import type { OutageCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const OUTAGES_ENGLISH: Pick<Sentences, OutageCode> = {
  'outage-system-unknown': {
    title: 'No published procedure version requires this system.',
    todo: 'Choose a system of the list, or publish a version that says it needs this one.',
  },
  'outage-interval-empty': {
    title: 'An outage ends at least a minute after it begins.',
    todo: 'Correct the beginning or the end; leave the end out while it lasts.',
  },
  'outage-not-over': {
    title: 'Only what has happened of an outage can be recorded.',
    todo: 'Let it begin no later than {now}; leave the end out until the system is back, and record it then.',
  },
  'outage-end-missing': {
    title: 'The end of this outage was approved; it cannot be opened again.',
    todo: 'Name the new end, or cancel this outage and record another.',
  },
  'outage-nothing-proposed': {
    title: 'Nothing is proposed of this outage.',
    todo: 'Read the outage again; propose what is still to be changed.',
  },
  'outage-proposal-changed': {
    title: 'The proposal is not the one you have read.',
    todo: 'Read it again, then approve.',
  },
  'outage-cancelled': {
    title: 'This outage was cancelled.',
    todo: 'Record a new one if the system was down after all.',
  },
};
