import { ownText } from '../../../shared/ownText';
import type { ArchiveLocation } from '../../facts/planSays';
import { composed } from '../../model/names';
import { span } from '../../model/text';
import { decodeUri } from '../../model/uri';
import type { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';
import type { ScannedLines } from '../markdown/lines';

const LABEL = String.raw`archive[ \t]+location[s]?`;
/** `**Archive Location** (when complete): …`, as a line, an item, a quote or a row of a table. */
const FIELD = new RegExp(
  String.raw`^\ufeff?[ \t]*(?:[-*+>|][ \t]+)?(?:\*\*|__)?${LABEL}(?:[ \t]*\([^()\n]{0,60}\))?(?:\*\*|__)?[ \t]*(?:\([^()\n]{0,60}\)[ \t]*)?[:：|](?:\*\*|__)?[ \t]*((?:[^ \t\n].*)?)$`,
  'i',
);
const HEADING = new RegExp(
  String.raw`^\ufeff?[ \t]*#{1,6}[ \t].{0,20}?${LABEL}[ \t]*(?:\([^()\n]{0,60}\)[ \t]*)?[:：]?[ \t]*((?:[^ \t\n].*)?)$`,
  'iu',
);
/** How the words are written, for a quick look whether a document has them at all. */
const LABELS = searchLines(/[Aa]rchive [Ll]ocation|ARCHIVE LOCATION/);
/** How many lines below its label a path may stand. */
const LINES_BELOW = 3;

/** A path in code or as a link, with what may stand around it. */
const MARKED =
  /^[^\p{L}\p{N}`[]{0,8}(?:\[`?([^\]\n`]*)`?\]\([ \t]*<?([^()\s<>]+)>?[ \t]*\)|`([^`\n]+)`)(?:\*\*|__)?/u;
/** Another one follows. */
const OR = /^[ \t]*(?:[,;/+&]|or\b|and\b)[ \t]*/i;
/** A path in plain text: no words, at least one slash in it or at its end. */
const BARE = /^[-*+>|]?[ \t]*([^\s`*|()[\]<>"',;]*[/\\][^\s`*|()<>"',;]*)/;
/** What may follow a path that stands there without marks: no sentence about it. */
const ENDS = /^[ \t]*(?:$|[(,;.|<—–-]|(?:when|once|after|until)\b)/i;
const PLACEHOLDER = /yyyy|\b(?:MM|DD|TBD)\b|XX(?=[/_-]|$)|[[\]<>{}$]|…|\.\.\.(?=[/_-]|$)/;
const TO_BE_SAID =
  /^[ \t*_`]*(?:TBD|TODO|tba|to be (?:decided|defined|determined)|\[[^\]\n]{1,80}\])[ \t*_`.]*$/i;

/**
 * Every place that a PLAN declares as its Archive Location, in order, those that agree once. A field counts where its
 * label begins the line and a path is its value: the words alone in a sentence declare nothing, and neither does a
 * tree drawn in a code block.
 */
export const readArchiveLocations = (kept: KeptText): readonly ArchiveLocation[] => {
  const found = new Map<string, ArchiveLocation>();
  for (const line of kept.linesWith(LABELS)) {
    for (const location of locationsAt(kept.scan, line)) {
      const key = composed(location.path).toLowerCase();
      if (!found.has(key)) found.set(key, location);
    }
  }
  return [...found.values()];
};

const locationsAt = (scan: ScannedLines, line: number): readonly ArchiveLocation[] => {
  const kind = scan.kinds[line];
  if (kind !== 'text' && kind !== 'heading') return [];
  const text = scan.textOf(line);
  const value = (kind === 'heading' ? HEADING : FIELD).exec(text)?.[1];
  if (value === undefined) return [];
  const start = scan.index.startOf(line) + text.length - value.length;
  const own = locationsIn(value, start);
  return own.length > 0 || value.trim() !== '' ? own : locationsBelow(scan, line);
};

/** A label alone on its line: the path follows. */
const locationsBelow = (scan: ScannedLines, label: number): readonly ArchiveLocation[] => {
  for (let line = label + 1; line <= label + LINES_BELOW && line < scan.kinds.length; line++) {
    if (scan.kinds[line] === 'blank') continue;
    if (scan.kinds[line] !== 'text') return [];
    const text = scan.textOf(line);
    const isOnlyPath =
      /^[ \t]*(?:[-*+>][ \t]+)?[`[]/.test(text) ||
      !/\S[ \t]+\S/.test(text.replace(/^[ \t]*[-*+>][ \t]+/, ''));
    return isOnlyPath ? locationsIn(text, scan.index.startOf(line)) : [];
  }
  return [];
};

const locationsIn = (value: string, start: number): readonly ArchiveLocation[] => {
  const marked = markedIn(value, start);
  if (marked.length > 0) return marked;
  const bare = BARE.exec(value);
  if (bare?.[1] !== undefined && ENDS.test(value.slice(bare[0].length)))
    return located(bare[1], start + bare[0].length - bare[1].length);
  const open = TO_BE_SAID.test(value) ? value.trim() : '';
  return open === ''
    ? []
    : [{ path: ownText(open), span: span(start, start + value.trimEnd().length), isPlaceholder: true }];
};

/** Paths at the beginning, one after the other: what stands in a sentence behind them is no path of the field. */
const markedIn = (value: string, start: number): readonly ArchiveLocation[] => {
  const found: ArchiveLocation[] = [];
  let at = 0;
  for (let match = MARKED.exec(value); match; match = MARKED.exec(value.slice(at))) {
    const [all, , target, code] = match;
    const written = code ?? target ?? '';
    found.push(...located(written, start + at + all.lastIndexOf(written)));
    at += all.length;
    const or = OR.exec(value.slice(at));
    if (!or) break;
    at += or[0].length;
  }
  return found;
};

const located = (written: string, start: number): readonly ArchiveLocation[] => {
  const text = written.trim();
  if (!isPath(text)) return [];
  const path = composed(decodeUri(text))
    .replaceAll('\\', '/')
    .replace(/\/[^/]{1,200}\.md$/i, '')
    .replace(/(?<=[^/])\/{1,50}\.?$/, '');
  const from = start + written.indexOf(text);
  return [
    {
      path: ownText(path),
      span: span(from, from + text.length),
      isPlaceholder: PLACEHOLDER.test(path.replace(/YYYY/, 'yyyy')),
    },
  ];
};

/** Words in code are no path, a single name without a slash is none either. */
const isPath = (text: string): boolean => /[/\\]/.test(text) && !/[ \t]{2}|[ \t][^/\\]*[ \t]/.test(text);
