import { withoutTail } from '../../../shared/withoutTail';
import { scanLines } from '../../document/markdown/lines';
import { HEADER_FIELD, HEADER_LINES, readEvidence } from '../../document/work/evidence';
import type { EvidenceFacts } from '../../facts/workFacts';
import type { AchievementId } from '../../model/ids';
import { lineBreakOf, span } from '../../model/text';
import type { TextEdit } from '../finding';

/** Writes `to` wherever the header of a SUBPLAN, EXECUTION_TASK or feedback file names `from`; nothing else. */
export const renameHeaderId = (text: string, from: AchievementId, to: AchievementId): readonly TextEdit[] =>
  readEvidence(text)
    .headerIds.filter(({ id }) => id === from)
    .map((each) => ({ span: each.span, newText: to }))
    .sort((one, other) => one.span.start - other.span.start);

/** Lets the header name an achievement: in place of the id it names, else in a field of its own. */
export const writeHeaderId = (text: string, id: AchievementId): readonly TextEdit[] => {
  const [named] = readEvidence(text).headerIds;
  if (named?.id === id) return [];
  if (named) return renameHeaderId(text, named.id, id);
  return addField(text, `**Achievement**: ${id}`, ({ headerIds }) => headerIds[0]?.id === id);
};

/** Lets the header name a plan, above all other fields; nothing where it names this one. */
export const writeHeaderPlan = (text: string, name: string): readonly TextEdit[] =>
  readEvidence(text).planName === name
    ? []
    : addField(text, `**Plan**: PLAN_${name}.md`, ({ planName }) => planName === name);

/**
 * Adds a field above the first one of the header, with its bullet and its line end, else below the title, else at the
 * start. Nothing where it would not be read: below code or a comment that fills the header.
 */
const addField = (
  text: string,
  field: string,
  isRead: (facts: EvidenceFacts) => boolean,
): readonly TextEdit[] => {
  const { offset, newText } = placed(text, field);
  const changed = text.slice(0, offset) + newText + text.slice(offset);
  return isRead(readEvidence(changed)) ? [{ span: span(offset, offset), newText }] : [];
};

const placed = (text: string, content: string): { readonly offset: number; readonly newText: string } => {
  const scan = scanLines(text);
  const eol = lineBreakOf(text);
  const header = scan.kinds.slice(0, HEADER_LINES);
  const field = header.findIndex((kind, line) => kind === 'text' && HEADER_FIELD.test(scan.textOf(line)));
  if (field !== -1) {
    const line = scan.textOf(field);
    const before = line.slice(0, line.indexOf('**'));
    const after = line.slice(withoutTail(line, ' \t').length);
    return { offset: scan.index.startOf(field), newText: `${before}${content}${after}${eol}` };
  }
  const title = header.findIndex((kind, line) => kind === 'heading' && /^\s*#\s/.test(scan.textOf(line)));
  if (title !== -1) {
    const end = scan.index.startOf(title) + scan.textOf(title).length;
    return { offset: end, newText: `${eol}${eol}${content}` };
  }
  const first = scan.kinds.findIndex((kind) => kind !== 'hidden');
  const offset = first === -1 ? text.length : scan.index.startOf(first);
  return { offset, newText: `${content}${eol}${eol}` };
};
