/** Computes a value on first use and keeps it. */
export const lazy = <T>(compute: () => T): (() => T) => {
  let box: { readonly value: T } | undefined;
  return () => {
    box ??= { value: compute() };
    return box.value;
  };
};
