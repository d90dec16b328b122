import type { RuleDocumentation } from '../rule';

/** Found while PRP files are read: what YAML cannot read belongs to no achievement. */
export const frontMatterRule: RuleDocumentation = {
  code: 'front-matter',
  severity: 'error',
  summary: 'The front matter of a PRP file cannot be read',
  explanation:
    'It is not valid YAML, or no second line of `---` ends it. The text after the mistake is not read, so id, title, ' +
    'dependencies and effort may be missing or wrong. The id then comes from the name of the file, and the PRP is ' +
    'never ready.',
  example: { language: 'text', text: '---\nprp_id: "7.2.1\nstatus: pending\n---' },
  fix: 'Correct the YAML at the marked place. Often a quotation mark or a bracket is missing.',
};
