/** The drawing of the statechart, with the places the service has reckoned. */
import type { MachineDiagram } from '@lien-thong/client';
import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { arrowKey } from './passed.js';
import type { Passed } from './passed.js';
import style from './statechart.module.css';
import { statechartWords } from './statechart-words.js';

interface Properties {
  readonly diagram: MachineDiagram;
  readonly passed: Passed;
  readonly now: { readonly vi: string; readonly en: string };
}

type Node = MachineDiagram['nodes'][number];
type Edge = MachineDiagram['edges'][number];

const SCALES = [0.3, 0.4, 0.5, 0.65, 0.8, 1] as const;
const USUAL = 2;
/** As wide as the service has laid labels out. */
const LABEL = { width: 150, height: 60 };

export function Statechart({ diagram, passed, now }: Properties) {
  const words = useWords(statechartWords);
  const [zoom, setZoom] = useState(USUAL);
  const scale = SCALES[zoom] ?? 1;
  const view = useRef<HTMLDivElement>(null);
  const here = diagram.nodes.find(({ id }) => passed.now.has(id));
  // What is asked first is where the dossier stands: that is in the middle, whatever the size.
  useEffect(() => {
    const { current } = view;
    if (current === null || here === undefined) return;
    current.scrollTo({
      left: (here.x + here.width / 2) * scale - current.clientWidth / 2,
      top: (here.y + here.height / 2) * scale - current.clientHeight / 2,
    });
  }, [here, scale]);
  return (
    <>
      <p className="row">
        <button type="button" disabled={zoom === 0} onClick={() => setZoom((before) => before - 1)}>
          {words.smaller}
        </button>
        <button type="button" disabled={zoom === SCALES.length - 1} onClick={() => setZoom((before) => before + 1)}>
          {words.larger}
        </button>
        <span className="soft">{words.key}</span>
      </p>
      <div ref={view} className={style['scroll']} tabIndex={0} role="region" aria-label={words.scroll}>
        <Drawing {...{ diagram, passed, now, scale }} />
      </div>
    </>
  );
}

function Drawing({ diagram, passed, now, scale }: Properties & { readonly scale: number }) {
  const words = useWords(statechartWords);
  const say = useSay();
  const id = useId();
  const { width, height, nodes, edges } = diagram;
  // What was taken lies over what was not.
  const isTaken = (edge: Edge) => passed.arrows.has(arrowKey(edge));
  const sorted = [...edges].sort((a, b) => Number(isTaken(a)) - Number(isTaken(b)));
  return (
    <svg
      viewBox={`${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`}
      width={width * scale}
      height={height * scale}
      role="img"
      aria-label={words.label(say(now.vi, now.en))}
    >
      <defs>
        <marker
          {...{ id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 12, markerHeight: 12 }}
          markerUnits="userSpaceOnUse"
          orient="auto-start-reverse"
        >
          <path d="M0 0 L8 4 L0 8 z" className={style['tip']} />
        </marker>
      </defs>
      {nodes.filter(isFrame).map((node) => (
        <Frame key={node.id} node={node} />
      ))}
      {sorted.map((edge, i) => (
        <Arrow key={i} edge={edge} tip={`url(#${id})`} isTaken={isTaken(edge)} />
      ))}
      {nodes
        .filter((node) => !isFrame(node))
        .map((node) => (
          <Box key={node.id} node={node} passed={passed} />
        ))}
    </svg>
  );
}

const MARGIN = 12;

/** `consultation:tax` holds boxes; `consultation:tax:open` is one. */
const isFrame = ({ id }: Node) => id.startsWith('consultation:') && id.split(':').length === 2;

function Frame({ node: { x, y, width, height, label, labelEn } }: { readonly node: Node }) {
  const say = useSay();
  return (
    <g>
      <rect className={style['frame']} {...{ x, y, width, height }} />
      <text x={x + 8} y={y + 19} className={style['frameName']}>
        {say(label, labelEn)}
      </text>
    </g>
  );
}

function Box({
  node: { id, x, y, width, height, label, labelEn, final },
  passed,
}: {
  readonly node: Node;
  readonly passed: Passed;
}) {
  const say = useSay();
  const state = passed.now.has(id) ? 'now' : passed.before.has(id) ? 'before' : 'ahead';
  return (
    <g>
      <rect className={`${style['box']} ${style[state]}`} rx={6} {...{ x, y, width, height }} />
      {final && <rect className={style['inner']} rx={4} x={x + 3} y={y + 3} width={width - 6} height={height - 6} />}
      <foreignObject {...{ x, y, width, height }}>
        <div className={`${style['text']} ${style[`${state}Text`]}`}>
          {state === 'now' && '▶ '}
          {say(label, labelEn)}
        </div>
      </foreignObject>
    </g>
  );
}

function Arrow({ edge, tip, isTaken }: { readonly edge: Edge; readonly tip: string; readonly isTaken: boolean }) {
  const say = useSay();
  const [x = 0, y = 0] = edge.labelAt;
  return (
    <g className={isTaken ? style['taken'] : undefined}>
      <polyline
        className={style['arrow']}
        points={edge.points.map((point) => point.join(',')).join(' ')}
        markerEnd={tip}
      />
      <foreignObject x={x - LABEL.width / 2} y={y - LABEL.height / 2} {...LABEL}>
        <div className={style['label']}>
          <span>{say(edge.label, edge.labelEn)}</span>
        </div>
      </foreignObject>
    </g>
  );
}
