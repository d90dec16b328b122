const ESC = '\u001b';

/** Everything that may come out: whatever else a terminal is sent, it might obey. */
export const HARMLESS = new RegExp(
  `^(?:[^\\p{Cc}\\p{Cs}\\u00ad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\u{e0000}-\\u{e0fff}]|[\\n\\r\\t\\b]|${ESC}\\[(?:[\\d;:]+m|[012]K|0J|[1-9]\\d{0,3}[A-G]))*$`,
  'u',
);
