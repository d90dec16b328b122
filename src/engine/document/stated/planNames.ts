import type { IdElement } from '../../facts/stated';
import type { Span } from '../../model/text';
import { elementsIn } from './idList';
import { GUARDED_ID, ID_JOIN } from './unknownReferences';

/** What the name of a PLAN begins with, wherever it stands. */
export const PLAN_MARK = 'PLAN_';

const NAME = '(?<![\\p{L}\\p{N}_-])PLAN_([\\p{L}\\p{N}](?:[\\p{L}\\p{N}_.%-]{0,200}[\\p{L}\\p{N}])?)';
const LIST = `[Aa]chievements?[ \\t]+(?:\\*\\*|\`)?(${GUARDED_ID}(?:${ID_JOIN}${GUARDED_ID})*)`;
/** `PLAN_X.md` Achievement 2.1`, `| PLAN_X | Achievement 2.1 |`, `PLAN_X's Achievement 2.1`. */
const GLUE_BEHIND = `(?:['’]s)?[^\\p{L}\\p{N}.;\\n]{1,12}(?:its[ \\t]+)?`;
/** `Achievement 2.1 of PLAN_X`, and of a link to its file. */
const GLUE_IN_FRONT =
  '(?:\\*\\*|`)?[ \\t]+(?:of|in|from)[ \\t]+(?:the[ \\t]+)?(?:plan[ \\t]+)?(?:\\[[^[\\]\\n]*\\]\\([^\\s()]*|[`*_[(<]*)';

/** `PLAN_<NAME>`, with or without `.md`. */
export const PLAN_NAME = new RegExp(NAME, 'gu');
/** `SEARCH-INDEX` anywhere, `SEARCH` in bold, code or a link. */
const BARE =
  '(?<![\\p{L}\\p{N}_/.-])[A-Z][A-Z\\d]{1,30}(?:-[A-Z\\d]{1,30}){1,8}(?![\\p{L}\\p{N}_/-])|(?<=\\*\\*|[`[])[A-Z][A-Z\\d]{2,30}(?=\\*\\*|[`\\]:])';
/** The same, and names that are written without `PLAN_`. */
export const NAME_WITH_BARE = new RegExp(`${NAME}|${BARE}`, 'gu');
const BEHIND = new RegExp(`^${GLUE_BEHIND}${LIST}`, 'u');
const IN_FRONT = new RegExp(`\\b${LIST}${GLUE_IN_FRONT}$`, 'u');
const WITH_IDS = new RegExp(`${NAME}${GLUE_BEHIND}${LIST}|\\b${LIST}${GLUE_IN_FRONT}${NAME}`, 'gu');

/**
 * Achievements that are named right beside the name of a plan, as that plan's. What stands in front of `from` on the
 * line is beside another name.
 */
export const elementsBeside = (line: string, { start, end }: Span, from: number): readonly IdElement[] => {
  const behind = BEHIND.exec(line.slice(end));
  const list = behind?.[1];
  if (behind && list !== undefined) return elementsIn(list, end + behind[0].length - list.length);
  const front = IN_FRONT.exec(line.slice(from, start));
  if (front?.[1] === undefined) return [];
  return elementsIn(front[1], from + front.index + front[0].indexOf(front[1]));
};

/** The text with the achievements of named plans blanked out, lengths kept: their ids are not this plan's. */
export const withoutNamedPlans = (text: string): string =>
  text.includes(PLAN_MARK) ? text.replace(WITH_IDS, (part) => ' '.repeat(part.length)) : text;

/** The text with the plan's own name blanked out, lengths kept: ids beside it are its own. */
export const withoutOwnName = (text: string, own: string | undefined): string =>
  own !== undefined && text.includes(PLAN_MARK + own)
    ? text.replace(PLAN_NAME, (whole) =>
        whole.replace(/\.md$/i, '') === PLAN_MARK + own ? ' '.repeat(whole.length) : whole,
      )
    : text;
