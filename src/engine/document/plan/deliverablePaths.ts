import type { Field } from '../../facts/field';
import type { NamedPath } from '../../facts/stated';
import { span } from '../../model/text';

const NAMED = /`([^`\n]+)`|\]\(<?([^()<>\s]+)>?\)/g;
/** Segments of plain characters, the last with a file ending; a folder ends with a slash. */
const PATH = /^(?:\.?\/)?(?:[\w@.+-]+\/)+(?:[\w@.+-]*\.[A-Za-z][A-Za-z0-9]{0,7})?$/;
/** Where in the file, which is no part of its name. */
const PLACE = /:\d+(?:-\d+)?$|#[\s\S]*$/;
const PLACEHOLDER = /X{2,}|Y{4}|\bNN\b|\.\.|(?:^|\/)(?:path|folder|dir)\/|(?:^|\/)your[-_]/i;
/** A line about files that are not there on purpose. */
const NOT_KEPT =
  /~~|\b(?:delete[sd]?|removed?|removes|rename[sd]?|moved?|moves|replace[sd]?|archived?|deprecated|temporary|optional|optionally|if needed|instead of|no longer|example|e\.g\.)\b/i;
const LONGEST = 1000;

type IsPath = (written: string) => boolean;

const hasFolder: IsPath = (written) => PATH.test(written);

/** A name without a folder may be one of a method as well as that of a file. */
const mayBeFile: IsPath = (written) => PATH.test(written) || PATH.test(`x/${written}`);

/** Paths of files and folders that deliverables name in code or as the target of a link, in text order. */
export const readDeliverablePaths = (
  text: string,
  fields: readonly Field[],
  isHidden: (offset: number) => boolean,
): readonly NamedPath[] => pathsNamed(text, fields, isHidden, hasFolder);

/** The same, and names of files without a folder. */
export const readDeliverableFiles = (
  text: string,
  fields: readonly Field[],
  isHidden: (offset: number) => boolean,
): readonly NamedPath[] => pathsNamed(text, fields, isHidden, mayBeFile);

const pathsNamed = (
  text: string,
  fields: readonly Field[],
  isHidden: (offset: number) => boolean,
  isPath: IsPath,
): readonly NamedPath[] =>
  fields
    .filter(({ name }) => name === 'deliverables')
    .flatMap(({ block }) => {
      const found: NamedPath[] = [];
      let start = block.start;
      for (const line of text.slice(block.start, block.end).split('\n')) {
        if (!isHidden(start)) found.push(...pathsIn(line, start, isPath));
        start += line.length + 1;
      }
      return found;
    });

const pathsIn = (line: string, start: number, isPath: IsPath): readonly NamedPath[] => {
  if (line.length > LONGEST || NOT_KEPT.test(line)) return [];
  return [...line.matchAll(NAMED)].flatMap((match) => {
    const written = match[1] ?? match[2] ?? '';
    const path = written.replace(PLACE, '');
    if (!isPath(path) || PLACEHOLDER.test(path)) return [];
    const at = start + match.index + match[0].indexOf(written);
    return [{ path, span: span(at, at + path.length) }];
  });
};
