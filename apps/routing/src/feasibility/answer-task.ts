/** The work itself: calendars are compiled, the question is put to the domain. Pure; takes from milliseconds to seconds of one processor. */
import { exampleReceptions, feasibilityOf, promisedAt, rulesFrom, synthesise, waysOut } from '@lien-thong/domain';
import type { Calendar, FeasibilityQuestion, Party, PromisedDate } from '@lien-thong/domain';
import type { ProofAnswer, ProofQuestion, ProofTask } from './proof-question.js';

/** Throws CalendarDataError for calendars that contradict themselves: they were checked when they were loaded. */
function asked({ source, parties, range, caseKey, channel, route }: ProofQuestion): FeasibilityQuestion {
  const { procedure, legal, desk } = rulesFrom(source);
  const consulted = procedure.consultations.map(({ key }): Party => `consulted:${key}`);
  const desks: Partial<Record<Party, Calendar>> = {};
  for (const party of ['receiver', 'decider', 'carrier', ...consulted] as const) {
    const agency = parties[party];
    desks[party] = (agency === undefined ? null : desk(agency)) ?? legal;
  }
  return { procedure, caseKey, channel, route, offices: { legal, desks }, range };
}

function promisesOf(question: FeasibilityQuestion): readonly PromisedDate[] {
  return exampleReceptions(question).map(({ example, receivedAt }) => ({
    ...{ example, receivedAt },
    ...promisedAt(question, receivedAt),
  }));
}

export function answerTask(task: ProofTask): ProofAnswer {
  const question = asked(task.question);
  switch (task.kind) {
    case 'proof':
      // The starts by day and hour cost next to nothing once a year is proved: whoever wants them later asks for no second proof.
      return {
        kind: 'proof',
        proved: { feasibility: feasibilityOf({ ...question, grid: true }), promises: promisesOf(question) },
      };
    case 'synthesis':
      return { kind: 'synthesis', synthesis: synthesise(question, task.policy) };
    case 'waysOut':
      return { kind: 'waysOut', alternatives: waysOut({ ...question, policy: task.policy }) };
  }
}
