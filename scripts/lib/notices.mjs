import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/** `node_modules/@scope/name` or `node_modules/name`, at the end of however many of them. */
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENSE = /^(?:licen[cs]e|copying)/i;

/**
 * Name, version and licence of every package of which something ships, as the licences ask for.
 * @param {Iterable<string>} files paths of what was bundled or copied, from the project's root
 */
export function noticesFor(files) {
  const folders = new Set([...files].flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const notices = [...folders].map(noticeOf).sort((one, other) => (one.title < other.title ? -1 : 1));
  const parts = notices.map(({ title, text }) => `${title}\n${'-'.repeat(title.length)}\n\n${text}`);
  return `This extension holds parts of the following packages.\n\n${[...new Set(parts)].join('\n\n\n')}\n`;
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8'));
  const file = readdirSync(inRoot(folder)).find((each) => LICENSE.test(each));
  return {
    title: `${name} ${version} (${license})`,
    text:
      file === undefined
        ? `Licence: ${license}`
        : readFileSync(path.join(inRoot(folder), file), 'utf8').trim(),
  };
}
