import type { RootContent } from 'mdast';
import type { Field, FieldName } from '../../facts/field';
import type { Achievement } from '../../model/achievement';
import { listItems, parseMarkdown, sourceOf } from '../markdown/markdown';

/** What a PLAN says about one achievement, as Markdown ready to be put into another document. */
export interface AchievementContent {
  readonly goal: string | undefined;
  readonly what: string | undefined;
  /** List items without their bullets; nested lists and code blocks stay inside, indented from column 0. */
  readonly deliverables: readonly string[];
  readonly successCriteria: readonly string[];
  readonly tests: readonly string[];
  /** As written: `2-3 hours`. */
  readonly effort: string | undefined;
  /** Fields without a meaning of their own, in order; then, without a label, what stands between and below the fields. */
  readonly other: readonly { readonly label: string; readonly markdown: string }[];
}

/** Reads the fields of `achievement` from the text of the document that defines it. */
export const readAchievementContent = (planText: string, achievement: Achievement): AchievementContent => {
  const named = (name: FieldName): readonly Field[] =>
    achievement.fields.filter((field) => field.name === name);
  const text = (name: FieldName): string | undefined =>
    named(name)
      .map((field) => markdownOf(planText, field))
      .filter((part) => part !== '')
      .join('\n\n') || undefined;
  const items = (name: FieldName): readonly string[] =>
    named(name).flatMap((field) => itemsOf(planText, field));
  return {
    goal: text('goal'),
    what: text('what'),
    deliverables: items('deliverables'),
    successCriteria: items('success'),
    tests: items('tests'),
    effort: named('effort')[0]?.value || undefined,
    other: [
      ...achievement.fields
        .filter(({ name }) => name === 'other' || name === 'actual')
        .map((field) => ({ label: field.label, markdown: markdownOf(planText, field) })),
      ...restOf(planText, achievement).map((markdown) => ({ label: '', markdown })),
    ],
  };
};

/** What stands in the body outside of its fields, each piece with the blocks of one gap between whole lines. */
const restOf = (planText: string, { definition, body, fields }: Achievement): readonly string[] => {
  const ends = [definition.end, ...fields.map(({ block }) => block.end)];
  return ends.flatMap((above, at) => {
    const next = fields[at]?.block.start;
    const start = planText.indexOf('\n', above) + 1;
    const end = next === undefined ? body.end : planText.lastIndexOf('\n', next - 1) + 1;
    if (start === 0 || end <= start) return [];
    const markdown = proseOf(planText.slice(start, end));
    return markdown === '' ? [] : [markdown];
  });
};

/** The blocks of a text without tags, comments and rules, and without what is left of a table or list of fields. */
const proseOf = (text: string): string =>
  TABLE_OR_LABEL.test(text.trim())
    ? ''
    : contentNodes(text)
        .map((node) => sourceOf(text, node))
        .join('\n\n');

const contentNodes = (text: string): readonly RootContent[] =>
  parseMarkdown(text).children.filter(({ type }) => type !== 'html' && type !== 'thematicBreak');

/** What is left of a table or list whose rows or items are fields. */
const TABLE_OR_LABEL = /^(?:\|[^\n]*(?:\n[ \t]*\|[^\n]*)*|[-*+] [^\n]*:)$/;

/** The value and what hangs below it. A value on the label's line comes first, the nested blocks after it. */
const markdownOf = (planText: string, field: Field): string => {
  const below = blocksBelow(planText, field);
  return [field.value, ...below.nodes.map((node) => sourceOf(below.text, node))]
    .filter((part) => part !== '')
    .join('\n\n');
};

/** Items of the lists below the label; a value without a list is one item; text that is no list is one item each. */
const itemsOf = (planText: string, field: Field): readonly string[] => {
  const { text, nodes } = blocksBelow(planText, field);
  const own = field.value === '' ? [] : splitValue(field.value, nodes.length > 0);
  return [
    ...own,
    ...nodes.flatMap((node) => (node.type === 'list' ? listItems(text, [node]) : [sourceOf(text, node)])),
  ];
};

/** `a.ts, b.ts` on the label's line are several items where nothing follows below. */
const splitValue = (value: string, hasBlocks: boolean): readonly string[] => {
  const parts = value.split(/,\s+/);
  const arePaths = parts.every((part) => /^`[^`]+`(?:\s*\([^)]*\))?$/.test(part));
  return !hasBlocks && arePaths ? parts : [value];
};

/** The lines after the label, with the indentation of the label's own list item taken off. */
const blocksBelow = (
  planText: string,
  field: Field,
): { readonly text: string; readonly nodes: readonly RootContent[] } => {
  const block = planText.slice(field.valueSpan.end, field.block.end);
  const firstBreak = block.indexOf('\n');
  if (firstBreak === -1) return { text: '', nodes: [] };
  const lines = block.slice(firstBreak + 1).split(/\r?\n/);
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shift = Math.min(...indents, 4);
  const text = lines
    .map((line) => line.slice(Math.min(shift, line.length - line.trimStart().length)))
    .join('\n');
  return {
    text,
    nodes: contentNodes(text),
  };
};
