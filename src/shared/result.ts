/** An expected outcome as a value: callers must look at `ok` before they can reach the value. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** The value; throws the error, for callers whose errors reach the person who asked. */
export const orThrow = <T>(result: Result<T, Error>): T => {
  if (!result.ok) throw result.error;
  return result.value;
};
