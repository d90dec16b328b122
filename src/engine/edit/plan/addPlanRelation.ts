import { readSections } from '../../document/markdown/heading';
import { scanLines } from '../../document/markdown/lines';
import { FURTHER_SECTIONS, USUAL_SECTIONS } from '../../document/plan/compliance';
import { findSection } from '../../document/plan/sectionKind';
import { lineBreakOf } from '../../model/text';
import type { TextEdit } from '../textEdit';
import { insertSection } from './insertSection';

const TITLE = 'Related Plans';
const RELATED = FURTHER_SECTIONS.filter(({ title }) => title === TITLE);

/**
 * States a relation to another plan (`- **Depends on**: PLAN_SHOP.md`) as the first line of the section about related
 * plans, which is added in front of the archive location, or at the end, where the document has none.
 */
export const addPlanRelation = (text: string, label: string, name: string): readonly TextEdit[] => {
  const line = `- **${label}**: ${name}`;
  const section = RELATED.map((kind) => findSection(readSections(scanLines(text)), kind)).find(Boolean);
  if (!section) return insertSection(text, [...USUAL_SECTIONS, ...RELATED], TITLE, line);
  const at = section.heading.end;
  const lineBreak = lineBreakOf(text);
  return [{ span: { start: at, end: at }, newText: `${lineBreak}${lineBreak}${line}` }];
};
