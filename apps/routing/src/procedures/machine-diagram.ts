/** The statechart of a procedure version as a drawing: boxes and arrows with their places, so that a page needs no layout of its own. */
import { hash } from 'node:crypto';
import { COMMAND_TYPES, buildMachine, canonicalJson, machineGraph } from '@lien-thong/domain';
import type { CommandType, Graph, Phase, ProcedureVersion } from '@lien-thong/domain';
import { z } from 'zod';
import { COMMAND_NAMES } from '../dossiers/command-names.js';
import { PHASE_NAMES } from '../dossiers/phase-names.js';
import { laidOut } from './diagram-layout.js';

const commands = z.enum(COMMAND_TYPES as [(typeof COMMAND_TYPES)[number]]);
const named = { label: z.string(), labelEn: z.string() };
const pointSchema = z.array(z.int()).length(2);

export const diagramSchema = z
  .strictObject({
    width: z.int(),
    height: z.int(),
    nodes: z.array(
      z.strictObject({
        id: z
          .string()
          .describe('Mã trạng thái · the phase; `start`; or consultation:<key>, consultation:<key>:<state>'),
        ...named,
        parent: z.string().nullable().describe('Khung chứa nó · the frame of its consultation'),
        x: z.int().describe('Góc trên bên trái, điểm ảnh · of the upper left corner, pixels'),
        y: z.int(),
        width: z.int(),
        height: z.int(),
        final: z.boolean(),
        stays: z
          .array(z.strictObject({ command: commands, ...named }))
          .describe('Việc làm được mà trạng thái giữ nguyên · what may be done there and leaves it as it is'),
      }),
    ),
    edges: z.array(
      z.strictObject({
        command: commands,
        from: z.string(),
        to: z.string(),
        ...named,
        points: z.array(pointSchema).describe('From the rim of one box to that of the other'),
        labelAt: pointSchema.describe('Middle of the label'),
      }),
    ),
  })
  .meta({ id: 'MachineDiagram' });
export type DiagramView = z.infer<typeof diagramSchema>;

type Names = readonly [string, string];
const START: Names = ['Bắt đầu', 'Start'];
const CONSULTATION_STATE_NAMES: Readonly<Record<string, Names>> = {
  idle: ['Chưa lấy ý kiến', 'Not asked'],
  open: ['Đang chờ ý kiến', 'Waiting for the opinion'],
  answered: ['Đã có ý kiến', 'Answered'],
  cancelled: ['Đã hủy lấy ý kiến', 'Cancelled'],
};

const BOX_WIDTH = 156;
/** Of a script without serifs at 12 pixels. */
const LETTER = 6.4;
const LINE = 16;
const PADDING = 8;
const LABEL_WIDTH = 130;
const GAP = 24;
/** Above the boxes of a consultation stands its name. */
const TITLE = 28;

/** Words do not fill a line to its end. */
const FILLED = 0.85;

/** Room for the longer of the two names, broken into lines no wider than `width`. */
function roomFor(names: Names, width: number): { readonly width: number; readonly height: number } {
  const longest = Math.max(...names.map((name) => [...name].length)) * LETTER;
  const lines = longest <= width ? 1 : Math.ceil(longest / (width * FILLED));
  return { width: Math.ceil(Math.min(longest, width)), height: lines * LINE };
}

const labels = ([label, labelEn]: Names) => ({ label, labelEn });
const commandLabel = (command: CommandType) => ({ command, ...labels(COMMAND_NAMES[command]) });

interface Region {
  readonly prefix: string;
  readonly parent: string | null;
  readonly names: (place: string) => Names;
}

/** One region by itself, with its upper left corner at the origin. */
function drawnRegion(graph: Graph<string>, { prefix, parent, names }: Region): DiagramView {
  const boxes = graph.nodes.map(({ place, final, stays }) => ({
    ...{ id: `${prefix}${place}`, parent, final, ...labels(names(place)), stays: stays.map(commandLabel) },
    width: BOX_WIDTH,
    height: roomFor(names(place), BOX_WIDTH - 2 * PADDING).height + 2 * PADDING,
  }));
  const arrows = graph.edges.map(({ command, from, to }) => ({
    ...{ ...commandLabel(command), from: `${prefix}${from}`, to: `${prefix}${to}` },
    room: roomFor(COMMAND_NAMES[command], LABEL_WIDTH),
  }));
  const layout = laidOut(boxes, arrows);
  return {
    ...{ width: layout.width, height: layout.height, nodes: [...layout.boxes] },
    edges: layout.arrows.map(({ command, from, to, label, labelEn, points, labelAt }) => ({
      ...{ command, from, to, label, labelEn, points, labelAt },
    })),
  };
}

const lowered = ([x = 0, y = 0]: readonly number[], by: number): number[] => [x, y + by];

function movedDown({ nodes, edges, ...frame }: DiagramView, by: number): DiagramView {
  return {
    ...frame,
    nodes: nodes.map((node) => ({ ...node, y: node.y + by })),
    edges: edges.map((edge) => ({
      ...edge,
      points: edge.points.map((point) => lowered(point, by)),
      labelAt: lowered(edge.labelAt, by),
    })),
  };
}

function consultationFrame(
  id: string,
  { width, height }: DiagramView,
  { name, nameEn }: { name: string; nameEn: string },
) {
  const label = labels([name, nameEn]);
  return { id, parent: null, final: false, stays: [], ...label, x: 0, y: 0, width, height: height + TITLE };
}

const phaseNames = (place: string): Names =>
  place === 'start' ? START : (PHASE_NAMES[place as Phase] ?? [place, place]);

/** The dossier's region, and beneath it each consultation in a frame of its own. Pure: the same version gives the same drawing. */
export function drawMachine(procedure: ProcedureVersion): DiagramView {
  const { dossier, consultations } = machineGraph(buildMachine(procedure));
  const regions = [drawnRegion(dossier, { prefix: '', parent: null, names: phaseNames })];
  for (const rule of procedure.consultations) {
    const graph = consultations.find(({ key }) => key === rule.key)?.graph;
    if (graph === undefined) continue;
    const id = `consultation:${rule.key}`;
    const names = (place: string): Names => CONSULTATION_STATE_NAMES[place] ?? [place, place];
    const inside = drawnRegion(graph, { prefix: `${id}:`, parent: id, names });
    const { nodes, ...rest } = movedDown(inside, TITLE);
    const frame = consultationFrame(id, inside, rule);
    regions.push({ ...rest, height: frame.height, nodes: [frame, ...nodes] });
  }
  return stacked(regions);
}

function stacked(regions: readonly DiagramView[]): DiagramView {
  let below = 0;
  const placed = regions.map((region) => {
    const moved = movedDown(region, below);
    below += region.height + GAP;
    return moved;
  });
  return {
    width: Math.max(...placed.map(({ width }) => width)),
    height: below - GAP,
    nodes: placed.flatMap(({ nodes }) => nodes),
    edges: placed.flatMap(({ edges }) => edges),
  };
}

const MOST_KEPT = 200;

/** Drawings by what they show: a version is laid out once, and a draft again only when it has changed. */
export class DrawnMachines {
  private readonly kept = new Map<string, DiagramView>();

  of(procedure: ProcedureVersion): DiagramView {
    const key = hash('sha256', canonicalJson(procedure), 'hex');
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    const drawing = drawMachine(procedure);
    this.kept.set(key, drawing);
    return drawing;
  }
}
