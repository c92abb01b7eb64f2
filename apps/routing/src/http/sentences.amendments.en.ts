/** Answers about bringing open dossiers under another version, extensions and apologies. */
import type { AmendmentCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const AMENDMENTS_ENGLISH: Pick<Sentences, AmendmentCode> = {
  'extension-unit-differs': {
    title: 'The extension is in another unit than the limit.',
    todo: 'A limit in calendar days is extended by calendar days (10cd), one in working time by working time.',
  },
  'apology-not-issued': {
    title: 'There is no letter of apology to deliver.',
    todo: 'The competent agency issues it first (apologise).',
  },
  'apology-already-delivered': {
    title: 'The letter of apology has been delivered already.',
    todo: 'Nothing is left to do.',
  },
  'amendment-version-same': {
    title: 'The dossier is under this version already.',
    todo: 'Choose another version of the procedure.',
  },
  'amendment-procedure-differs': {
    title: 'The two versions are of different procedures.',
    todo: 'Amend only between versions of one procedure code.',
  },
  'amendment-builder-differs': {
    title: 'The machines of the two versions were built in different ways.',
    todo: 'Leave the dossier under its version; the two cannot be compared.',
  },
  'amendment-dossier-ended': { title: 'The dossier has ended.', todo: 'There is nothing to amend.' },
  'amendment-dossier-decided': {
    title: 'The dossier is decided; its limit has been kept or missed.',
    todo: 'Leave it under the version it was decided by.',
  },
  'amendment-limit-unknown': {
    title: 'The new version has no limit for the case and channel of the dossier.',
    todo: 'Add the case to the version, or leave the dossier where it is.',
  },
  'amendment-criterion-differs': {
    title: 'The two versions find the competent agency by different criteria.',
    todo: 'Wait until the competent agency has taken it over, or leave it where it is.',
  },
  'amendment-clock-start-differs': {
    title: 'By the new version the limit would have had to begin at reception.',
    todo: 'Wait until the competent agency has taken it over, or leave it where it is.',
  },
  'amendment-state-without-image': {
    title: 'The state the dossier is in does not exist in the new version.',
    todo: 'facts.missing names the step, consultation or phase.',
  },
  'amendment-cannot-be-completed': {
    title: 'Under the new version the dossier could never come to a result.',
    todo: 'Leave it where it is, or mend the version.',
  },
  'amendment-citizen-act-lost': {
    title: 'The applicant would lose something he may do now.',
    todo: 'facts.acts names it; leave the dossier where it is.',
  },
  'amendment-units-differ': {
    title: 'The limits are in different units: no share can be taken, no extension carried over.',
    todo: 'Use rebaseline or mostFavourable, or leave the dossier where it is.',
  },
  'amendment-not-computable': {
    title: 'The new limit cannot be computed: the calendar does not reach that far.',
    todo: 'Publish the calendars of the years to come and try again.',
  },
  'amendment-moved-on': {
    title: 'The dossier is no longer under a version that is amended.',
    todo: 'facts.version says which it is under.',
  },
  'amendment-overdue-unnamed': {
    title: 'A dossier would become overdue by the change alone and is not named in the approval.',
    todo: 'See facts; name each dossier by its code in `named`, or choose another policy.',
  },
  'amendment-not-in-force': {
    title: 'The amendment does not hold (any more) for the dossier.',
    todo: 'There is nothing to take back.',
  },
  'amendment-followed': {
    title: 'Another amendment has followed this one.',
    todo: 'Take back the last one first (facts.by).',
  },
  'amendment-versions-unknown': {
    title: 'A version is not published, or there is none of that number.',
    todo: 'Amend only between published versions; facts names what is missing.',
  },
  'amendment-target-not-in-force': {
    title: 'The version to come under is not in force today.',
    todo: 'Wait for its first day (facts.effectiveFrom), or choose the version in force.',
  },
  'amendment-not-open': {
    title: 'The amendment is not at the stage at which this can be done.',
    todo: 'facts.state names its stage.',
  },
  'amendment-dry-run-stale': {
    title: 'Something has changed since the dry run that was read.',
    todo: 'facts.changed says what; make the dry run again, read it, then approve.',
  },
  'amendment-crossing': {
    title: 'Another amendment of the same version is under way.',
    todo: 'Wait until facts.amendment is done.',
  },
  'amendment-named-unknown': {
    title: 'A dossier is named that is not in the dry run.',
    todo: 'Check facts.codes.',
  },
  'amendment-revert-too-late': {
    title: 'The time in which the amendment could be taken back is over.',
    todo: 'Make a new amendment to the former version.',
  },
};
