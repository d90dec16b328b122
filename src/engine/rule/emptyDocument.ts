import { fill } from '../document/work/fillMark';
import { EXECUTION, SUBPLAN, type WorkSection } from '../document/work/workSections';
import { askedAddition } from '../edit/asked';
import { span } from '../model/text';
import { printable } from '../words/printable';
import type { Fix } from './finding';
import type { Rule } from './rule';
import { documentsOf, type OwnedDocument, startOf } from './work';

export const emptyDocument: Rule = {
  code: 'empty-document',
  severity: 'warning',
  summary: 'A SUBPLAN or EXECUTION_TASK is empty',
  explanation:
    'The file alone makes the achievement *SUBPLAN created* or *EXECUTION created*, but nothing is written in it: neither ' +
    'how the work is to be done nor that any was. It may be left over from a tool that was stopped. Only white space ' +
    'counts as empty.',
  example: { language: 'text', text: 'subplans/SUBPLAN_SHOP_11.md with 0 bytes' },
  fix:
    'Write it, or delete it and create it again, which fills in what the PLAN says; the quick fix writes its title and the ' +
    'usual sections, with places to fill in.',
  *check(plan) {
    for (const document of documentsOf(plan, 'subplan', 'execution')) {
      if (!document.facts.outline.isBlank || document.standing === 'superseded') continue;
      yield {
        ...startOf(document.file.uri),
        message: `This ${wordFor(document)} of ${document.achievement.id} is empty.`,
        fixes: [writeFix(document)],
      };
    }
  },
};

const wordFor = ({ kind }: OwnedDocument): string => (kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION_TASK');

const writeFix = (document: OwnedDocument): Fix => {
  const { id, title } = document.achievement;
  const sections: readonly WorkSection[] = Object.values(document.kind === 'subplan' ? SUBPLAN : EXECUTION);
  const parts = [
    `# ${wordFor(document)}: ${printable(title)}`,
    `**Achievement**: ${id}`,
    ...sections.flatMap(({ title, holds }) => (holds === undefined ? [] : [`## ${title}`, fill(holds)])),
  ];
  return {
    title: 'Write the usual sections',
    preferred: false,
    uri: document.file.uri,
    asked: askedAddition('work', [id], 'header'),
    edits: () => [{ span: span(0, 0), newText: `${parts.join('\n\n')}\n` }],
  };
};
