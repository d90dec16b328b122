import type { Span } from '../../model/text';
import type { KeptText } from '../markdown/keptText';
import { searchAny, searchLines } from '../markdown/lineSearch';
import { furtherSpellings } from './furtherWords';

/** Parts of every word that is known to say what waits for what, or sounds so (`vocabulary.ts`, `unreadLabel.ts`). */
const WORDS = searchLines(
  /dep|builds?[-_ ]on|gated|enabl|pre(?:[-_ ]?req|decess|ced)|blo(?:ck|qu)|req(?:uir|\b)|need|wait|rel(?:y|ies)|successor|(?:up|down)stream|vorauss|unlock|comes?[-_ ](?:after|before)/i,
);
/** Words of every text, which say so in a label only: in front of what ends one, in a heading or between tags. */
const COMMON = String.raw`\b(?:after|before|follows?|starts?|sequence|order(?:ing)?|parents?)\b`;
const IN_LABELS = searchLines(
  new RegExp(String.raw`${COMMON}(?=.{0,80}[:：|=→>*_])|^[ \t>]*[#<].*${COMMON}`, 'im'),
);
/** Letters of other alphabets, of full width or with accents: what such words say is for the vocabulary. */
const OTHER_LETTERS = searchLines(/[\u00aa-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\uffef]/);
const ANY = searchAny([WORDS, IN_LABELS, OTHER_LETTERS]);

/**
 * A quick look: false where no line of a part of a text has a label that says what waits for what. Reading the fields of
 * thousands of achievements to find that out takes a hundred times as long.
 */
export const mayHoldStatingLabel = (kept: KeptText, part: Span): boolean =>
  kept.holds(ANY, part) || furtherSpellings('dependencies').length + furtherSpellings('blocks').length > 0;
