import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * How often each character of a script ran. V8 nests its ranges: the innermost one counts.
 * @param {number} length of the script
 * @param {readonly { ranges: readonly { startOffset: number, endOffset: number, count: number }[] }[]} functions
 */
function countPerCharacter(length, functions) {
  const counts = new Float64Array(length);
  const ranges = functions.flatMap((fn) => fn.ranges);
  ranges.sort((a, b) => b.endOffset - b.startOffset - (a.endOffset - a.startOffset));
  for (const { startOffset, endOffset, count } of ranges) counts.fill(count, startOffset, endOffset);
  return counts;
}

/** Every line of a script that is not blank: its number and where its text begins. */
function* textLines(script) {
  let offset = 0;
  for (const [line, text] of script.split('\n').entries()) {
    const column = text.search(/\S/);
    if (column >= 0) yield { line, column, offset: offset + column };
    offset += text.length + 1;
  }
}

/** Notes for every source line that a bundled script contains whether it ran. */
function addScript(file, functions, lines) {
  if (!existsSync(`${file}.map`)) return;
  const script = readFileSync(file, 'utf8');
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const counts = countPerCharacter(script.length, functions);
  for (const { line, column, offset } of textLines(script)) {
    const { originalSource, originalLine } = map.findEntry(line, column);
    if (originalSource === undefined) continue;
    const source = path.resolve(path.dirname(file), originalSource);
    const ofSource = lines.get(source) ?? new Map();
    lines.set(source, ofSource);
    ofSource.set(originalLine, ofSource.get(originalLine) === true || counts[offset] > 0);
  }
}

/**
 * Which source lines ran, from V8's own counts and the source maps of bundles. (Tools that convert V8's counts
 * per file take every source of a bundle of several as covered.)
 * @param {string} raw folder that NODE_V8_COVERAGE named
 * @param {string} bundles folder of the scripts to look at
 * @returns {ReadonlyMap<string, ReadonlyMap<number, boolean>>} by absolute source path and zero-based line
 */
export function coveredLines(raw, bundles) {
  const lines = new Map();
  for (const name of readdirSync(raw).filter((file) => file.endsWith('.json'))) {
    const { result } = JSON.parse(readFileSync(path.join(raw, name), 'utf8'));
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const file = fileURLToPath(url);
      if (file.startsWith(path.resolve(bundles) + path.sep)) addScript(file, functions, lines);
    }
  }
  return lines;
}

/**
 * Adds up the lines of the sources in one folder.
 * @returns {{ covered: number, total: number, files: readonly { file: string, missed: readonly number[] }[] }}
 * `missed` has one-based line numbers
 */
export function summarise(lines, folder) {
  const inFolder = [...lines].filter(([file]) => file.startsWith(path.resolve(folder) + path.sep));
  const files = inFolder.map(([file, ran]) => ({
    file: path.relative(path.resolve(folder), file),
    total: ran.size,
    missed: [...ran].filter(([, covered]) => !covered).map(([line]) => line + 1),
  }));
  const total = files.reduce((sum, file) => sum + file.total, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  return { covered: total - missed, total, files };
}
