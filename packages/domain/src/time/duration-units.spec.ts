import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

/** Each is judged by the compiler itself, since tests run with their types stripped. */
const allowed = {
  'two working days': "addDurations(workingDays('1'), workingDays('0.5'))",
  'two working hours': 'addDurations(workingHours(4), workingHours(8))',
  'two calendar days': 'addDurations(calendarDays(10), calendarDays(5))',
  'minutes of working hours': 'workMinutes(workingHours(4), 480)',
};
const refused = {
  'working days with working hours': 'addDurations(workingDays(1), workingHours(8))',
  'working hours with working days': 'addDurations(workingHours(8), workingDays(1))',
  'working days with calendar days': 'addDurations(workingDays(1), calendarDays(1))',
  'the same day with itself': 'addDurations(sameDay, sameDay)',
  'a duration of unknown unit': 'addDurations(unknownUnit, unknownUnit)',
  'a bare text': "addDurations('1wd', '1wd')",
  'working minutes of calendar days': 'workMinutes(calendarDays(1), 480)',
  'an instant for a minute': 'dayOf(instantOf(0 as Minute))',
  'a day for a minute': 'minuteOfDay(dayFromIso("2026-11-24"))',
};
const lines = [...Object.values(allowed), ...Object.values(refused)];
const source = [
  "import { addDurations, calendarDays, sameDay, workMinutes, workingDays, workingHours } from './duration.js'; import type { Duration } from './duration.js'; import { dayFromIso, dayOf, instantOf, minuteOfDay } from './instant.js'; import type { Minute } from './instant.js'; declare const unknownUnit: Duration;",
  ...lines.map((line) => `${line};`),
].join('\n');

describe('the compiler, asked to mix units', () => {
  const faultyLines = new Set<number>();

  beforeAll(() => {
    const path = fileURLToPath(new URL('./planted-units.ts', import.meta.url));
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      lib: ['lib.es2023.d.ts'],
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    };
    const host = ts.createCompilerHost(options);
    const planted = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023);
    const { getSourceFile, fileExists, readFile } = host;
    host.getSourceFile = (name, ...rest) => (name === path ? planted : getSourceFile.call(host, name, ...rest));
    host.fileExists = (name) => name === path || fileExists.call(host, name);
    host.readFile = (name) => (name === path ? source : readFile.call(host, name));
    const program = ts.createProgram([path], options, host);
    for (const { start } of program.getSemanticDiagnostics(program.getSourceFile(path))) {
      faultyLines.add(ts.getLineAndCharacterOfPosition(planted, start ?? 0).line);
    }
  }, 60_000);

  it.each(Object.entries(allowed))('adds %s', (_, line) => {
    expect(faultyLines.has(lines.indexOf(line) + 1)).toBe(false);
  });

  it.each(Object.entries(refused))('refuses %s', (_, line) => {
    expect(faultyLines.has(lines.indexOf(line) + 1)).toBe(true);
  });

  it('finds nothing else wrong', () => {
    expect(faultyLines.size).toBe(Object.keys(refused).length);
  });
});
