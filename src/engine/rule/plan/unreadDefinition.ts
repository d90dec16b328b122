import { askedChange } from '../../edit/guard/asked';
import { writeDefinition } from '../../edit/plan/writeDefinition';
import type { UnreadDefinition, UnreadReason } from '../../facts/planFacts';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const unreadDefinition: Rule = {
  code: 'unread-definition',
  severity: 'warning',
  summary: 'A line looks like the definition of an achievement, but is not one',
  explanation:
    'A definition is `**Achievement 1.1**: Title` on a line of its own, or a heading such as `### Achievement 1.1: ' +
    'Title`. These lines look like one and define nothing:\n\n' +
    '- ids with letters,\n' +
    '- check boxes, quotes and rows of a table,\n' +
    '- plain or indented text,\n' +
    '- lines where the word "Achievement" is misspelt or missing,\n' +
    '- text that is struck out,\n' +
    '- lines of more than 1,000 characters,\n' +
    '- text inside a tag, or behind a comment or fence that is never closed,\n' +
    '- definitions in a section whose heading does not name achievements.\n\n' +
    'The achievement above ends at such a line all the same, so the line never becomes a part of it.',
  example: {
    language: 'markdown',
    text: '## Desirable Achievements\n\n**Achievement 1.1**: Store\n\n- [ ] **Achievement 1.2**: Search',
  },
  fix:
    'Write the line as a definition. If its id is a valid one, the quick fix does this. Leave text that is struck ' +
    'out, or delete it.',
  *check({ uri, facts }) {
    for (const unread of facts?.unreadDefinitions ?? []) {
      yield {
        uri,
        span: unread.span,
        message: MESSAGES[unread.reason](unread.id),
        fixes: fixOf(uri, unread),
      };
    }
  },
};

const asDefinition = (id: string): string => `write "**Achievement ${id}**: Title"`;

const MESSAGES: Readonly<Record<UnreadReason, (id: string) => string>> = {
  'struck-out': (id) => `Achievement ${id} is struck out, so the plan does not count it.`,
  id: (id) =>
    `"${id}" is not an id, so this defines no achievement. Ids are numbers joined by dots, such as 1.11.`,
  misspelt: (id) => `This defines no achievement, because the word is misspelt: ${asDefinition(id)}.`,
  'check-box': (id) =>
    `A check box defines no achievement. To define ${id}, ${asDefinition(id)} at the start of a line.`,
  quoted: (id) =>
    `A quote defines no achievement. To define ${id}, ${asDefinition(id)} at the start of a line.`,
  plain: (id) => `Plain text defines no achievement. To define ${id}, ${asDefinition(id)}.`,
  indented: (id) =>
    `An indented line defines no achievement. To define ${id}, ${asDefinition(id)} at the start of a line.`,
  'without-word': (id) =>
    `Without the word "Achievement" this defines no achievement. To define ${id}, ${asDefinition(id)}.`,
  'without-colon': (id) =>
    `Without a colon this defines no achievement. To define ${id}, ${asDefinition(id)}.`,
  table: (id) =>
    `A table defines no achievements (here ${id}). For each of them, write a line like "**Achievement 1.1**: Title".`,
  word: (id) => `Only a line with the word "Achievement" defines one. To define ${id}, ${asDefinition(id)}.`,
  'too-long': (id) =>
    `This line is longer than 1,000 characters, so it does not define ${id}. Write a short title, and the rest below it.`,
  tag: (id) =>
    `Text inside tags defines no achievement. To define ${id}, ${asDefinition(id)} at the start of a line.`,
  section: (id) =>
    `The heading above does not name achievements, so this does not define ${id}. Write "Achievements" into that heading, or move this line.`,
  unclosed: (id) =>
    `This is never closed, so everything after it is hidden, including the definition of ${id}.`,
};

const CAN_WRITE: ReadonlySet<UnreadReason> = new Set([
  'misspelt',
  'check-box',
  'quoted',
  'plain',
  'indented',
  'without-colon',
  'without-word',
  'word',
]);

const fixOf = (uri: string, { reason, id, line }: UnreadDefinition): readonly Fix[] =>
  CAN_WRITE.has(reason)
    ? [
        {
          title: `Define achievement ${id} here`,
          preferred: false,
          uri,
          asked: {
            ...askedChange(
              'plan',
              [id],
              'definition',
              ...(reason === 'misspelt' ? (['section'] as const) : []),
            ),
            gained: ['field', 'dependency'],
          },
          edits: (text) => writeDefinition(text, id, line),
        },
      ]
    : [];
