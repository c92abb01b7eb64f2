/** Answers when somebody acts on an alert. */
import type { AlertRefusalCode } from '@lien-thong/domain';
import type { Sentences } from './sentences.js';

export const ALERTS_ENGLISH: Pick<Sentences, AlertRefusalCode | 'alert-numbers-restarted'> = {
  'alert-not-found': {
    title: 'There is no such alert.',
    todo: 'Check its id against the list of your alerts.',
  },
  'alert-not-entitled': {
    title: 'Only a supervisor of the area may act on this alert.',
    todo: 'Contact the supervisor of the agency the alert names.',
  },
  'alert-needs-person': {
    title: 'An alert is taken in hand by name; software has none.',
    todo: 'Sign in as an officer and do it again.',
  },
  'alert-closed': {
    title: 'The alert is closed.',
    todo: 'Nothing is to be done; should its cause come back, so will the alert.',
  },
  'alert-already-acknowledged': {
    title: 'Somebody has taken this alert in hand.',
    todo: 'Load it again to see who; it can be assigned to another.',
  },
  'alert-already-snoozed': {
    title: 'Somebody else has put this alert off.',
    todo: 'It comes back at {until}. To change that, load it again and choose another time.',
  },
  'alert-already-assigned': {
    title: 'The alert is assigned to somebody else.',
    todo: 'Load it again to see to whom; assign it anew after that.',
  },
  'alert-not-snoozed': {
    title: 'The alert is not put off.',
    todo: 'Read it again to see how it stands.',
  },
  'alert-snooze-in-past': {
    title: 'The time to be reminded at is past.',
    todo: 'Choose one after {now}.',
  },
  'alert-snooze-too-long': {
    title: 'The time to be reminded at is too far away.',
    todo: 'Choose one within {mostDays} days.',
  },
  'alert-officer-unknown': {
    title: 'There is no such officer, or the alert is none of his business.',
    todo: 'Choose the officer from the list.',
  },
  'alert-numbers-restarted': {
    title: 'This number was not given out yet: a backup was restored.',
    todo: 'Read the list of alerts again, and what happened to them from the beginning.',
  },
  'alert-changed': {
    title: 'Somebody has acted on this alert since you read it.',
    todo: 'Load it again, see what was done, and decide then.',
  },
};
