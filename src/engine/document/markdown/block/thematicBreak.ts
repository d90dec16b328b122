import { isBlankCode, type LineCursor } from './lineCursor';

/** `*`, `-`, `_` */
const isMark = (code: number): boolean => code === 42 || code === 45 || code === 95;

/** Three or more of the same mark behind the cursor, and nothing else but white space. */
export const isThematicBreak = (cursor: LineCursor): boolean => {
  const mark = cursor.code;
  if (!isMark(mark)) return false;
  let count = 0;
  for (let at = cursor.at; at < cursor.end; at++) {
    const code = cursor.codeAt(at);
    if (code === mark) count++;
    else if (!isBlankCode(code)) return false;
  }
  return count >= 3;
};
