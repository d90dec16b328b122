import { readSections } from '../../document/markdown/heading';
import { scanLines } from '../../document/markdown/lines';
import { findSection, type SectionKind } from '../../document/plan/sectionKind';
import type { Section } from '../../facts/planFacts';
import { lineBreakOf } from '../../model/text';
import type { TextEdit } from '../finding';

/**
 * Adds the section `title` of a template to a document: behind the nearest section that the template has before it,
 * else in front of the nearest one after it, else at the end; as deep as that neighbour. `body` is its content with
 * `\n` as line break. Nothing for a document that has the section, or whose end is code or a comment left open.
 */
export const insertSection = (
  text: string,
  template: readonly SectionKind[],
  title: string,
  body: string,
): readonly TextEdit[] => {
  const at = template.findIndex((each) => each.title === title);
  const kind = template[at];
  const sections = sectionsOf(text);
  if (!kind || findSection(sections, kind)) return [];
  const before = firstFound(sections, template.slice(0, at).reverse());
  const after = before ? undefined : firstFound(sections, template.slice(at + 1));
  const depth = (before ?? after)?.depth ?? 2;
  const offset = before?.span.end ?? after?.span.start ?? text.length;
  const content = `${'#'.repeat(depth)} ${title}\n\n${body.trim()}\n`;
  const edit = placed(text, offset, content);
  const changed = text.slice(0, offset) + edit.newText + text.slice(offset);
  return findSection(sectionsOf(changed), kind) ? [edit] : [];
};

const firstFound = (sections: readonly Section[], kinds: readonly SectionKind[]): Section | undefined => {
  for (const kind of kinds) {
    const found = findSection(sections, kind);
    if (found) return found;
  }
  return undefined;
};

const sectionsOf = (text: string): readonly Section[] => readSections(scanLines(text));

const RULE_AT_END = /(?:^|\n)-{3,}[ \t]*$/;

/** With a blank line on both sides and, where sections end with a rule, a rule; in the line breaks of the document. */
const placed = (text: string, offset: number, content: string): TextEdit => {
  const above = text.slice(0, offset).replaceAll('\r', '');
  const written = above.trimEnd();
  const gap =
    written === '' ? '' : '\n'.repeat(Math.max(0, 2 - above.slice(written.length).split('\n').length + 1));
  const rule = RULE_AT_END.test(written) ? '\n---\n' : '';
  const below = offset < text.length ? `${rule}\n` : '';
  const newText = `${gap}${content}${below}`.replaceAll('\n', lineBreakOf(text));
  return { span: { start: offset, end: offset }, newText };
};
