/** Words of the reports on minutes and lateness, and of the lateness of one dossier. */
export type ReportWords = Readonly<
  Record<'causes' | 'owners' | 'pairs' | 'excluded', Readonly<Record<string, string>>>
>;

export const REPORT_ENGLISH: ReportWords = {
  causes: {
    ownExcess: 'Own excess: late though all others had kept their sub-deadlines',
    inherited: 'Inherited: in time, had those before kept their sub-deadlines',
    structural: 'Structural: the budgets do not fit into the limit, nobody exceeded his',
    outside: 'Outside the plan: applicant, outage or external ground that the limit counts',
  },
  owners: {
    exchange: 'Electronic exchange',
    publicPost: 'Public post',
    applicant: 'Applicant',
    system: 'Outage of a shared system',
    external: 'External ground',
  },
  pairs: { nobody: 'taken over by nobody', itself: 'decides itself' },
  excluded: {
    'calendar-does-not-reach': 'Cannot be computed: the calendar does not reach',
    'limit-not-begun': 'Its limit has not begun',
    'not-read-yet': 'Ended just now, not accounted for yet',
    'open-not-computable': 'Open, and its limit cannot be computed',
    'open-overdue': 'Open and overdue now: whose the minutes are stands in its own account',
    'open-in-time': 'Open and in time',
    open: 'Open',
    'never-received': 'Never received',
  },
};
