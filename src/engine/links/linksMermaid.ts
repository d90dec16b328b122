import { escapeMermaid } from '../graph/mermaid';
import type { AnalysedPlan } from '../model/analysis';
import { stateWords } from '../words/status';
import type { PlanLink } from './link';
import { ARROW_WORDS, type LinkArrow, type LinkedPlan, linkPicture, planWords } from './linkPicture';

/** Plans and the links between them as a Mermaid flowchart, one subgraph per plan with the achievements that links name. */
export const toLinksMermaid = (plans: readonly AnalysedPlan[], links: readonly PlanLink[]): string => {
  const picture = linkPicture(plans, links);
  return [
    'flowchart LR',
    '  accTitle: Links between plans',
    '  accDescr: Arrows point from what is needed first to what needs it.',
    ...picture.plans.flatMap(subgraphOf),
    ...picture.arrows.map(arrowOf),
    '',
  ].join('\n');
};

const subgraphOf = ({ plan, node, achievements }: LinkedPlan, at: number): readonly string[] => [
  `  subgraph g${at}["${escapeMermaid(plan.name)}"]`,
  `    ${node}["${escapeMermaid(planWords(plan))}"]`,
  ...achievements.map(
    ({ node: name, achievement }) =>
      `    ${name}["${escapeMermaid(`${achievement.id} ${achievement.title} - ${stateWords(achievement)}`)}"]`,
  ),
  '  end',
];

const arrowOf = ({ from, to, kind }: LinkArrow): string => `  ${from} -. ${ARROW_WORDS[kind]} .-> ${to}`;
