import type { Status } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { printable } from '../words/printable';
import { filled } from './columns';
import { type EdgeKind, edgesOf, unknownIn } from './edges';
import { type Group, groupsOf, NO_ACHIEVEMENTS } from './groups';
import { ARROW_COLOUR, CYCLE_COLOUR, NODE_COLOURS, TEXT_COLOUR } from './nodeColours';
import { type WordsOf, wordsIn } from './nodeWords';

/**
 * A quoted DOT string that graphviz shows as exactly `text` where it is a label, and as one name of its own
 * where it names a node. Neither escapes (`\n`, `\N`) nor character references (`&lt;`) have an effect;
 * what cannot be printed becomes a space.
 */
export const quoteDot = (text: string): string => `"${escapeDot(text)}"`;

const escapeDot = (text: string): string =>
  printable(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');

const EDGE_ATTRIBUTES: Readonly<Record<EdgeKind, string>> = {
  satisfied: '',
  waiting: '',
  cycle: ` [color="${CYCLE_COLOUR}", fontcolor="${CYCLE_COLOUR}", style=dashed, label="cycle", constraint=false]`,
  behind: ` [color="${CYCLE_COLOUR}", style=dashed]`,
  unknown: ' [style=dotted]',
};

/** Round corners are of what is open, straight ones of what is complete. */
const FRAMES: Readonly<Partial<Record<Status, string>>> = {
  complete: ', style=filled',
  failed: ', peripheries=2',
  skipped: ', style="rounded,filled,dashed"',
};

/** Columns of a title before it goes on in the next line. */
const TITLE_COLUMNS = 32;

/**
 * The dependency graph in the DOT language, one cluster per level with its achievements in one rank. Arrows point
 * from a dependency to what depends on it, so time flows from left to right.
 */
export const toDot = (plan: AnalysedPlan): string => {
  const words = wordsIn(plan);
  const edges = edgesOf(plan);
  return [
    `digraph ${quoteDot(plan.name)} {`,
    ...graphLines(),
    ...(plan.achievements.length === 0
      ? [`  none [shape=plaintext, style="", label=${label(NO_ACHIEVEMENTS)}];`]
      : []),
    ...groupsOf(plan).flatMap((group, at) => cluster(group, at, words)),
    ...unknownIn(edges).map(
      (id) => `  ${quoteDot(id)} [style=dotted, label=${label(id, 'not in the plan')}];`,
    ),
    ...edges.map(
      ({ achievement, dependsOn, kind }) =>
        `  ${quoteDot(dependsOn)} -> ${quoteDot(achievement)}${EDGE_ATTRIBUTES[kind]};`,
    ),
    '}',
    '',
  ].join('\n');
};

const FONT = 'Helvetica,Arial,sans-serif';
/** Inches; room for the wider fonts of machines that have none of these. */
const MARGIN = '0.36,0.1';

/** How everything in a drawing looks unless it says otherwise. */
export const graphLines = (): readonly string[] => [
  '  rankdir=LR;',
  `  graph [fontname="${FONT}", fontcolor="${TEXT_COLOUR}"];`,
  `  node [shape=box, style="rounded,filled", margin="${MARGIN}", fillcolor=white, color="${ARROW_COLOUR}", fontname="${FONT}", fontcolor="${TEXT_COLOUR}"];`,
  `  edge [color="${ARROW_COLOUR}", fontname="${FONT}"];`,
];

export const CLUSTER_STYLE = 'style="rounded,filled"; fillcolor="#f6f8fa"; color="#d0d7de";';

const cluster = ({ kind, title, achievements }: Group, at: number, words: WordsOf): readonly string[] => {
  const nodes = achievements.map((achievement) => nodeLine(achievement, words));
  return [
    `  subgraph cluster_${at} {`,
    `    label=${label(title)}; ${CLUSTER_STYLE}`,
    ...(kind === 'level'
      ? ['    {', '      rank=same;', ...nodes.map((line) => `      ${line}`), '    }']
      : []),
    ...(kind === 'level' ? [] : nodes.map((line) => `    ${line}`)),
    '  }',
  ];
};

/** A quoted label of several lines, each shown as it is. */
export const label = (...lines: readonly string[]): string => `"${lines.map(escapeDot).join('\\n')}"`;

const nodeLine = (achievement: AnalysedAchievement, wordsOf: WordsOf): string => {
  const { id, title, status } = achievement;
  const words = wordsOf(achievement);
  const { fill, line } = NODE_COLOURS[status];
  const texts = label(id, ...filled(printable(title).split(' '), TITLE_COLUMNS), words.join(', '));
  const width = words.includes('critical') ? ', penwidth=3' : '';
  return `${quoteDot(id)} [label=${texts}, fillcolor="${fill}", color="${line}"${FRAMES[status] ?? ''}${width}];`;
};
