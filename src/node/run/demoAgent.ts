import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';

/**
 * The executor `demo`: writes a sentence into every file that an achievement delivers, without network or account.
 * Arguments are its id, its title and the files; where it names none, a file of its own below `demo`.
 */
const [id = '', title = '', ...named] = process.argv.slice(2);

/** How files with an ending hold a sentence that nothing else reads. */
const COMMENTS: Readonly<Record<string, readonly [before: string, after: string]>> = {
  ts: ['// ', ''],
  tsx: ['// ', ''],
  js: ['// ', ''],
  mjs: ['// ', ''],
  cjs: ['// ', ''],
  jsx: ['// ', ''],
  go: ['// ', ''],
  rs: ['// ', ''],
  c: ['// ', ''],
  java: ['// ', ''],
  py: ['# ', ''],
  sh: ['# ', ''],
  yml: ['# ', ''],
  yaml: ['# ', ''],
  toml: ['# ', ''],
  sql: ['-- ', ''],
  css: ['/* ', ' */'],
  html: ['<!-- ', ' -->'],
};

const sentence = `The demo executor was here for ${id} ${title}`.replace(/\s+/g, ' ').trim();

const contentOf = (path: string, before: string): string => {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  // a sentence is no part of JSON that somebody wrote
  if (ending === 'json')
    return before === '' ? `${JSON.stringify({ demo: sentence }, undefined, 2)}\n` : before;
  const [start, end] = COMMENTS[ending] ?? ['', ''];
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  return `${before}${gap}${start}${sentence}.${end}\n`;
};

const isInside = (path: string): boolean => !isAbsolute(path) && !normalize(path).startsWith('..');

const files = named.filter(isInside).map((path) => (/[\\/]$/.test(path) ? join(path, `${id}.md`) : path));
for (const path of files.length > 0 ? files : [join('demo', `${id}.md`)]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contentOf(path, existsSync(path) ? readFileSync(path, 'utf8') : ''));
  process.stdout.write(`wrote ${path}\n`);
}
