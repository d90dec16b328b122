/** The text without the characters of `tail` at its end. Takes no longer than they are many, as no pattern would. */
export const withoutTail = (text: string, tail: string): string => {
  let end = text.length;
  while (end > 0 && tail.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
};
