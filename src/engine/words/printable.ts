const ESC = '\\u001b';
/** Operating system commands (titles, links), then control sequences (colours, cursor), then two-character escapes. */
const ANSI = new RegExp(
  `${ESC}\\][^\\u0007${ESC}]*(?:\\u0007|${ESC}\\\\)?|(?:${ESC}\\[|\\u009b)[0-?]*[ -/]*[@-~]?|${ESC}[ -/]*[0-~]?`,
  'g',
);
/**
 * Characters that draw nothing and change what is around them: marks and overrides of direction, invisible separators,
 * tags. The two joiners are none of them: letters and emoji are made with these.
 */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;
/** Control characters, halves of characters, the two that XML forbids, and every kind of space. */
const GAP = /[\p{Cc}\p{Cs}\ufffe\uffff\s]+/gu;
const UNSEEN = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;
/** Nothing that would change, as most titles are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Text from a document as one line that no terminal, label, picture or notification can stumble over: terminal escape
 * sequences and invisible characters are taken out, every run of control characters, line breaks and spaces becomes one
 * space.
 */
export const printable = (text: string): string =>
  PLAIN.test(text) ? text : withoutSteering(text).replace(GAP, ' ').trim();

/** A line that holds such text, with its spaces as they are: what could steer a terminal is taken out. */
export const printableLine = (line: string): string =>
  withoutSteering(line)
    .replace(/[^\S ]+/g, ' ')
    .replace(UNSEEN, '');

const withoutSteering = (text: string): string => text.replace(ANSI, '').replace(INVISIBLE, '');
