import type { RuleDocumentation } from '../rule';

/** Found while PRP files are joined: what is in no batch belongs to no plan. */
export const prpDocumentRule: RuleDocumentation = {
  code: 'prp-document',
  severity: 'info',
  summary: 'Files are named like PRPs, but are not PRPs',
  explanation:
    'A PRP begins with front matter: YAML between two lines of `---`. Only a title, comments or blank lines may come ' +
    'before it. A file without front matter, a template, and a document such as `PRP-7-INITIAL.md` or ' +
    '`PRP-7-BATCH-SUMMARY.md` belong to no batch: they have no level and no status, and wait for nothing. There is ' +
    'one finding per folder.',
  example: { language: 'markdown', text: '# PRP-12: Search\n\n**Status**: ready' },
  fix: 'If it is a PRP, begin the file with front matter (`prp_id`, `title`, `dependencies`). If not, leave it.',
};
