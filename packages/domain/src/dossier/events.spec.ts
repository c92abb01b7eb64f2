import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EVENT_DATA, EVENT_ENVELOPE, EVENT_TYPES, isAct, isDetected } from './events.js';

describe('what a journal may hold', () => {
  /** Names of everything that may stand in a fact, at any depth. A new one is added here after the question whether it is personal. */
  const NAMES = [
    'agencyId amountVnd approvedBy areaCode assetLocation at attempt builderVersion by calendarProvince',
    'calendarVersion caseKey channel clockId code codeProvisional communeCode component components',
    'consultation copy district documents epoch estimate evidence feeCode from ground headOffice',
    'heldReason jurisdiction leg legalBasis limit means mediaType name newCommuneCode newPromise',
    'officerId oldCode outcome percent pin procedureCode procedureVersion promise provinceCode',
    'provisional reason receiptNumber receivingAgency residence resolution round ruleId rungAt sha256',
    'size step suggestedAgency system to',
  ].flatMap((line) => line.split(' '));

  function namesIn(schema: unknown): readonly string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const own =
      'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
    return [...own, ...Object.values(schema).flatMap(namesIn)];
  }

  it('is codes, ids, times, places and digests: nothing that names a person (law 11)', () => {
    const schemas = EVENT_TYPES.map((type) => z.toJSONSchema(EVENT_DATA[type]));
    expect([...new Set(namesIn(schemas))].sort()).toEqual(NAMES);
    expect(Object.keys(EVENT_ENVELOPE).sort()).toEqual([
      'actor',
      'dossierId',
      'hash',
      'id',
      'occurredAt',
      'phase',
      'prevHash',
      'recordedAt',
      'seq',
    ]);
  });
});

describe('the kinds of facts', () => {
  it('are named for what they are, with the version of their schema', () => {
    expect(EVENT_TYPES.filter((type) => !/^dossier\.[a-z][A-Za-z]+\.v1$/.test(type))).toEqual([]);
  });

  it('are acts of parties, but for receipts and what the sweep finds out', () => {
    expect(EVENT_TYPES.filter((type) => !isAct(type))).toEqual([
      'dossier.transferDelivered.v1',
      'dossier.resultArrived.v1',
      'dossier.clockWarned.v1',
      'dossier.clockBreached.v1',
      'dossier.transferLapsed.v1',
    ]);
    expect(EVENT_TYPES.filter(isDetected)).toEqual([
      'dossier.clockWarned.v1',
      'dossier.clockBreached.v1',
      'dossier.transferLapsed.v1',
    ]);
  });

  it('take nothing they do not name', () => {
    const foreign = EVENT_TYPES.filter((type) => {
      const issues = EVENT_DATA[type].safeParse({ applicantName: 'x' }).error?.issues ?? [];
      return issues.some(({ code }) => code === 'unrecognized_keys');
    });
    expect(foreign).toEqual(EVENT_TYPES);
  });
});
