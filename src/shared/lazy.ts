/** Computes a value on first use and keeps it. */
export const lazy = <T>(compute: () => T): (() => T) => {
  let box: { readonly value: T } | undefined;
  return () => {
    box ??= { value: compute() };
    return box.value;
  };
};

/** Lazy values that can be forgotten together, to be computed again when asked for. */
export const forgetful = () => {
  let forgotten = 0;
  return {
    lazy: <T>(compute: () => T): (() => T) => {
      let box: { readonly value: T; readonly since: number } | undefined;
      return () => {
        if (box?.since !== forgotten) box = { value: compute(), since: forgotten };
        return box.value;
      };
    },
    forget: (): void => {
      forgotten++;
    },
  };
};
