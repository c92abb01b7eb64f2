/** What a command has come to, for scripts. The same for every command; a table of them stands in the README. */

/** Nothing to find: sound, safe, equal, done. */
export const SOUND = 0;
/** Something was found: a finding, a difference, a timeline that is not safe, an act that the service refuses. */
export const FOUND = 1;
/** It could not be looked at: wrong usage, unreadable, or it names what does not exist. `reconcile` says so of its hub, too. */
export const UNREADABLE = 2;
/** The service was not reached, or does not let this key in. */
export const NOT_REACHED = 3;
