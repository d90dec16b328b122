/** `1 file`, `2 files`; with a plural of its own `1 dependency`, `2 dependencies`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`;
