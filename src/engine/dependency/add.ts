import { readPlan } from '../document/plan/plan';
import type { AchievementId } from '../model/ids';
import { lineBreakOf, span } from '../model/text';
import { type Edge, planStatements, sameEdge } from '../rule/edge';
import { addField } from '../rule/edit/addField';
import { applyEdits, inSteps } from '../rule/edit/applyEdits';
import { exchangeInPlan } from '../rule/edit/planFieldEdits';
import type { TextEdit } from '../rule/finding';

/**
 * Lets a PLAN state a dependency in the `Dependencies` field of the achievement, which is added where it lacks one.
 * Nothing where the result would not read as wanted.
 */
export const addToPlan = (text: string, { dependent, dependency }: Edge): readonly TextEdit[] => {
  const edits = inSteps(text, [
    (from) => (hasField(from, dependent) ? [] : newField(from, dependent)),
    (from) => exchangeInPlan(from, dependent, [], [dependency]),
  ]);
  const after = planStatements('', readPlan(applyEdits(text, edits)));
  return after.some((each) => sameEdge(each, { dependent, dependency })) ? edits : [];
};

const fieldsOf = (text: string, id: AchievementId) =>
  readPlan(text).achievements.find((each) => each.id === id);

const hasField = (text: string, id: AchievementId): boolean =>
  fieldsOf(text, id)?.fields.some(({ name }) => name === 'dependencies') === true;

/** In the layout of another achievement that has the field, else as an item below everything else. */
const newField = (text: string, id: AchievementId): readonly TextEdit[] => {
  const likeOthers = addField(text, id, 'dependencies', 'dependencies');
  const end = fieldsOf(text, id)?.body.end;
  if (likeOthers.length > 0 || end === undefined) return likeOthers;
  const eol = lineBreakOf(text);
  const isItem = /^[ \t]*[-*+][ \t]/.test(text.slice(text.lastIndexOf('\n', end - 1) + 1, end));
  return [{ span: span(end, end), newText: `${eol.repeat(isItem ? 1 : 2)}- **Dependencies**: None` }];
};
