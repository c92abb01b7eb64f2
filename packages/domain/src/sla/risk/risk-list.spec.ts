/** The list of risk rules is held to what it says of itself: inputs, levels, words, advice, and what it says at each minute of change. */
import { describe, expect, it } from '@jest/globals';
import { PHASES } from '../../procedure/phase.js';
import { rulesFor } from '../../testing/office-directory.js';
import { wayTo } from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import { landProcedure } from '../../testing/procedures.js';
import { minuteOf, plusMinutes } from '../../time/instant.js';
import { RISK_NAMES, RISK_SENTENCES, told } from '../../words/index.js';
import { BOUNDARIES } from './risk-boundaries.fixture.js';
import type { Boundary } from './risk-boundaries.fixture.js';
import { standard } from './risk.fixture.js';
import { RISK_CAUSES, RISK_RULE_NAMES } from './risk-causes.js';
import type { RiskRuleName } from './risk-causes.js';
import { complaintsAbout, inputsRead, viewAt, viewsOf } from './risk-list-check.fixture.js';
import type { Looked } from './risk-list-check.fixture.js';
import { RISK_RULES } from './risks.js';
import type { ListedRisk } from './risks.js';
import type { Risk, RiskView } from './risk-view.js';

const said = (risks: readonly Risk[]) => risks.map(({ level, cause }) => `${level} ${cause.code}`);
const ALL: readonly (readonly [RiskRuleName, Boundary])[] = RISK_RULE_NAMES.flatMap((name) =>
  BOUNDARIES[name].map((boundary) => [name, boundary] as const),
);

/** A dossier in every phase, on its day, just before its limit ends and long after, so that no rule has a corner nobody looked into. */
const EVERY_PHASE: readonly RiskView[] = PHASES.flatMap((phase) =>
  [
    landProcedure(),
    landProcedure({ legalEnd: 'readyForReturn' }),
    landProcedure({ legalEnd: 'readyForReturn', cases: standard('1wd') }),
  ].flatMap((procedure) => {
    const story = given(rulesFor(procedure), wayTo(phase, '1.012817'));
    const now = minuteOf(story.now);
    const due = story.file?.clocks.find(({ id }) => id === 'legal')?.dueAt ?? now;
    return [now, plusMinutes(due, -1), plusMinutes(now, 60 * 24 * 40)].map((at) => viewAt(story, at, ['landRegister']));
  }),
);

const LIST: Looked = { rules: RISK_RULES, boundaries: BOUNDARIES, names: RISK_NAMES, sentences: RISK_SENTENCES };

describe.each(ALL)('%s', (name, boundary) => {
  it(`says ${boundary.before.join() || 'nothing'} before, and ${boundary.then.join() || 'nothing'} when ${boundary.change}`, () => {
    const [before, at, after] = viewsOf(boundary).map((view) => said(RISK_RULES[name].find(view)));
    expect({ before, at, after }).toEqual({ before: boundary.before, at: boundary.then, after: boundary.after });
  });
});

describe('the list of risk rules', () => {
  it('keeps to what it declares: inputs, findings, levels, advice, words and boundaries', () => {
    expect(complaintsAbout(LIST, EVERY_PHASE)).toEqual([]);
  });

  it('has every cause of the vocabulary under its rule, and no other', () => {
    const listed = Object.fromEntries(RISK_RULE_NAMES.map((name) => [name, Object.keys(RISK_RULES[name].causes)]));
    expect(listed).toEqual(RISK_CAUSES);
    expect(Object.keys(RISK_SENTENCES).sort()).toEqual(Object.values(RISK_CAUSES).flat().sort());
  });

  it('fills every place of its sentences, in both languages', () => {
    const found = [...ALL.flatMap(([, boundary]) => viewsOf(boundary)), ...EVERY_PHASE].flatMap((view) =>
      RISK_RULE_NAMES.flatMap((name) => RISK_RULES[name].find(view)),
    );
    expect(new Set(found.map(({ cause }) => cause.code)).size).toBe(Object.keys(RISK_SENTENCES).length);
    for (const { cause } of found) {
      const [vi, en] = RISK_SENTENCES[cause.code];
      const lines = [told(vi, cause.facts, 'vi'), told(en, cause.facts, 'en')];
      expect({ code: cause.code, open: lines.filter((line) => /[{}]|–|undefined|NaN/.test(line)) }).toEqual({
        code: cause.code,
        open: [],
      });
    }
  });
});

describe('a rule that is planted', () => {
  const plant = (rule: Partial<ListedRisk>, rest: Partial<Looked> = {}): readonly string[] => {
    const rules = { legAt50: { ...RISK_RULES.legAt50, ...rule } };
    return complaintsAbout({ ...LIST, rules, ...rest }, EVERY_PHASE);
  };

  it.each([
    ['without words', plant({}, { sentences: {}, names: {} }), /no name in both languages/],
    [
      'with half a sentence',
      plant({}, { sentences: { halfUsed: ['Đã dùng nửa thời hạn', ''] } }),
      /no sentence in both/,
    ],
    ['without a test at its minute', plant({}, { boundaries: {} }), /no test at the minute it changes/],
    ['without inputs', plant({ reads: [] }), /names no inputs/],
    ['that looks at more than it says', plant({ reads: ['clocks', 'now'] }), /reads legalCalendar, undeclared/],
    [
      'that says it looks at more',
      plant({ reads: [...RISK_RULES.legAt50.reads, 'systemsDown'] }),
      /never reads systemsDown/,
    ],
    ['with a level nothing shows', plant({ causes: { halfUsed: ['info', 'high'] } }), /nothing shows halfUsed high/],
    ['that finds what it does not declare', plant({ causes: {} }), /halfUsed info is not declared/],
    [
      'that advises what it does not declare',
      plant({ find: RISK_RULES.deliveryPending.find }, { boundaries: { legAt50: BOUNDARIES.deliveryPending } }),
      /advises recallTransfer, undeclared/,
    ],
  ])('%s is found out', (_, complaints, what) => {
    expect(complaints.join('\n')).toMatch(what);
  });

  it('and the watch does see what is read', () => {
    const [view] = EVERY_PHASE;
    const nosy: ListedRisk = { ...RISK_RULES.legAt50, find: ({ file }) => (file.dossier.assignee === null ? [] : []) };
    expect([...inputsRead(nosy, [view as RiskView])]).toEqual(['dossier.assignee']);
  });
});
