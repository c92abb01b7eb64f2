/** Lays a small graph out from left to right, in whole pixels. The same graph is laid out the same way every time. */
import dagre from '@dagrejs/dagre';

const SPACING = { nodesep: 20, edgesep: 8, ranksep: 22, marginx: 16, marginy: 16 };

export interface BoxAsked {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface ArrowAsked {
  readonly from: string;
  readonly to: string;
  /** Room for its label. */
  readonly room: { readonly width: number; readonly height: number };
}

type Point = [x: number, y: number];

/** `x` and `y` are those of the upper left corner. */
type Placed<B> = B & { readonly x: number; readonly y: number };
/** From rim to rim; `labelAt` is the middle of the label. */
type Drawn<A> = A & { readonly points: Point[]; readonly labelAt: Point };

export interface Layout<B, A> {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Placed<B>[];
  readonly arrows: readonly Drawn<A>[];
}

/** What the layout writes on a label of the graph. */
interface Spot {
  readonly x?: number;
  readonly y?: number;
  readonly points?: readonly { readonly x: number; readonly y: number }[];
}

/**
 * Boxes and arrows with their places; several arrows may join the same two boxes. Boxes are given in the order in which a reader
 * expects them from left to right: an arrow against it is laid out the other way round, so that no loop turns the drawing about. Pure.
 */
export function laidOut<B extends BoxAsked, A extends ArrowAsked>(
  boxes: readonly B[],
  arrows: readonly A[],
): Layout<B, A> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', ranker: 'network-simplex', ...SPACING });
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  const order = new Map(boxes.map(({ id }, place) => [id, place]));
  const ways = arrows.map((arrow, n) => {
    const { from, to } = arrow;
    const isBack = (order.get(from) ?? 0) > (order.get(to) ?? 0);
    return { arrow, isBack, v: isBack ? to : from, w: isBack ? from : to, name: String(n) };
  });
  for (const { v, w, name, arrow } of ways) graph.setEdge(v, w, { ...arrow.room, labelpos: 'c' }, name);
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    ...{ width: Math.ceil(width), height: Math.ceil(height) },
    boxes: boxes.map((box) => placed(box, graph.node(box.id) as Spot)),
    arrows: ways.map(({ arrow, isBack, v, w, name }) => drawn(arrow, isBack, graph.edge(v, w, name) as Spot)),
  };
}

/** The layout tells the middle of a box. */
function placed<B extends BoxAsked>(box: B, { x = 0, y = 0 }: Spot): Placed<B> {
  return { ...box, x: Math.round(x - box.width / 2), y: Math.round(y - box.height / 2) };
}

function drawn<A extends ArrowAsked>(arrow: A, isBack: boolean, { x = 0, y = 0, points = [] }: Spot): Drawn<A> {
  const rounded = points.map((point): Point => [Math.round(point.x), Math.round(point.y)]);
  return { ...arrow, points: isBack ? rounded.reverse() : rounded, labelAt: [Math.round(x), Math.round(y)] };
}
