/** Answers for every problem code, in English. */
import { ALERTS_ENGLISH } from './sentences.alerts.en.js';
import { AMENDMENTS_ENGLISH } from './sentences.amendments.en.js';
import { BITEMPORAL_ENGLISH } from './sentences.bitemporal.en.js';
import { CALENDARS_ENGLISH } from './sentences.calendars.en.js';
import { CUSTODY_ENGLISH } from './sentences.custody.en.js';
import { FEASIBILITY_ENGLISH } from './sentences.feasibility.en.js';
import { OUTAGES_ENGLISH } from './sentences.outages.en.js';
import { PEOPLE_ENGLISH } from './sentences.people.en.js';
import { PROCEDURES_ENGLISH } from './sentences.procedures.en.js';
import { REQUESTS_ENGLISH } from './sentences.requests.en.js';
import type { Sentences } from './sentences.js';

export const ENGLISH: Sentences = {
  'command-not-allowed': {
    title: 'The dossier is not in a state that allows this.',
    todo: 'Load the dossier again and choose one of the acts its state allows.',
  },
  'actor-not-entitled': {
    title: 'Your agency may not do this with the dossier.',
    todo: 'Contact the agency that holds or received the dossier.',
  },
  'dossier-not-found': { title: 'No such dossier.', todo: 'Check the code printed on the receipt.' },
  'version-stale': {
    title: 'Somebody changed this after you opened it.',
    todo: 'Load it again, see what was changed, and decide whether to go on.',
  },
  'key-reused': {
    title: 'This request bears the number of another one sent before.',
    todo: 'Load the page again and do it anew.',
  },
  'occurred-in-future': {
    title: 'The declared time lies in the future.',
    todo: 'Declare a time not after now; check your clock.',
  },
  'occurred-before-last-fact': {
    title: 'The declared time lies before the last fact of the dossier.',
    todo: 'Declare a time not before {lastFactAt}. If it did happen earlier, enter it as a fact learnt late, or correct the wrong time.',
  },
  'outside-calendar': {
    title: 'Cannot be computed: the time lies outside the calendar that is loaded.',
    todo: 'Check the year; if it is right, ask an administrator to load its calendar.',
  },
  'procedure-unknown': {
    title: 'No procedure has this code.',
    todo: 'Look the code up among the procedures.',
  },
  'procedure-not-effective': {
    title: 'The procedure is not in force on that day.',
    todo: 'See its effective dates among the procedures.',
  },
  'procedure-limit-unknown': {
    title: 'The procedure has no usable limit (number or unit missing).',
    todo: 'Ask an administrator to publish the limit with its legal basis first.',
  },
  'case-unknown': {
    title: 'The procedure has no such case.',
    todo: 'Choose one of the cases of the procedure.',
  },
  'jurisdiction-none': {
    title: 'No competent agency was found.',
    todo: 'Check the area; to take the dossier all the same, hold it for coordination and say why.',
  },
  'jurisdiction-several': {
    title: 'Several agencies are competent.',
    todo: 'Add what is known of the area until one agency is left, or hold the dossier for coordination.',
  },
  'jurisdiction-fact-missing': {
    title: 'A fact needed to find the competent agency is missing.',
    todo: 'Add the residence, the place of the land, or whichever place this procedure looks at.',
  },
  'outside-boundary-scope': {
    title: 'This procedure may not be taken in across that boundary.',
    todo: 'Direct the citizen to the competent agency; the directory names it.',
  },
  'area-unknown': {
    title: 'No such area.',
    todo: 'Look up the old or the new name in the directory.',
  },
  'area-ambiguous': {
    title: 'Several areas bear this name.',
    todo: 'Choose the commune from the list, or say the province.',
  },
  'area-split-needs-fact': {
    title: 'This former unit was divided among several communes.',
    todo: 'Ask for the hamlet or street and choose the new commune it lies in.',
  },
  'agency-unknown': {
    title: 'No such agency in the directory.',
    todo: 'Look the agency up in the directory.',
  },
  'agency-not-competent': {
    title: 'The addressed agency is not competent for this dossier.',
    todo: 'Ask the directory who is competent and send it there.',
  },
  'supplement-rounds-exhausted': {
    title: 'No further supplement may be requested.',
    todo: 'Decide on what is there, or refuse with the reason.',
  },
  'supplement-timeout-passed': {
    title: 'The time to supplement the dossier has run out.',
    todo: 'Close the dossier on its legal ground and ask the citizen to file again.',
  },
  'payment-timeout-passed': {
    title: 'The time to pay has run out.',
    todo: 'Close the dossier on its legal ground and ask the citizen to file again.',
  },
  'transfer-attempts-exhausted': {
    title: 'The dossier was returned as often as is allowed.',
    todo: 'Ask the supervisor over both agencies to decide where it goes.',
  },
  'redirects-exhausted': {
    title: 'The dossier was redirected as often as is allowed.',
    todo: 'Hand it back to the receiving agency.',
  },
  'transfer-not-lapsed': {
    title: 'This transfer has not lapsed, so it cannot be redirected yet.',
    todo: 'Wait for its due time, or let the receiving agency recall it.',
  },
  'consultation-unknown': {
    title: 'The procedure has no such consultation.',
    todo: 'Choose one of the consultations of the procedure.',
  },
  'consultation-not-idle': {
    title: 'This consultation was already requested.',
    todo: 'See its answer in the dossier; each is asked once.',
  },
  'consultation-not-open': { title: 'This consultation awaits no answer.', todo: 'Load the dossier again.' },
  'consultation-of-itself': {
    title: 'The deciding agency cannot consult itself.',
    todo: 'Name another agency.',
  },
  'consultations-unanswered': {
    title: 'Answers the decision needs are missing.',
    todo: 'Ask for those not asked yet and press the consulted agencies for the others; decide when all are answered. A required one cannot be cancelled.',
  },
  'step-unknown': {
    title: 'The procedure has no such step.',
    todo: 'Choose one of the steps of the procedure.',
  },
  'step-already-open': { title: 'This step is under way.', todo: 'Complete it before starting it again.' },
  'step-not-open': {
    title: 'This step was not started.',
    todo: 'Start it first.',
  },
  'step-already-completed': { title: 'This step is complete.', todo: 'Go on with the next one.' },
  'payment-not-foreseen': {
    title: 'The procedure knows no payment.',
    todo: 'Do not ask for one; check the procedure.',
  },
  'close-ground-not-met': {
    title: 'The ground for closing is not met.',
    todo: 'Wait until the timeout has passed, or state another ground.',
  },
  'suspension-system-mismatch': {
    title: 'A system is named exactly when the ground is a system outage.',
    todo: 'Choose the system that failed, or another ground.',
  },
  'extension-not-foreseen': {
    title: 'The law allows no extension for this procedure.',
    todo: 'If it will be late, issue an apology with a new date.',
  },
  'extension-not-in-working-time': {
    title: 'The limit counts calendar days; working time cannot be added to it.',
    todo: 'Nothing was extended. If it will be late, issue an apology with a new date.',
  },
  'extension-exhausted': {
    title: 'The limit was extended as often as is allowed.',
    todo: 'Issue an apology with a new date.',
  },
  'extension-too-long': {
    title: 'The extension is longer than allowed.',
    todo: 'Choose a shorter one, at most what the procedure allows.',
  },
  'extension-after-due': {
    title: 'A limit that has passed cannot be extended.',
    todo: 'Issue an apology with a new date.',
  },
  'apology-already-issued': {
    title: 'An apology with a new date was already issued.',
    todo: 'A date is renewed once only.',
  },
  'apology-after-promise': {
    title: 'An apology must be issued before the promised date.',
    todo: 'Tell your management; the dossier counts as late.',
  },
  'apology-date-not-later': {
    title: 'The new date must lie after the old one.',
    todo: 'Choose a time after the date promised now.',
  },
  'reception-correction-illegal': {
    title: 'The corrected reception time contradicts what came after it.',
    todo: 'Choose a time not after the next fact and not after now.',
  },
  'second-person-required': {
    title: 'This needs a second person.',
    todo: 'A correction: name another officer of the agency beside you. A publication or approval: by neither who drafted it nor who changed it last.',
  },
  ...BITEMPORAL_ENGLISH,
  ...CUSTODY_ENGLISH,
  ...REQUESTS_ENGLISH,
  ...PEOPLE_ENGLISH,
  ...PROCEDURES_ENGLISH,
  ...FEASIBILITY_ENGLISH,
  ...ALERTS_ENGLISH,
  ...AMENDMENTS_ENGLISH,
  ...CALENDARS_ENGLISH,
  ...OUTAGES_ENGLISH,
  unavailable: {
    title: 'The system cannot serve at the moment.',
    todo: 'Wait a moment and send again; nothing is lost.',
  },
  'commit-unknown': {
    title: 'It is not known whether the act was recorded.',
    todo: 'Send it again to learn; it is never recorded twice.',
  },
  'internal-fault': {
    title: 'Something went wrong on our side.',
    todo: 'Send it again; if it fails once more, tell the administrator when it happened.',
  },
};
