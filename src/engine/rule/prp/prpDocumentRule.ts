import type { RuleDocumentation } from '../rule';

/** Found while PRP files are joined: what is in no batch belongs to no plan. */
export const prpDocumentRule: RuleDocumentation = {
  code: 'prp-document',
  severity: 'info',
  summary: 'Files that are named like PRPs and are none',
  explanation:
    'A PRP begins with front matter: YAML between two lines of `---`, below a title, comments or blank lines at most. ' +
    'A file without it, a template, and a document such as `PRP-7-INITIAL.md` or `PRP-7-BATCH-SUMMARY.md` is in no ' +
    'batch: it has no level and no status, and waits for nothing. Said once for each folder.',
  example: { language: 'markdown', text: '# PRP-12: Search\n\n**Status**: ready' },
  fix: 'Where it is a PRP, begin the file with front matter (`prp_id`, `title`, `dependencies`). Else leave it.',
};
