import { describe, expect, it } from '@jest/globals';
import { applyOverrides, catalogueEntry } from '../../packages/domain/src/procedure/catalogue.js';
import { procedureOverride } from '../../packages/domain/src/procedure/override.js';
import { seedRows } from './read-seeds.js';

const entries = seedRows('procedures.csv').map((row) => catalogueEntry(row));
const overrides = seedRows('procedure_overrides.csv').map((row) => procedureOverride(row));

function count<T>(values: readonly T[], key: (value: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
}

describe('the national list of procedures', () => {
  it('knows the limit of 2,333 procedures of 2,859 and says why it does not know the others', () => {
    expect(entries).toHaveLength(2859);
    expect(count(entries, ({ limit }) => (limit.kind === 'known' ? limit.basis : limit.reason))).toEqual({
      portal: 2333,
      portal_unit_missing: 301,
      text_only: 122,
      none: 103,
    });
  });

  it('knows no limit for 1.011606, whose bare 1 is not one day', () => {
    expect(entries.find(({ code }) => code === '1.011606')?.limit).toMatchObject({
      kind: 'unknown',
      reason: 'portal_unit_missing',
    });
  });

  it('shows the same first limit in its channels as in its own column', () => {
    const shown = entries.filter(({ limit, limitByChannel }) => limit.kind === 'known' && limitByChannel.length > 0);
    const differing = shown.filter(({ limit, limitByChannel }) => {
      return !limitByChannel.some((each) => JSON.stringify(each.limit) === JSON.stringify(limit));
    });
    expect(differing.map(({ code }) => code)).toEqual([]);
  });

  it('keeps the channels of 1.012817 apart: 20 working days online and by post, 30 at the counter', () => {
    const channels = entries.find(({ code }) => code === '1.012817')?.limitByChannel;
    expect(channels?.map(({ channel, limit }) => [channel, limit.kind === 'known' ? limit.duration : null])).toEqual([
      ['online', '20wd'],
      ['post', '20wd'],
      ['counter', '30wd'],
    ]);
  });

  it('has 32 procedures with the 15:00 rule and one that leaves transfer time out', () => {
    expect(entries.filter(({ after15hNextWorkingDay }) => after15hNextWorkingDay)).toHaveLength(32);
    expect(entries.filter(({ excludesTransferTime }) => excludesTransferTime).map(({ code }) => code)).toEqual([
      '1.012564',
    ]);
  });

  it('takes the twelve overrides with their reasons, two of them illustrations, and leaves the rest as it was', () => {
    const over = applyOverrides(entries, overrides);
    const changed = over.filter(({ limit }) => limit.kind === 'known' && limit.basis === 'override');
    expect(changed).toHaveLength(11);
    expect(overrides.filter(({ illustration }) => illustration).map(({ code }) => code)).toEqual([
      '1.004873',
      '1.012817',
    ]);
    expect(over.filter((entry, at) => entry !== entries[at])).toHaveLength(11);
  });
});
