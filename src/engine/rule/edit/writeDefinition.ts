import { readPlan } from '../../document/plan/plan';
import { lineBreakOf, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';
import { applyEdits } from './applyEdits';

/**
 * Makes a definition of the line that looks like one, its title kept as it is. Nothing where the line has moved on, or
 * where the achievement would not be defined there with all the others as they are.
 * @param line one-based, as it was found
 */
export const writeDefinition = (text: string, id: string, line: number): readonly TextEdit[] => {
  const before = readPlan(text);
  const found = before.unreadDefinitions.find((each) => each.id === id && each.line === line);
  const title = found && titleOf(sliceOf(text, found.span), id);
  if (!found || title === undefined) return [];
  const { start, end } = found.span;
  const eol = lineBreakOf(text);
  const isBelowBlank = /(?:^|\n)[ \t>]*\r?\n$/.test(text.slice(0, start));
  const newText = `${isBelowBlank ? '' : eol}**Achievement ${id}**: ${title}`;
  const edits = [{ span: span(start, end), newText }];
  const after = readPlan(applyEdits(text, edits)).achievements.map((each) => each.id);
  const others = before.achievements.map((each) => each.id);
  const isRight =
    after.includes(id) && after.length === others.length + 1 && others.every((each) => after.includes(each));
  return isRight ? edits : [];
};

/** What stands behind the id, without marks that closed around it. */
const titleOf = (line: string, id: string): string | undefined => {
  const at = line.indexOf(id);
  return at === -1
    ? undefined
    : line
        .slice(at + id.length)
        .replace(/^[*_`\s]*[:：.–—-]?[*_`\s]*/, '')
        .trim();
};
