import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Snapshot } from '../engine/engine';
import type { AchievementId } from '../engine/model/achievement';
import type { AnalysedPlan } from '../engine/model/analysis';
import type { Span } from '../engine/model/text';
import { describeAchievement } from './describe';
import { rangeOf } from './positions';

/** What is known of the achievement under the caret: its definition in a PLAN, its id anywhere in parallel.json. */
export const hoverAt = (snapshot: Snapshot, uri: string, offset: number): Hover | undefined => {
  const plan = snapshot.planOf(uri);
  const mention = plan && mentions(plan, uri).find(({ span }) => span.start <= offset && offset < span.end);
  const achievement = mention && plan.byId.get(mention.id);
  if (!mention || !achievement) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: describeAchievement(plan, achievement) },
    range: rangeOf(snapshot.linesOf(uri), mention.span),
  };
};

interface Mention {
  readonly id: AchievementId;
  readonly span: Span;
}

const mentions = (plan: AnalysedPlan, uri: string): readonly Mention[] =>
  plan.parallel?.uri === uri ? parallelMentions(plan) : definitionMentions(plan, uri);

const definitionMentions = (plan: AnalysedPlan, uri: string): readonly Mention[] =>
  plan.achievements
    .filter((achievement) => achievement.uri === uri)
    .map(({ id, definition }) => ({ id, span: definition }));

const parallelMentions = ({ parallel }: AnalysedPlan): readonly Mention[] => {
  if (!parallel) return [];
  const { achievements, crossPriority } = parallel.facts;
  const references = [
    ...achievements.flatMap(({ dependencies, blocks }) => [...dependencies, ...blocks]),
    ...crossPriority.flatMap(({ from, to }) => [from, to]),
  ];
  return [
    ...achievements.map(({ id, idSpan }) => ({ id, span: idSpan })),
    ...references.map(({ value, span }) => ({ id: value, span })),
  ];
};
