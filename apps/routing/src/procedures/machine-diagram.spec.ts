import { describe, expect, it } from '@jest/globals';
import { PHASES, buildMachine, dossierEdges, machineGraph, regionEdges } from '@lien-thong/domain';
import { landProcedure, localProcedure, procedureForTest, sameDayProcedure } from '@lien-thong/domain/testing';
import { ACT_GUIDE } from '../dossiers/act-guide.js';
import { PHASE_NAMES } from '../dossiers/phase-names.js';
import { DrawnMachines, drawMachine } from './machine-diagram.js';
import type { DiagramView } from './machine-diagram.js';

const VERSIONS = [
  { name: 'a land procedure', version: landProcedure() },
  { name: 'a local one', version: localProcedure() },
  { name: 'one of the same day', version: sameDayProcedure() },
  { name: 'a plain one', version: procedureForTest() },
];

type Node = DiagramView['nodes'][number];
interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (a: Rect, b: Rect): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const framed = ({ nodes }: DiagramView): ReadonlySet<string | null> => new Set(nodes.map(({ parent }) => parent));

/** A point on the rim of a box, a pixel of rounding allowed. */
function onRim([x = 0, y = 0]: readonly number[], box: Node): boolean {
  const across = Math.min(Math.abs(x - box.x), Math.abs(x - box.x - box.width)) <= 1;
  const along = Math.min(Math.abs(y - box.y), Math.abs(y - box.y - box.height)) <= 1;
  const within = { x: x - 1, y: y - 1, width: 2, height: 2 };
  return (across || along) && overlap(within, { ...box, width: box.width + 1, height: box.height + 1 });
}

describe.each(VERSIONS)('the drawing of $name', ({ version }) => {
  const machine = buildMachine(version);
  const graph = machineGraph(machine);
  const drawing = drawMachine(version);
  const frame = { x: 0, y: 0, width: drawing.width, height: drawing.height };
  const parents = framed(drawing);
  const boxes = drawing.nodes.filter(({ id }) => !parents.has(id));

  it('shows every phase of the machine and every state of its consultations, by name', () => {
    const states = graph.consultations.flatMap(({ key, graph: { nodes } }) =>
      nodes.map(({ place }) => `consultation:${key}:${place}`),
    );
    expect(boxes.map(({ id }) => id).sort()).toEqual(
      [...graph.dossier.nodes.map(({ place }) => place), ...states].sort(),
    );
    for (const phase of PHASES) {
      const [label, labelEn] = PHASE_NAMES[phase];
      const node = boxes.find(({ id }) => id === phase);
      if (node !== undefined) expect(node).toMatchObject({ label, labelEn, parent: null });
    }
  });

  it('has an arrow for every way from one place to another, and names what leaves a place as it is', () => {
    const arrows = drawing.edges.map(({ command, from, to }) => `${command} ${from} ${to}`);
    const stays = drawing.nodes.flatMap(({ id, stays: list }) => list.map(({ command }) => `${command} ${id} ${id}`));
    const ofRegions = regionEdges(machine).map(
      ({ command, consultation: key, from, to }) => `${command} consultation:${key}:${from} consultation:${key}:${to}`,
    );
    const ways = [...dossierEdges(machine).map(({ command, from, to }) => `${command} ${from} ${to}`), ...ofRegions];
    expect(new Set([...arrows, ...stays])).toEqual(new Set(ways));
    for (const { command, label, labelEn } of drawing.edges) {
      expect(label).toBe(ACT_GUIDE[command].vi);
      expect(labelEn.length).toBeGreaterThan(3);
    }
  });

  it('overlaps nowhere: boxes keep clear of each other, labels of boxes', () => {
    const clashes = boxes.flatMap((a, n) =>
      boxes
        .slice(n + 1)
        .filter((b) => overlap(a, b))
        .map((b) => [a.id, b.id]),
    );
    expect(clashes).toEqual([]);
    const hidden = drawing.edges.filter(({ labelAt: [x = 0, y = 0] }) =>
      boxes.some((box) => overlap({ x: x - 8, y: y - 8, width: 16, height: 16 }, box)),
    );
    expect(hidden.map(({ command, from, to }) => [command, from, to])).toEqual([]);
  });

  it('lies within its frame, each consultation within its own', () => {
    for (const node of drawing.nodes) {
      expect({ id: node.id, inside: inside(node, frame) }).toEqual({ id: node.id, inside: true });
      const parent = drawing.nodes.find(({ id }) => id === node.parent);
      if (parent !== undefined)
        expect({ id: node.id, inside: inside(node, parent) }).toEqual({ id: node.id, inside: true });
    }
    for (const [x = -1, y = -1] of drawing.edges.flatMap(({ points, labelAt }) => [...points, labelAt])) {
      expect(inside({ x, y, width: 0, height: 0 }, frame)).toBe(true);
    }
  });

  it('leads its arrows from the rim of one box to that of the other', () => {
    for (const { command, from, to, points } of drawing.edges) {
      const [start, end] = [boxes.find(({ id }) => id === from), boxes.find(({ id }) => id === to)];
      const joined =
        start !== undefined && end !== undefined && onRim(points[0] ?? [], start) && onRim(points.at(-1) ?? [], end);
      expect({ command, from, to, joined }).toEqual({ command, from, to, joined: true });
    }
  });

  it('runs from left to right: a dossier begins on the left of where it ends', () => {
    const at = (id: string) => boxes.find((box) => box.id === id)?.x ?? Number.NaN;
    expect(at('start')).toBeLessThan(at('processing'));
    expect(at('processing')).toBeLessThan(at('returned'));
  });

  it('is the same each time, and laid out once', () => {
    expect(JSON.stringify(drawMachine(version))).toBe(JSON.stringify(drawing));
    const kept = new DrawnMachines();
    expect(kept.of(version)).toBe(kept.of(structuredClone(version)));
    expect(kept.of({ ...version, name: 'khác' })).not.toBe(kept.of(version));
  });
});
