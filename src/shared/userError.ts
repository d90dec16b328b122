/** A failure a person must read: the message says what is wrong and what to do, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Everything was asked for rightly, but there is nothing to do it with. */
export class NothingToDo extends UserError {}

/** The message of anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
