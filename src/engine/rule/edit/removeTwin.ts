import { getNodeValue } from 'jsonc-parser';
import { readParallel } from '../../document/parallel/parallelFile';
import type { AchievementId } from '../../model/ids';
import type { TextEdit } from '../finding';
import { jsonTreeOf, nodeAt } from './jsonTree';
import { removeElements } from './removeElements';

/** Removes the achievements of an id that say exactly what the first of that id says; keys in the same order. */
export const removeTwin = (text: string, id: AchievementId): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  if (!root) return [];
  const [first, ...others] = readParallel(text)
    .achievements.filter((each) => each.id === id)
    .map(({ span }) => ({ span, content: contentOf(nodeAt(root, span)) }));
  const twins = others.filter(({ content }) => content !== undefined && content === first?.content);
  return removeElements(
    text,
    twins.map(({ span }) => span),
  );
};

const contentOf = (node: ReturnType<typeof nodeAt>): string | undefined =>
  node && JSON.stringify(getNodeValue(node));
