import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { sameName } from '../../model/names';

/** Longer names make file names of SUBPLANs that some systems refuse. */
const MOST_LENGTH = 60;
const NAME = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
/** Names of devices, which cannot be folders on Windows. */
const DEVICE = /^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)$/;

/**
 * The name of a new plan (`ONLINE-SHOP`) from what a person typed (`online shop`, `PLAN_ONLINE-SHOP.md`). Fails for what
 * cannot be one, and for the name of a plan that there is.
 * @param taken names of plans
 */
export const newPlanName = (typed: string, taken: readonly string[]): Result<string, UserError> => {
  const name = typed
    .trim()
    .replace(/^PLAN_/i, '')
    .replace(/\.md$/i, '')
    .replace(/[\s_]+/g, '-')
    .toUpperCase();
  if (name === '') return refuse('A plan needs a name, for example ONLINE-SHOP.');
  if (!NAME.test(name) || !/[A-Z]/.test(name))
    return refuse('The name of a plan has letters from A to Z, digits and single hyphens: ONLINE-SHOP.');
  if (name.length > MOST_LENGTH)
    return refuse(`The name of a plan has at most ${MOST_LENGTH} characters; this one has ${name.length}.`);
  if (DEVICE.test(name)) return refuse(`No folder can be called ${name} on Windows. Choose another name.`);
  return taken.some((each) => sameName(each, name))
    ? refuse(`There is a plan ${name} already. Choose another name.`)
    : ok(name);
};

const refuse = (why: string) => fail(new UserError(why));
