import { CLUSTER_STYLE, graphLines, label, quoteDot } from '../graph/dot';
import { NODE_COLOURS } from '../graph/nodeColours';
import type { AnalysedPlan } from '../model/analysis';
import { printable } from '../words/printable';
import { stateWords } from '../words/status';
import type { PlanLink } from './link';
import { ARROW_WORDS, type LinkedPlan, linkPicture, planWords } from './linkPicture';

/** Plans and the links between them in the DOT language, one cluster per plan with the achievements that links name. */
export const toLinksDot = (plans: readonly AnalysedPlan[], links: readonly PlanLink[]): string => {
  const picture = linkPicture(plans, links);
  return [
    'digraph "Links between plans" {',
    ...graphLines(),
    ...picture.plans.flatMap(clusterOf),
    ...picture.arrows.map(
      ({ from, to, kind }) =>
        `  ${from} -> ${to} [label=${quoteDot(ARROW_WORDS[kind])}, style=${kind === 'related' ? 'dotted, arrowhead=none' : 'dashed'}];`,
    ),
    '}',
    '',
  ].join('\n');
};

const clusterOf = ({ plan, node, achievements }: LinkedPlan, at: number): readonly string[] => [
  `  subgraph cluster_${at} {`,
  `    label=${quoteDot(plan.name)}; ${CLUSTER_STYLE}`,
  `    ${node} [label=${quoteDot(planWords(plan))}];`,
  ...achievements.map(({ node: name, achievement }) => {
    const { id, title, status } = achievement;
    const { fill, line } = NODE_COLOURS[status];
    return `    ${name} [label=${label(id, printable(title), stateWords(achievement))}, fillcolor="${fill}", color="${line}"];`;
  }),
  '  }',
];
