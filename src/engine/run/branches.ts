import { withoutTail } from '../../shared/withoutTail';

/** What git refuses in the name of a branch, and what a shell or a file system would trip over. */
const UNWANTED = /[^\p{L}\p{N}._-]+/gu;

/** A text as one part of the name of a branch or folder: never empty, without slashes and other marks. */
export const namePart = (text: string): string =>
  withoutTail(cleaned(text), '-.').replace(/\.lock$/i, '-lock') || 'x';

const cleaned = (text: string): string =>
  text
    .replace(UNWANTED, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+/, '');

/** The template with names in the place of `${plan}` and `${repository}`; other placeholders stay. */
export const namedBy = (template: string, names: Readonly<Record<string, string>>): string =>
  template.replace(/\$\{([A-Za-z]+)\}/g, (written, name: string) =>
    Object.hasOwn(names, name) ? namePart(names[name] as string) : written,
  );

/**
 * The branch on which an attempt at an item is worked on; beside the integration branch, not below it, which git cannot
 * have.
 */
export const itemBranch = (run: string, id: string, attempt: number): string =>
  `plan-items/${namePart(run)}/${attemptName(id, attempt)}`;

/** One attempt at an item in names of branches and folders: `2.1`, `2.1-2`. */
export const attemptName = (id: string, attempt: number): string =>
  attempt === 1 ? namePart(id) : `${namePart(id)}-${attempt}`;
