import type { NamedFile } from '../../facts/prpFacts';
import { type Span, span } from '../../model/text';
import type { FrontMatter, YamlNode } from './yaml';

const MOST_FILES = 1_000;
const STARTS = /^(?:[\s"'`]|\.\/|[-*]\s)+/;

/** The files of `files_modified`: a list, or one text with commas; notes in brackets are left out. */
export const readFiles = (text: string, yaml: FrontMatter): readonly NamedFile[] =>
  yaml
    .all('files')
    .flatMap(({ value }) => yaml.itemsOf(value) ?? [value])
    .slice(0, MOST_FILES)
    .flatMap((node: YamlNode) => {
      const place = yaml.scalarOf(node)?.span ?? yaml.spanOf(firstKeyOf(yaml, node));
      return place ? filesIn(text, place) : [];
    });

/** `- path: what` is a map for YAML, and so is `- {path: src/a.ts}`. */
const firstKeyOf = (yaml: FrontMatter, node: YamlNode): YamlNode => {
  const map = yaml.mapOf(node);
  const path = map?.find(({ key }) => ['path', 'file'].includes(key.text.toLowerCase()));
  return path?.value;
};

/** Paths between commas and line breaks outside of brackets. */
export const filesIn = (text: string, { start, end }: Span): readonly NamedFile[] => {
  const files: NamedFile[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at <= end; at++) {
    const character = at < end ? text[at] : ',';
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '\n' || (character === ',' && (depth <= 0 || at === end))) {
      const file = fileIn(text, from, at);
      if (file) files.push(file);
      from = at + 1;
      depth = 0;
    }
  }
  return files;
};

/** The first word, with blanks where it is in code or quotation marks. */
const fileIn = (text: string, start: number, end: number): NamedFile | undefined => {
  const written = text.slice(start, end);
  const opening = STARTS.exec(written)?.[0] ?? '';
  const isQuoted = /["'`]$/.test(opening);
  const rest = written.slice(opening.length);
  const path = (isQuoted ? /^[^"'`]+/ : /^[^\s"'`()]+/).exec(rest)?.[0].trimEnd();
  if (path === undefined || /^(?:none|null|n\/a|tbd|-+|~)$/i.test(path)) return undefined;
  const from = start + opening.length;
  return { path, span: span(from, from + path.length) };
};
