import { createEngine } from '../../src/engine/createEngine';
import type { Engine } from '../../src/engine/engine';
import { sliceOf } from '../../src/engine/model/text';
import { decodeUri } from '../../src/engine/model/uri';
import type { Finding, Fix } from '../../src/engine/rule/finding';
import type { Snapshot } from '../../src/engine/snapshot';
import { applyEdits } from './applyEdits';
import { failingLogger } from './failingLogger';
import { memoryFiles, uriOf } from './memoryFiles';

/** A small workspace as text, with the findings and fixes of one rule; test/fixtures/rules/README.md says how. */
export interface Golden {
  /** What stands before the first file: what the fixture shows. */
  readonly intro: string;
  /** Texts by path, without the `want` comments. */
  readonly files: ReadonlyMap<string, string>;
}

const ROOT = '/w';
const FILE = /^-- (.+) --\n/m;
const RESULTS = /^== (?:fix|prompt) /m;
/** A comment that stands behind the end of a file. */
const WANT_AT_END = /^(?:\/\/|<!--) want ".*\n(?![\s\S])/m;
const WANT = { json: / ?\/\/ want ".*$/gm, front: / ?# want ".*$/gm, markdown: / ?<!-- want ".*-->$/gm };
/** So much of a marked text is shown. */
const MARKED = 60;

export const parseGolden = (text: string): Golden => {
  const end = text.search(RESULTS);
  const [intro = '', ...parts] = (end === -1 ? text : text.slice(0, end)).split(FILE);
  const files = new Map<string, string>();
  for (let at = 0; at + 1 < parts.length; at += 2)
    files.set(parts[at] ?? '', withoutWants(parts[at + 1] ?? ''));
  return { intro, files };
};

const withoutWants = (text: string): string =>
  Object.values(WANT).reduce((left, pattern) => left.replace(pattern, ''), text.replace(WANT_AT_END, ''));

/** An engine over the files of a fixture, with the findings of the schema too. */
export const goldenEngine = async (files: Golden['files']): Promise<Engine> => {
  const record = Object.fromEntries([...files].map(([path, text]) => [`${ROOT}/${path}`, readable(text)]));
  const engine = createEngine({
    files: memoryFiles(record),
    logger: failingLogger,
    roots: [uriOf(ROOT)],
    schemaFindings: true,
  });
  await engine.refresh();
  return engine;
};

/** A fixture cannot hold the character that makes a file binary; it writes `<NUL>`. */
const readable = (text: string): string => text.replaceAll('<NUL>', '\0');

/** The files after a fix; the same map where the fix has no edit. */
export const afterFix = (files: Golden['files'], fix: Fix): Golden['files'] => {
  const path = pathOf(fix.uri);
  const before = files.get(path) ?? '';
  const edits = fix.edits(before);
  return edits.length === 0 ? files : new Map([...files, [path, applyEdits(before, edits)]]);
};

/** The whole fixture as it should read: files with what the rule finds in them, then every fix and what it does. */
export const renderGolden = async (code: string, { intro, files }: Golden): Promise<string> => {
  const { snapshot } = await goldenEngine(files);
  const findings = snapshot.findings.filter((finding) => finding.code === code);
  const shown = [...files].map(([path, text]) => {
    const own = findings.filter(({ uri }) => pathOf(uri) === path);
    return `-- ${path} --\n${withWants(path, text, own, snapshot)}`;
  });
  const fixes = findings.flatMap((finding) => finding.fixes).map((fix) => renderFix(files, fix));
  return `${intro}${shown.join('')}${fixes.join('')}`;
};

const pathOf = (uri: string): string => decodeUri(uri).slice(`file://${ROOT}/`.length);

const withWants = (path: string, text: string, findings: readonly Finding[], snapshot: Snapshot): string => {
  const lines = text.split('\n');
  const frontEnd = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  for (const { uri, span, message } of findings) {
    const line = snapshot.linesOf(uri)?.lineAt(span.start) ?? 0;
    const want = `want ${JSON.stringify(shortened(sliceOf(text, span)))} ${message}`;
    const comment = path.endsWith('.json')
      ? `// ${want}`
      : line < frontEnd
        ? `# ${want}`
        : `<!-- ${want} -->`;
    const end = line === lines.length - 1 && !lines[line] ? '\n' : '';
    lines[line] = lines[line] ? `${lines[line]} ${comment}` : comment + end;
  }
  return lines.join('\n');
};

const shortened = (text: string): string => (text.length > MARKED ? `${text.slice(0, MARKED)}…` : text);

const renderFix = (files: Golden['files'], fix: Fix): string => {
  const changed = [...afterFix(files, fix)].filter(([path, text]) => files.get(path) !== text);
  const texts = changed.map(([path, text]) => `-- ${path} --\n${text.endsWith('\n') ? text : `${text}\n`}`);
  const title = `${JSON.stringify(fix.title)}${fix.preferred ? ' preferred' : ''}`;
  return `== fix ${title} ==\n${texts.join('') || '(no edit)\n'}`;
};
