import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { gitText } from './command';

/** The first git that merges without a checkout, many pairs in one process. */
const NEEDED = [2, 39] as const;

/** The version of the git of this machine (`2.39.5`); fails where there is none or it is too old to run plans. */
export const checkGit = async (cwd: string): Promise<Result<string, UserError>> => {
  const said = await gitText(['version'], { cwd });
  if (!said.ok) return said;
  const version = versionIn(said.value);
  if (version === undefined) return fail(new UserError(`git does not say its version: ${said.value}`));
  if (isEnough(version)) return ok(version);
  return fail(
    new UserError(`git ${version} is too old to run plans: ${NEEDED.join('.')} or newer is needed`),
  );
};

/** The version in what `git version` prints; undefined where it prints something else. */
export const versionIn = (text: string): string | undefined =>
  /^git version (\d{1,9}(?:\.\d{1,9}){1,3})/.exec(text)?.[1];

/** Whether plans can be run with that version of git. */
export const isEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};
