import { messageOf, UserError } from '../../shared/userError';

/** Does what another bundle does, which has a class of its own for what a person must read. */
export const withOwnErrors = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const name = (error as Error | undefined)?.name;
    throw name === 'UserError' ? new UserError(messageOf(error)) : error;
  }
};
