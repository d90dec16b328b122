const OPEN = '<!--';
const CLOSE = '-->';

/** The text with its comments replaced; what opens one that is never closed stays. Comments may span lines. */
export const replaceComments = (text: string, replacement: (comment: string) => string): string => {
  let result = '';
  let from = 0;
  for (let open = text.indexOf(OPEN); open !== -1; open = text.indexOf(OPEN, from)) {
    const close = text.indexOf(CLOSE, open + OPEN.length);
    if (close === -1) break;
    const end = close + CLOSE.length;
    result += text.slice(from, open) + replacement(text.slice(open, end));
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
};
