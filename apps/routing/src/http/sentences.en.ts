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
import type { Sentences } from './sentences.js';

export const ENGLISH: Sentences = {
  'command-not-allowed': {
    title: 'The dossier is not in a state that allows this.',
    todo: 'Choose one of the commands in facts.allowed.',
  },
  'actor-not-entitled': {
    title: 'Your agency may not do this with the dossier.',
    todo: 'facts.needs names who may; contact that agency.',
  },
  'dossier-not-found': { title: 'No such dossier.', todo: 'Check the code printed on the receipt.' },
  'version-stale': {
    title: 'Somebody changed this after you opened it.',
    todo: 'Load it again, look at the change, and send with the new ETag.',
  },
  'key-reused': {
    title: 'This Idempotency-Key was used for another request.',
    todo: 'Make a new key for a new request; repeat a key only to repeat the same request.',
  },
  'occurred-in-future': {
    title: 'The declared time lies in the future.',
    todo: 'Declare a time not after now; check your clock.',
  },
  'occurred-before-last-fact': {
    title: 'The declared time lies before the last fact of the dossier.',
    todo: 'Declare a time not before facts.lastFactAt, enter a fact learnt late with enterLate, or correct the wrong time.',
  },
  'outside-calendar': {
    title: 'Cannot be computed: the time lies outside the calendar that is loaded.',
    todo: 'Check the year; if it is right, ask an administrator to load its calendar.',
  },
  'procedure-unknown': { title: 'No procedure has this code.', todo: 'Look the code up at /v1/procedures.' },
  'procedure-not-effective': {
    title: 'The procedure is not in force on that day.',
    todo: 'See its effective dates at /v1/procedures/{code}.',
  },
  'procedure-limit-unknown': {
    title: 'The procedure has no usable limit (number or unit missing).',
    todo: 'Ask an administrator to publish the limit with its legal basis first.',
  },
  'case-unknown': { title: 'The procedure has no such case.', todo: 'Choose one of facts.cases.' },
  'jurisdiction-none': {
    title: 'No competent agency was found.',
    todo: 'Check the area; to take the dossier all the same, send holdForJurisdiction with a reason.',
  },
  'jurisdiction-several': {
    title: 'Several agencies are competent.',
    todo: 'See facts.candidates; add area facts or send holdForJurisdiction for coordination.',
  },
  'jurisdiction-fact-missing': {
    title: 'A fact needed to find the competent agency is missing.',
    todo: 'Add what facts.criterion names under jurisdiction.',
  },
  'outside-boundary-scope': {
    title: 'This procedure may not be taken in across that boundary.',
    todo: 'Direct the citizen to the agency named in facts.',
  },
  'area-unknown': { title: 'No such area.', todo: 'Look up the old or new name at /v1/areas.' },
  'area-ambiguous': {
    title: 'Several areas bear this name.',
    todo: 'Send the commune code, or add the province code; see facts.candidates.',
  },
  'area-split-needs-fact': {
    title: 'This former unit was divided among several communes.',
    todo: 'Ask for hamlet or street and send communeCode as one of facts.successors.',
  },
  'agency-unknown': { title: 'No such agency in the directory.', todo: 'Look it up at /v1/agencies.' },
  'agency-not-competent': {
    title: 'The addressed agency is not competent for this dossier.',
    todo: 'Ask /v1/routing/resolve and send it there.',
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
    todo: 'Ask the supervisor over both agencies to decide where it goes (redirectTransfer).',
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
    todo: 'Choose one of facts.consultations.',
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
    todo: 'Ask for those in facts.notAsked (requestConsultation) and press the consulted agencies for those in facts.unanswered; decide when all are answered. A required one cannot be cancelled.',
  },
  'step-unknown': { title: 'The procedure has no such step.', todo: 'Choose one of facts.steps.' },
  'step-already-open': { title: 'This step is under way.', todo: 'Complete it before starting it again.' },
  'step-not-open': { title: 'This step was not started.', todo: 'Start it first (startStep).' },
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
    todo: 'Add or remove system so that it fits ground.',
  },
  'extension-not-foreseen': {
    title: 'The law allows no extension for this procedure.',
    todo: 'If it will be late, issue an apology with a new date (apologise).',
  },
  'extension-not-in-working-time': {
    title: 'The limit counts calendar days; working time cannot be added to it.',
    todo: 'Nothing was extended. If it will be late, issue an apology with a new date (apologise).',
  },
  'extension-exhausted': {
    title: 'The limit was extended as often as is allowed.',
    todo: 'Issue an apology with a new date.',
  },
  'extension-too-long': { title: 'The extension is longer than allowed.', todo: 'Choose at most facts.maximum.' },
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
    todo: 'Choose one after facts.promise.',
  },
  'reception-correction-illegal': {
    title: 'The corrected reception time contradicts what came after it.',
    todo: 'Choose a time not after the next fact and not after now.',
  },
  'second-person-required': {
    title: 'This needs a second person.',
    todo: 'A correction: send approvedBy naming another officer of the agency. A publication: neither who drafted it nor who changed it last (see facts).',
  },
  ...BITEMPORAL_ENGLISH,
  ...CUSTODY_ENGLISH,
  'malformed-json': { title: 'The body is not valid JSON.', todo: 'Check the syntax and the UTF-8 encoding.' },
  'invalid-body': { title: 'The body is not as it should be.', todo: 'Correct the fields in errors and send again.' },
  'invalid-query': {
    title: 'A parameter of the address is wrong.',
    todo: 'Correct the parameters in errors and send again.',
  },
  'unreadable-request': {
    title: 'The HTTP request cannot be read.',
    todo: 'Check the method, the headers and the address (UTF-8, percent-encoded).',
  },
  'request-timeout': {
    title: 'The request did not arrive in time.',
    todo: 'Send it again; with the same Idempotency-Key nothing happens twice.',
  },
  'address-too-long': {
    title: 'The address is too long.',
    todo: 'Check the code or id in the path.',
  },
  'headers-too-large': {
    title: 'The address and headers are too large (16 KB at most).',
    todo: 'Shorten the query and the headers.',
  },
  'forbidden-characters': {
    title: 'A text holds control, invisible or text-direction characters, or broken Unicode.',
    todo: 'Remove them from the field in errors.',
  },
  'body-too-large': {
    title: 'The body is too large (1 MB at most).',
    todo: 'Split it; send attachments as digests only.',
  },
  'body-too-deep': {
    title: 'The JSON is nested deeper than 32 levels.',
    todo: 'Send the structure described at /docs.',
  },
  'unsupported-media-type': {
    title: 'This media type is not supported.',
    todo: 'Send Content-Type: application/json (or application/x-ndjson for a batch).',
  },
  'not-found': { title: 'No such address.', todo: 'See the addresses at /docs.' },
  'method-not-allowed': {
    title: 'This address does not take that method.',
    todo: 'Use a method named in the Allow header.',
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
    todo: 'Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET and start again.',
  },
  'idempotency-key-required': {
    title: 'The Idempotency-Key header is missing.',
    todo: 'Send a new key (a UUID, say) with each act; repeat the key when you try again.',
  },
  'idempotency-key-invalid': {
    title: 'The Idempotency-Key is not well formed.',
    todo: 'Use 8–128 letters, digits, hyphens, underscores, dots, colons.',
  },
  'if-match-required': {
    title: 'The If-Match header is missing.',
    todo: 'Load it, take its ETag and send it as If-Match, so that you overwrite nobody.',
  },
  'if-match-invalid': { title: 'If-Match is not well formed.', todo: 'Send the ETag exactly as you got it.' },
  'cursor-invalid': { title: 'The cursor is wrong.', todo: 'Use next exactly as you got it, or start again.' },
  'cursor-epoch-stale': {
    title: 'The cursor belongs to data from before a restore.',
    todo: 'Read the feed again from its start in the epoch of facts.epoch.',
  },
  'bus-not-offered': {
    title: 'There is no bus for this caller.',
    todo: 'Read GET /v1/events?after=…&wait=25: the same events, answered as soon as there is a new one.',
  },
  'batch-too-large': {
    title: 'The batch has too many items.',
    todo: 'Split it into batches of at most facts.maximum.',
  },
  'rate-limited': {
    title: 'Too many requests.',
    todo: 'Wait for the seconds in Retry-After and send again with the same key.',
  },
  ...PEOPLE_ENGLISH,
  ...PROCEDURES_ENGLISH,
  ...FEASIBILITY_ENGLISH,
  ...ALERTS_ENGLISH,
  ...AMENDMENTS_ENGLISH,
  ...CALENDARS_ENGLISH,
  ...OUTAGES_ENGLISH,
  unavailable: {
    title: 'The system cannot serve at the moment.',
    todo: 'Wait and send again with the same Idempotency-Key; nothing is lost.',
  },
  'commit-unknown': {
    title: 'It is not known whether the act was recorded.',
    todo: 'Send it again with the same Idempotency-Key to learn; it is never recorded twice.',
  },
  'internal-fault': {
    title: 'Something went wrong on our side.',
    todo: 'Send again with the same Idempotency-Key; tell the administrator the request id.',
  },
};
