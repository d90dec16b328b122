/** Folders that hold no plans and may hold very many files: never listed. */
const ALWAYS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.vscode-test']);

/** Folders of what others wrote: listed only when asked for. */
const VENDORED: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  'third_party',
  '.venv',
  'venv',
  'site-packages',
  '__pycache__',
  '.tox',
  '.nox',
  'Pods',
]);

/** Whether listings leave out folders of a name. */
export const isLeftOutFolder = (name: string, includeIgnored: boolean): boolean =>
  ALWAYS.has(name) || (!includeIgnored && VENDORED.has(name));
