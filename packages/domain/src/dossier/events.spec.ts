import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EVENT_DATA, EVENT_ENVELOPE, EVENT_TYPES, isAct, isDetected } from './events.js';

describe('what a journal may hold', () => {
  /** Names of everything that may stand in a fact, at any depth. A new one is added here after the question whether it is personal. */
  const NAMES = [
    'after agencyId amendmentId amountVnd approvedBy areaCode assetLocation at attempt before breachWithdrawn',
    'builderVersion by calendar calendarProvince calendarVersion cancelled caseKey cause channel claim clockId',
    'clocks code codeProvisional communeCode component components conflict consultation contradicts copy data',
    'deskAfter deskBefore district documents dueAfter dueAt dueBefore epoch estimate evidence facts feeCode from',
    'fromMinutes fromVersion ground headOffice heldReason issuedOn issuer jurisdiction kind layer layerId leg',
    'legalAfter legalBasis legalBefore legalMinutes legs level limit limitBefore limitBy means mediaType',
    'minimumWorkMinutes minutes n name newCommuneCode newPromise notices number occurredAt officerId oldCode',
    'opinion outageId outcome ownerAfter ownerBefore part percent phase pin policy procedureCode procedureVersion',
    'promise provinceCode provisional publishedMinutes reason receiptNumber receivingAgency reference',
    'relievedMinutes relieves remainingMinutes requestedBy residence resolution reverts revision round rule',
    'ruleId rung rungAt segments seq settled sha256 shortByMinutes size step suggestedAgency system to toMinutes',
    'toVersion type usedMinutes version',
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

  it('are acts of parties, but for receipts and what the engine finds out or derives', () => {
    expect(EVENT_TYPES.filter((type) => !isAct(type))).toEqual([
      'dossier.transferDelivered.v1',
      'dossier.resultArrived.v1',
      'dossier.calendarRestated.v1',
      'dossier.versionAmended.v1',
      'dossier.outageRelieved.v1',
      'dossier.subDeadlinesRecut.v1',
      'dossier.clockWarned.v1',
      'dossier.clockRunsLow.v1',
      'dossier.clockBreached.v1',
      'dossier.transferLapsed.v1',
      'dossier.conflictFound.v1',
    ]);
    expect(EVENT_TYPES.filter(isDetected)).toEqual([
      'dossier.calendarRestated.v1',
      'dossier.versionAmended.v1',
      'dossier.outageRelieved.v1',
      'dossier.clockWarned.v1',
      'dossier.clockRunsLow.v1',
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
