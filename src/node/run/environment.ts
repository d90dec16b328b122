/** What programs need of the environment to run at all, besides what they are given. */
const NEEDED = ['PATH', 'HOME', 'LANG'];
/** Without these, hardly a program starts on Windows, and none finds its settings. */
const NEEDED_ON_WINDOWS = [
  'Path',
  'PATHEXT',
  'SystemRoot',
  'SystemDrive',
  'ComSpec',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramFiles',
  'ProgramData',
];

/**
 * The whole environment of an agent or gate: what every program needs, and what is given. Nothing else of this process
 * comes with it, so no variable of an editor, of git or of another run does. Git asks nothing on a terminal.
 *
 * @param given wins over everything
 */
export const builtEnvironment = (
  given: Readonly<Record<string, string>>,
  from: Readonly<NodeJS.ProcessEnv> = process.env,
  platform: NodeJS.Platform = process.platform,
): Readonly<Record<string, string>> => {
  const names = platform === 'win32' ? [...NEEDED, ...NEEDED_ON_WINDOWS] : NEEDED;
  const kept = names.flatMap((name) => {
    const value = from[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: '0', ...given };
};
