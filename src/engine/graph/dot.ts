import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { statusWords } from '../model/status';
import { type EdgeKind, edgesOf } from './edges';
import { printable } from './plainText';

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
  cycle: ' [color=red, fontcolor=red, style=dashed, label="cycle", constraint=false]',
  behind: ' [color=red, style=dashed]',
  unknown: ' [style=dotted]',
};

/**
 * The dependency graph in the DOT language, one cluster of equal rank per level. Arrows point from a
 * dependency to what depends on it, so time flows from left to right.
 */
export const toDot = (plan: AnalysedPlan): string => {
  const unlevelled = plan.achievements.filter(({ level }) => level === undefined);
  const edges = edgesOf(plan);
  const unknown = new Set(edges.filter(({ kind }) => kind === 'unknown').map(({ dependsOn }) => dependsOn));
  return [
    `digraph ${quoteDot(plan.name)} {`,
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="Helvetica"];',
    '  edge [fontname="Helvetica"];',
    ...plan.levels.flatMap(({ level, achievements }) => [
      `  subgraph level_${level} {`,
      '    rank=same;',
      ...achievements.flatMap((id) => nodeLine(plan.byId.get(id))).map((line) => `    ${line}`),
      '  }',
    ]),
    ...unlevelled.flatMap(nodeLine).map((line) => `  ${line}`),
    ...[...unknown].map((id) => `  ${quoteDot(id)} [style=dotted, label=${label(id, 'not in the plan')}];`),
    ...edges.map(
      ({ achievement, dependsOn, kind }) =>
        `  ${quoteDot(dependsOn)} -> ${quoteDot(achievement)}${EDGE_ATTRIBUTES[kind]};`,
    ),
    '}',
    '',
  ].join('\n');
};

const label = (...lines: readonly string[]): string => `"${lines.map(escapeDot).join('\\n')}"`;

const nodeLine = (achievement: AnalysedAchievement | undefined): readonly string[] => {
  if (!achievement) return [];
  const { id, title, status, ready, levelReason } = achievement;
  const words = [statusWords(status)];
  if (ready) words.push('ready');
  if (levelReason === 'in-cycle') words.push('in a cycle');
  if (levelReason === 'behind-cycle') words.push('behind a cycle');
  return [`${quoteDot(id)} [label=${label(id, title, words.join(', '))}];`];
};
