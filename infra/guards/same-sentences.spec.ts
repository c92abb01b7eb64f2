/** The command line and the service say the same of the same finding: one is read offline, the other online, by the same people. */
import { describe, expect, it } from '@jest/globals';
import { CALENDAR_SENTENCES as OFFLINE_CALENDARS } from '../../apps/cli/src/calendars/finding-words.js';
import { LINT_SENTENCES as OFFLINE_LINT } from '../../apps/cli/src/procedures/lint-words.js';
import { CALENDAR_SENTENCES } from '../../apps/routing/src/calendars/finding-sentences.js';
import { LINT_SENTENCES } from '../../apps/routing/src/procedures/lint-sentences.js';

describe('a finding', () => {
  it('of lint has the same sentences offline and from the service', () => {
    expect(OFFLINE_LINT).toEqual(LINT_SENTENCES);
  });

  it('of a calendar has the same sentences offline and from the service', () => {
    expect(OFFLINE_CALENDARS).toEqual(CALENDAR_SENTENCES);
  });
});
