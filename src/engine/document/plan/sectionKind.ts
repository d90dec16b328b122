import type { Section } from '../../facts/planFacts';

/** A section that a template has; headings are known by words, whatever marks stand around them (FORMAT A9). */
export interface SectionKind {
  /** Heading of a new section. */
  readonly title: string;
  readonly words: RegExp;
  /** Headings further down are part of other sections; undefined where any will do. */
  readonly deepest?: number;
}

/** The least deep section of a kind; the title of the document is none. */
export const findSection = (
  sections: readonly Section[],
  { words, deepest = Number.POSITIVE_INFINITY }: Pick<SectionKind, 'words' | 'deepest'>,
): Section | undefined => {
  let found: Section | undefined;
  for (const section of sections) {
    const isNearer = section.depth < (found?.depth ?? deepest + 1);
    if (isNearer && !isTitle(section, sections) && words.test(section.title)) found = section;
  }
  return found;
};

const isTitle = (section: Section, sections: readonly Section[]): boolean =>
  section.depth === 1 && section === sections[0];
