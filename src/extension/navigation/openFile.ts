import type { AnalysedAchievement } from '../../engine/model/analysis';
import type { Span } from '../../engine/model/text';
import { messageOf, UserError } from '../../shared/userError';
import type { Command } from '../commands/commandRegistry';
import { isNode, type Targets, uriFrom } from '../commands/targets';
import type { NodeOfPlan } from '../tree/nodes';
import { openAt } from './openAt';

/** Arguments: a URI and a span to select, plan URI and id, or a tree node. Of an achievement the newest document. */
export const openFile =
  (targets: Targets): Command =>
  async (argument, span) => {
    const uri =
      typeof span === 'string'
        ? newestOf((await targets.achievementFor(argument, span)).achievement)
        : isNode(argument)
          ? uriOfNode(argument)
          : uriFrom(argument);
    if (uri === undefined) return;
    try {
      await openAt(uri, isSpan(span) ? span : undefined);
    } catch (error) {
      throw new UserError(`${uri} could not be opened: ${messageOf(error)}`, { cause: error });
    }
  };

const uriOfNode = (node: NodeOfPlan): string | undefined => {
  if (node.kind === 'file' || node.kind === 'note') return node.uri;
  if (node.kind !== 'achievement') return node.plan.uri;
  return newestOf(node.achievement);
};

const newestOf = ({ approved, fix, executions, subplan, skipped, uri }: AnalysedAchievement): string =>
  approved ?? fix ?? executions[0] ?? subplan ?? skipped ?? uri;

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
