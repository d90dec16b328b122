/** Text that JSON.parse accepts, read. */
export interface StrictJson {
  readonly value: unknown;
}

/** A byte order mark as a blank, so that offsets stay those of the text. */
export const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text);

/** Reads strict JSON; undefined for text with comments, trailing commas or errors. Never throws. */
export const readStrictJson = (text: string): StrictJson | undefined => {
  try {
    return { value: JSON.parse(withoutMark(text)) };
  } catch {
    return undefined;
  }
};
