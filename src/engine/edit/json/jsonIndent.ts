import { indentationOf, lineBreakOf } from '../../model/text';

/** The indentation of a value that is the first on its line; undefined for any other. */
export const indentAt = (text: string, offset: number): string | undefined => {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.trim() === '' && text.includes('\n') ? before : undefined;
};

/** What stands between a value and the one before it: a blank, or a line break for values on lines of their own. */
export const gapAt = (text: string, offset: number): string => {
  const indent = indentAt(text, offset);
  return indent === undefined ? ' ' : lineBreakOf(text) + indent;
};

/** A value on one line without an indentation, else on several; lists of plain values always take one. */
export const render = (text: string, value: unknown, indent: string | undefined): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = indent === undefined || isPlainList(value) ? undefined : indent + indentationOf(text);
  const parts = Object.entries(value).map(
    ([key, each]) => (isList ? '' : `${JSON.stringify(key)}: `) + render(text, each, inner),
  );
  const [open, close] = isList ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  const gap = inner === undefined ? '' : lineBreakOf(text);
  const pad = isList || inner !== undefined ? '' : ' ';
  const end = inner === undefined ? pad : gap + indent;
  return `${open}${pad}${gap}${inner ?? ''}${parts.join(`,${gap || ' '}${inner ?? ''}`)}${end}${close}`;
};

const isPlainList = (value: object): boolean =>
  Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null);
