/** Variables of git that say who commits and how git is installed; all others point to a repository or to settings. */
const KEPT = /^GIT_(?:(?:AUTHOR|COMMITTER)_|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)$|EXEC_PATH$|SSL_)/;

/**
 * The environment for git: without what points to another repository, as in a hook, and what leads back into an
 * editor. Nothing asks on a terminal or opens an editor.
 */
export const gitEnvironment = (env: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv => {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(?:GIT|VSCODE|ELECTRON)_/.test(name) || KEPT.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: ':',
  };
};
