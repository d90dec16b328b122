import type { Section } from './plan';

/** A section that a template has; headings are known by words, whatever marks stand around them (FORMAT A9). */
export interface SectionKind {
  /** Heading of a new section. */
  readonly title: string;
  readonly words: RegExp;
}

/** The least deep section of a kind; the title of the document is none. */
export const findSection = (
  sections: readonly Section[],
  { words }: Pick<SectionKind, 'words'>,
): Section | undefined => {
  let found: Section | undefined;
  for (const section of sections) {
    const isNearer = section.depth < (found?.depth ?? Number.POSITIVE_INFINITY);
    if (isNearer && !isTitle(section, sections) && words.test(section.title)) found = section;
  }
  return found;
};

const isTitle = (section: Section, sections: readonly Section[]): boolean =>
  section.depth === 1 && section === sections[0];
