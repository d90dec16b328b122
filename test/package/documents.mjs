import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** A document with the lines that a reader sees; line numbers are those of the file. */
const read = (name) => ({ name, lines: readFileSync(inRoot(name), 'utf8').split('\n') });

/** What is to come: the first version of the changelog, the others as blank lines. */
const currentOnly = ({ name, lines }) => {
  const heads = lines.flatMap((line, index) => (line.startsWith('## [') ? [index] : []));
  return { name, lines: lines.map((line, index) => (index > (heads[1] ?? lines.length) ? '' : line)) };
};

/** Every document that people read. */
export const DOCUMENTS = [
  read('README.md'),
  read('examples/README.md'),
  currentOnly(read('CHANGELOG.md')),
  ...readdirSync(inRoot('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => read(`docs/${name}`)),
];

/** How a fenced block begins and ends. */
const FENCE = /^\s*```/;

/** Every line with its place, and whether it is in a fenced block. */
const linesOf = ({ name, lines }) => {
  let isFenced = false;
  return lines.map((text, index) => {
    const isFence = FENCE.test(text);
    if (isFence) isFenced = !isFenced;
    return { at: `${name}:${index + 1}`, text, isCode: isFenced && !isFence };
  });
};

export const allLines = () => DOCUMENTS.flatMap(linesOf);

/** What a pattern finds in every line: the place, the line and the match. */
export const everywhere = (pattern, lines = allLines()) =>
  lines.flatMap(({ at, text }) => [...text.matchAll(pattern)].map((match) => ({ at, text, match })));

/** Words in italics, outside of code. */
export const italics = (lines) =>
  everywhere(
    /(?<![*\w\\])\*(?![*\s])([^*]+?)(?<!\s)\*(?![*\w])/g,
    lines
      .filter(({ isCode }) => !isCode)
      .map(({ at, text }) => ({ at, text: text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)) })),
  ).map(({ at, match }) => ({ at, name: match[1] }));

/** The cells of a row of a table; a `\|` inside of a cell is a bar. */
const cellsOf = (text) =>
  text
    .replace(/^\s*\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

/** The rows of every table whose head has these cells first, with their place. */
export const tableRows = (...head) => {
  const rows = [];
  let isInside = false;
  for (const { at, text } of allLines()) {
    if (!text.startsWith('|')) {
      isInside = false;
      continue;
    }
    const cells = cellsOf(text);
    if (head.every((word, index) => cells[index] === word)) isInside = true;
    else if (isInside && !/^[-:| ]+$/.test(text)) rows.push({ at, cells });
  }
  return rows;
};

const spansOf = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code.replaceAll('\\|', '|'));

/** Code spans, and lines of fenced blocks without their comments; `row` is the first one of the row of a table. */
export const codes = () =>
  allLines().flatMap(({ at, text, isCode }) =>
    isCode
      ? [{ at, text, code: text.replace(/\s#\s.*$/, '').trim(), row: undefined }]
      : spansOf(text).map((code, _, [first]) => ({
          at,
          code,
          text,
          row: text.startsWith('|') ? first : undefined,
        })),
  );
