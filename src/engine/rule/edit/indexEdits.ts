import { readPlan } from '../../document/plan/plan';
import { indentOf } from '../../document/plan/planIndex';
import type { IndexEntry } from '../../facts/planSays';
import type { AchievementId } from '../../model/ids';
import { compareIds } from '../../model/ids';
import { lineBreakOf, type Span, sliceOf, span } from '../../model/text';
import type { TextEdit } from '../finding';

/** What a new line of the index says. */
export interface NewEntry {
  readonly id: AchievementId;
  readonly title: string;
}

const entriesOf = (text: string): readonly IndexEntry[] => readPlan(text).achievementIndex()?.entries ?? [];

/**
 * Takes every entry of an id out of the Achievement Index. An entry with something below it that belongs to it
 * (a deeper list, text below a heading) stays.
 */
export const removeFromIndex = (text: string, id: AchievementId): readonly TextEdit[] =>
  entriesOf(text)
    .filter((entry) => entry.id === id && entry.standsAlone)
    .map(({ line }) => ({ span: withBreak(text, line), newText: '' }));

/** The line with its line break; of two blank lines that would then meet, one goes too. */
const withBreak = (text: string, { start, end }: Span): Span => {
  const next = text.indexOf('\n', end);
  if (next === -1) return span(start, text.length);
  const isBetweenBlanks = isBlankBefore(text, start) && lineAt(text, next + 1).trim() === '';
  const after = isBetweenBlanks ? text.indexOf('\n', next + 1) : next;
  return span(start, after === -1 ? text.length : after + 1);
};

const isBlankBefore = (text: string, start: number): boolean =>
  start === 0 || text.slice(text.lastIndexOf('\n', start - 2) + 1, start).trim() === '';

const lineAt = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? text.length : end);
};

/**
 * Adds entries to the Achievement Index, each behind the one it follows by its id and written like that one, without
 * its marks. Nothing where the index has no entry, or one that is a heading, to be like.
 */
export const addToIndex = (text: string, added: readonly NewEntry[]): readonly TextEdit[] => {
  const entries = entriesOf(text).filter(({ form }) => form !== 'heading');
  const known = new Set(entries.map(({ id }) => id));
  return [...added]
    .filter(({ id }) => !known.has(id))
    .sort((one, other) => compareIds(one.id, other.id))
    .flatMap((each) => insertion(text, entries, each))
    .sort((one, other) => one.span.start - other.span.start);
};

const insertion = (text: string, entries: readonly IndexEntry[], added: NewEntry): readonly TextEdit[] => {
  const isLess = ({ id }: IndexEntry): boolean => compareIds(id, added.id) < 0;
  const group = entries.filter(({ id }) => groupOf(id) === groupOf(added.id));
  const around = group.length > 0 ? group : entries;
  const before = around.findLast(isLess);
  const model = before ?? around[0];
  if (!model) return [];
  const line = written(text, model, added);
  const gap = lineBreakOf(text).repeat(model.form === 'line' ? 2 : 1);
  if (!before) return [insertAt(model.line.start, line + gap)];
  return [insertAt(endOfEntry(text, model), gap + line)];
};

const insertAt = (offset: number, newText: string): TextEdit => ({ span: span(offset, offset), newText });

const groupOf = (id: AchievementId): string => id.split('.', 1)[0] ?? '';

/** Behind the lines that are indented below an entry. */
const endOfEntry = (text: string, { line }: IndexEntry): number => {
  const indent = indentOf(sliceOf(text, line));
  let { end } = line;
  for (let next = nextLine(text, end); next; next = nextLine(text, end)) {
    const below = sliceOf(text, next);
    if (below.trim() === '' || indentOf(below) <= indent) break;
    end = next.end;
  }
  return end;
};

const nextLine = (text: string, end: number): Span | undefined => {
  const start = text.indexOf('\n', end) + 1;
  return start === 0 ? undefined : span(start, start + lineAt(text, start).replace(/\r$/, '').length);
};

/** Marks that say something about the other achievement; list markers, bold marks and cells stay. */
const STATES = /[^\p{L}\p{N}\p{P}\p{Z}\p{Cc}|`~+]\uFE0F?[ \t]*/gu;

/** The line of `model` with another id and title, nothing ticked, and nothing that follows its title. */
const written = (text: string, model: IndexEntry, { id, title }: NewEntry): string => {
  const { line, span: idSpan, titleSpan } = model;
  const before = text
    .slice(line.start, idSpan.start)
    .replace(STATES, '')
    .replace(/\[[xX]\]/, '[ ]');
  if (model.title === undefined) return `${before}${id}: ${title}`;
  const between = text.slice(idSpan.end, titleSpan.start);
  const after = text.slice(titleSpan.end, line.end);
  if (model.form === 'row') return before + id + between + titleText(model.form, title) + emptied(after);
  const marks = (before + between).split('**').length - 1;
  return before + id + between + title + (marks % 2 === 1 ? '**' : '');
};

/** A bar would end the cell of a table. */
const titleText = (form: IndexEntry['form'], title: string): string =>
  form === 'row' ? title.replaceAll('|', '\\|') : title;

/** The cells that follow, with nothing in them. */
const emptied = (cells: string): string => ` ${cells.replace(/[^|]+/g, ' ').trim()}`;

/** Gives every entry of an id that has a title this one; marks and efforts behind it stay. */
export const writeIndexTitle = (text: string, id: AchievementId, title: string): readonly TextEdit[] =>
  entriesOf(text)
    .filter((entry) => entry.id === id && entry.title !== undefined)
    .map(({ titleSpan, form }) => ({ span: titleSpan, newText: titleText(form, title) }));
