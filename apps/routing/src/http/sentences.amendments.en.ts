/** Answers about bringing open dossiers under another version, extensions and apologies. */
import type { AmendmentCode } from './problem-codes.js';
import type { Sentences } from './sentences.js';

export const AMENDMENTS_ENGLISH: Pick<Sentences, AmendmentCode> = {
  'extension-unit-differs': {
    title: 'The extension is in another unit than the limit.',
    todo: 'Extend a limit of calendar days by calendar days, one of working days or hours by those.',
  },
  'apology-not-issued': {
    title: 'There is no letter of apology to deliver.',
    todo: 'The deciding agency issues it first.',
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
    title: 'The two versions were built in two ways that cannot be compared.',
    todo: 'Leave the dossier where it is.',
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
    title: 'The new version has no place for where the dossier stands.',
    todo: 'Leave the dossier where it is, or add that step to the new version.',
  },
  'amendment-cannot-be-completed': {
    title: 'Under the new version the dossier could never come to a result.',
    todo: 'Leave it where it is, or mend the version.',
  },
  'amendment-citizen-act-lost': {
    title: 'The applicant would lose something he may do now.',
    todo: 'Leave the dossier where it is.',
  },
  'amendment-units-differ': {
    title: 'The limits are in different units: no share can be taken, no extension carried over.',
    todo: 'Choose to count anew or what is best for the applicant, or leave the dossier where it is.',
  },
  'amendment-not-computable': {
    title: 'The new limit cannot be computed: the calendar does not reach that far.',
    todo: 'Publish the calendars of the years to come and try again.',
  },
  'amendment-moved-on': {
    title: 'The dossier is no longer under a version that is amended.',
    todo: 'Nothing is to be done: it is under version {version} by now.',
  },
  'amendment-overdue-unnamed': {
    title: 'A dossier would become overdue by the change alone and is not named in the approval.',
    todo: 'See the dossiers that become overdue and name each when approving, or choose another policy.',
  },
  'amendment-not-in-force': {
    title: 'The amendment does not hold (any more) for the dossier.',
    todo: 'There is nothing to take back.',
  },
  'amendment-followed': {
    title: 'Another amendment has followed this one.',
    todo: 'Take back the last one first.',
  },
  'amendment-versions-unknown': {
    title: 'A version is not published, or there is none of that number.',
    todo: 'Dossiers move between published versions only; choose them again.',
  },
  'amendment-target-not-in-force': {
    title: 'The version to come under is not in force today.',
    todo: 'Wait for its first day, or choose the version in force.',
  },
  'amendment-not-open': {
    title: 'The amendment is not at the stage at which this can be done.',
    todo: 'Load it again to see how far it is.',
  },
  'amendment-dry-run-stale': {
    title: 'Something has changed since the dry run that was read.',
    todo: 'Make the dry run again, read it, then approve.',
  },
  'amendment-crossing': {
    title: 'Another amendment of the same version is under way.',
    todo: 'Wait until that one is done, then approve.',
  },
  'amendment-named-unknown': {
    title: 'A dossier is named that is not in the dry run.',
    todo: 'Leave these dossiers out of those named: {codes}.',
  },
  'amendment-revert-too-late': {
    title: 'The time in which the amendment could be taken back is over.',
    todo: 'Make a new amendment to the former version.',
  },
};
