import { furtherSpellings } from './furtherWords';

/** Parts of every word that is known to say what waits for what, or sounds so (`vocabulary.ts`, `unreadLabel.ts`). */
const WORDS =
  /dep|builds?[-_ ]on|gated|enabl|pre[-_ ]?req|block|bloqu|requir|\breq\b|need|wait|rel(?:y|ies)\b|predecess|successor|upstream|downstream|preced|vorauss|unlock|comes?[-_ ](?:after|before)/i;
/** Words of every text, which say so in a label only: in front of what ends one, in a heading or between tags. */
const COMMON = String.raw`\b(?:after|before|follows?|starts?|sequence|order(?:ing)?|parents?)\b`;
const IN_LABELS = new RegExp(String.raw`${COMMON}(?=.{0,80}[:：|=→>*_])|^[ \t>]*[#<].*${COMMON}`, 'im');
/** Letters of other alphabets, of full width or with accents: what such words say is for the vocabulary. */
const OTHER_LETTERS =
  /[\u00aa-\u024f]|[\u0300-\u036f]|[\u0370-\u0482]|[\u048a-\u0590]|[\u05be-\u1aaf]|[\u1e00-\u1fff]|[\u2c00-\ud7ff]|[\uf900-\ufdff]|[\ufe70-\uffef]/;

/**
 * A quick look: false where no line of a text has a label that says what waits for what. Reading the fields of thousands
 * of achievements to find that out takes a hundred times as long.
 */
export const mayHoldStatingLabel = (text: string): boolean =>
  WORDS.test(text) ||
  IN_LABELS.test(text) ||
  OTHER_LETTERS.test(text) ||
  furtherSpellings('dependencies').length + furtherSpellings('blocks').length > 0;
