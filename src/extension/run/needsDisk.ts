import { UserError } from '../../shared/userError';

/** Why nothing can be run in a browser, or of a folder that is on no disk. */
export const needsDisk = (): UserError =>
  new UserError('Running a plan needs a disk and processes. Open the folder in the desktop editor.');
