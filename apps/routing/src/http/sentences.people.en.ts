/** Answers of the administration of people and of keys. */
import type { PeopleCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const PEOPLE_ENGLISH: Pick<Sentences, PeopleCode> = {
  'own-admin-role': {
    title: 'Nobody takes the role of an admin from himself.',
    todo: 'Ask another admin to do it.',
  },
  'last-admin': {
    title: 'This is the last account that may administer the installation.',
    todo: 'Give somebody else the role first, and try again.',
  },
  'account-exists': {
    title: 'The officer has an account already.',
    todo: 'Change its roles, or withdraw it and give another.',
  },
  'subject-taken': {
    title: 'Another officer signs in as this subject.',
    todo: 'Check what the identity provider calls him; each subject stands for one officer.',
  },
  'issuer-unknown': {
    title: 'No identity provider is configured.',
    todo: 'Say the address of the identity provider, or have whoever runs the server name one.',
  },
  'expires-in-past': {
    title: 'The key would have ended already.',
    todo: 'Name an instant to come, or leave it out for a key that does not end by itself.',
  },
  'competence-too-early': {
    title: 'That day is too early: competence does not change for days gone by.',
    todo: 'Choose {earliest} or a later day.',
  },
  'competence-overlaps': {
    title: 'There is a rule already for the same matter, area and time.',
    todo: 'End the rule {rule} first, or choose a time at which it does not hold.',
  },
  'competence-ended': {
    title: 'This rule has ended.',
    todo: 'Its last day was {lastDay}; add a new rule where one is needed.',
  },
};
