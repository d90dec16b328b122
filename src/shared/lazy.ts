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
  let boxes: Map<object, unknown> | undefined;
  return {
    lazy: <T>(compute: () => T): (() => T) => {
      const key = {};
      return () => {
        if (!boxes?.has(key)) {
          const value = compute();
          boxes ??= new Map();
          boxes.set(key, value);
        }
        return boxes.get(key) as T;
      };
    },
    forget: (): void => {
      boxes = undefined;
    },
  };
};
