import { describe, expect, it } from '@jest/globals';
import { landProcedure, localProcedure, procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import { buildMachine } from './build-machine.js';
import { dossierEdges, regionEdges } from './edges.js';
import { toMermaid } from './mermaid.js';
import type { MachineLabels } from './mermaid.js';

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
}
interface Drawing {
  /** Names declared, and arrows drawn, region by region. */
  readonly regions: { declared: Map<string, string>; arrows: Arrow[] }[];
  readonly wrong: string[];
}

const HEADER = /^stateDiagram-v2\n {2}state "[^"\n]+" as dossier \{\n/;
const DECLARATION = /^ {4}state "([^"\n:;#]+)" as ([a-zA-Z]\w*)$/;
const ARROW = /^ {4}(\[\*\]|[a-zA-Z]\w*) --> (\[\*\]|[a-zA-Z]\w*)(?: : ([^:;#"\n]+))?$/;

/** Reads a drawing by the small part of Mermaid's grammar that we use; every line that is not of it is listed as wrong. */
function read(text: string): Drawing {
  const regions: Drawing['regions'] = [{ declared: new Map(), arrows: [] }];
  const wrong = HEADER.test(text) && text.endsWith('\n  }\n') ? [] : ['the frame'];
  for (const line of text
    .replace(HEADER, '')
    .replace(/ {2}\}\n$/, '')
    .trimEnd()
    .split('\n')) {
    const region = regions.at(-1);
    const [, name = '', id] = DECLARATION.exec(line) ?? [];
    const [, from, to, label] = ARROW.exec(line) ?? [];
    if (line === '    --') regions.push({ declared: new Map(), arrows: [] });
    else if (id !== undefined) region?.declared.set(id, name);
    else if (from !== undefined && to !== undefined)
      region?.arrows.push({ from, to, labels: label?.split('<br/>') ?? [] });
    else wrong.push(line);
  }
  return { regions, wrong };
}

const KINDS = [
  { kind: 'a land procedure', version: landProcedure() },
  { kind: 'the 1.5-day procedure', version: procedureForTest() },
  { kind: 'a same-day procedure', version: sameDayProcedure() },
  { kind: 'a procedure that never leaves its office', version: localProcedure() },
];

describe.each(KINDS)('the drawing of $kind', ({ version }) => {
  const machine = buildMachine(version);
  const { regions, wrong } = read(toMermaid(version));
  const [dossier, ...consultations] = regions;

  it('keeps to the grammar, and every state it uses is declared in its own region', () => {
    expect(wrong).toEqual([]);
    for (const { declared, arrows } of regions) {
      const used = arrows.flatMap(({ from, to }) => [from, to]).filter((id) => id !== '[*]');
      expect(used.filter((id) => !declared.has(id))).toEqual([]);
      expect([...declared.keys()].filter((id) => !used.includes(id))).toEqual([]);
    }
    const ids = regions.flatMap(({ declared }) => [...declared.keys()]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('shows every edge of the dossier with its guards, and nothing else', () => {
    const drawn = dossier?.arrows.flatMap(({ from, to, labels }) => labels.map((label) => `${from} ${to} ${label}`));
    const edges = dossierEdges(machine).map(({ command, from, to, guards }) => {
      const condition = guards.length === 0 ? '' : ` (${guards.join(', ')})`;
      return `${from === 'start' ? '[*]' : from} ${to} ${command}${condition}`;
    });
    expect(drawn?.toSorted()).toEqual(edges.sort());
  });

  it('shows one region per consultation with every edge of it', () => {
    expect(consultations.length).toBe(version.consultations.length);
    const drawn = consultations.flatMap(({ arrows }) =>
      arrows.flatMap(({ from, to, labels }) => labels.map((label) => `${from} ${to} ${label}`)),
    );
    const edges = regionEdges(machine).map(
      ({ command, consultation, from, to, phases }) =>
        `c_${consultation}_${from} c_${consultation}_${to} ${command} (${phases.join(', ')})`,
    );
    expect(drawn.sort()).toEqual(edges.sort());
  });

  it('begins each consultation idle, and ends the dossier in its final phases only', () => {
    const unlabelled = regions.map(({ arrows }) => arrows.filter(({ labels }) => labels.length === 0));
    expect(unlabelled.map((arrows) => arrows.map(({ from, to }) => `${from} ${to}`))).toEqual([
      ['receptionRefused [*]', 'returned [*]', 'withdrawn [*]', 'closed [*]'],
      ...version.consultations.map(({ key }) => [`[*] c_${key}_idle`]),
    ]);
  });

  it('is the same, byte by byte, each time it is drawn', () => {
    expect(toMermaid(structuredClone(version))).toBe(toMermaid(version));
  });
});

const VIETNAMESE: MachineLabels = {
  phases: { processing: 'Đang giải quyết', awaitingSupplement: 'Chờ bổ sung' },
  consultationStates: { open: 'đang lấy ý kiến' },
  consultations: { tax: 'Cơ quan thuế' },
  commands: { requestSupplement: 'Yêu cầu bổ sung' },
  guards: { roundsAreLeft: 'còn lượt bổ sung' },
};

describe('labels for people', () => {
  const { regions, wrong } = read(toMermaid(landProcedure(), VIETNAMESE));

  it('are shown where they are given, and our names where not', () => {
    expect(wrong).toEqual([]);
    const [dossier, tax] = regions;
    expect(dossier?.declared.get('processing')).toBe('Đang giải quyết');
    expect(dossier?.declared.get('received')).toBe('received');
    expect(tax?.declared.get('c_tax_open')).toBe('Cơ quan thuế - đang lấy ý kiến');
    const supplement = dossier?.arrows.find(({ from, to }) => from === 'processing' && to === 'awaitingSupplement');
    expect(supplement?.labels).toEqual(['Yêu cầu bổ sung (còn lượt bổ sung)']);
  });

  it('cannot break the drawing, whatever an admin types', () => {
    const hostile = 'Bước "1": xong;\n--\n } state x #quot; [*] --> y <b>';
    const version = landProcedure({ name: hostile });
    const drawing = read(
      toMermaid(version, {
        phases: { processing: hostile },
        commands: { decide: hostile },
        guards: { transferLapsed: hostile },
      }),
    );
    expect(drawing.wrong).toEqual([]);
    expect(drawing.regions.length).toBe(3);
  });

  it('keep a consultation whose key holds a dash apart from the divider of regions', () => {
    const [tax] = landProcedure().consultations;
    if (tax === undefined) throw new Error('the land procedure has consultations');
    const drawing = read(toMermaid(localProcedure({ consultations: [{ ...tax, key: 'tax--office' }] })));
    expect(drawing.wrong).toEqual([]);
    expect([...(drawing.regions[1]?.declared.keys() ?? [])]).toEqual([
      'c_tax__office_idle',
      'c_tax__office_open',
      'c_tax__office_answered',
    ]);
  });
});
