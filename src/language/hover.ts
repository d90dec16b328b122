import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { type FoundMention, mentionAt } from '../engine/mention/mentionAt';
import type { DocumentText } from '../engine/mention/mentions';
import { LineIndex, type Span } from '../engine/model/text';
import { headPlace } from '../engine/rule/headPlace';
import type { Snapshot } from '../engine/snapshot';
import { describeAchievement } from '../engine/words/describe';
import { describePlan } from '../engine/words/describePlan';
import { rangeOf } from './positions';

/**
 * What is known of the achievement under the caret: its id in any document of a plan, or its definition line; on the
 * title of a PLAN, of the plan.
 */
export const hoverAt = (snapshot: Snapshot, document: DocumentText, offset: number): Hover | undefined =>
  achievementHover(snapshot, document, offset) ?? planHover(snapshot, document, offset);

const achievementHover = (snapshot: Snapshot, document: DocumentText, offset: number): Hover | undefined => {
  const mention = mentionAt(snapshot, document, offset) ?? definitionLineAt(snapshot, document, offset);
  const achievement = mention?.plan.byId.get(mention.id);
  if (!mention || !achievement) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: describeAchievement(mention.plan, achievement) },
    range: rangeOf(new LineIndex(document.text), mention.span),
  };
};

const planHover = (snapshot: Snapshot, { uri }: DocumentText, offset: number): Hover | undefined => {
  const plan = snapshot.planOf(uri);
  if (!plan?.facts || plan.uri !== uri) return undefined;
  const { span } = headPlace(uri, plan.facts);
  if (offset < span.start || offset >= span.end) return undefined;
  return {
    contents: { kind: MarkupKind.Markdown, value: describePlan(plan) },
    range: rangeOf(snapshot.linesOf(uri), span),
  };
};

const definitionLineAt = (
  snapshot: Snapshot,
  { uri }: DocumentText,
  offset: number,
): FoundMention | undefined => {
  const plan = snapshot.planOf(uri);
  const isAround = ({ start, end }: Span): boolean => start <= offset && offset < end;
  const found = plan?.achievements.find((each) => each.uri === uri && isAround(each.definition));
  return plan && found && { id: found.id, span: found.definition, plan };
};
