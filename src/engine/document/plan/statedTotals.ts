import type { Section } from '../../facts/planFacts';
import type { Counted, StatedNumber, StatedTotals } from '../../facts/planSays';
import { span } from '../../model/text';
import type { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';

const LABEL = '^[ \\t]*(?:[-*+|][ \\t]*)?(?:\\*\\*)?';
const BEHIND_LABEL = '(?:\\*\\*)?[ \\t]*[:|](?:\\*\\*)?[ \\t]*(?:\\*\\*)?';
/** `**Total Achievements**: 9`, `| Total achievements | 9 |`, `**Achievements**: 9 achievements across 3 priorities` */
const TOTAL = new RegExp(
  `${LABEL}((?:(?:Total|Number of) )?Achievements)${BEHIND_LABEL}(\\d{1,6})(?![\\d.+/%]|[ \\t]*(?:[-–—/]|of\\b|to\\b))(?:\\*\\*)?[ \\t]*([\\s\\S]*)$`,
  'i',
);
/** What may follow a total that is nothing but that. */
const ONLY_TOTAL =
  /^(?:$|\||\.?$|achievements?(?:[ \t]*$|[ \t|.]+$|[ \t]+(?:across|in)[ \t]+(\d{1,4})[ \t]+priorities\b)|total\b)/i;
/** `**Progress**: 3/9 achievements complete (33%)` */
const PROGRESS = new RegExp(
  `${LABEL}(?:(?:Overall )?Progress|Overall|Achievements(?: Completed?)?)${BEHIND_LABEL}(\\d{1,6})(?:/|[ \\t]+of[ \\t]+)(\\d{1,6})[ \\t]+achievements\\b(.*)$`,
  'i',
);
const PERCENT = /(\d{1,3})[ \t]?%/;
/** Then the figures are those of a part. */
const OF_A_PART = /\bpriorit|\bphase|\blevel/i;
/** `- **SUBPLANs**: 10 created (10 complete)` */
const FILES = new RegExp(`${LABEL}(SUBPLANs|EXECUTION_TASKs)${BEHIND_LABEL}(\\d{1,6})[ \\t]+created\\b`, 'i');
/** Parts of a plan that count what was at another time, or elsewhere. */
const ELSEWHERE = /\b(?:log|history|sessions?|archived?|examples?|related|parent|learnings?)\b/i;
const MARKS = searchLines(/chievements|SUBPLANs|EXECUTION_TASKs/);
const LONGEST = 500;

/** Reads the lines that state totals; only labels that are sure to mean the whole plan count. */
export const readStatedTotals = (kept: KeptText, sections: readonly Section[]): readonly StatedTotals[] => {
  const { scan } = kept;
  const elsewhere = sections.filter(({ depth, title }) => depth > 1 && ELSEWHERE.test(title));
  const found: StatedTotals[] = [];
  let next = 0;
  let end = 0;
  for (const line of kept.linesWith(MARKS)) {
    const start = scan.index.startOf(line);
    for (let each = elsewhere[next]; each && each.span.start <= start; each = elsewhere[++next]) {
      end = Math.max(end, each.span.end);
    }
    if (start < end || scan.kinds[line] !== 'text') continue;
    const totals = totalsIn(scan.textOf(line), start);
    if (totals.length > 0) found.push(totals);
  }
  return found;
};

const totalsIn = (line: string, start: number): StatedTotals => {
  if (line.length > LONGEST || line.includes('~~')) return [];
  return filesIn(line, start) ?? progressIn(line, start) ?? totalIn(line, start) ?? [];
};

const filesIn = (line: string, start: number): StatedTotals | undefined => {
  const match = FILES.exec(line);
  if (!match?.[1] || !match[2]) return undefined;
  const counts = match[1].toLowerCase() === 'subplans' ? 'subplans' : 'executions';
  const at = start + match[0].lastIndexOf(match[2]);
  return [numberAt(counts, match[2], at)];
};

const progressIn = (line: string, start: number): StatedTotals | undefined => {
  const [whole, complete, total, rest = ''] = PROGRESS.exec(line) ?? [];
  if (whole === undefined || !complete || !total || OF_A_PART.test(rest)) return undefined;
  const restAt = line.length - rest.length;
  const first = line.search(/\d/);
  const percent = PERCENT.exec(rest);
  return [
    numberAt('complete', complete, start + first),
    numberAt('total', total, start + line.indexOf(total, first + complete.length)),
    ...(percent?.[1] ? [numberAt('percent', percent[1], start + restAt + percent.index)] : []),
  ];
};

const totalIn = (line: string, start: number): StatedTotals | undefined => {
  const [whole, label, total, rest = ''] = TOTAL.exec(line) ?? [];
  const follows = ONLY_TOTAL.exec(rest);
  if (whole === undefined || !label || !total || !follows) return undefined;
  const at = line.indexOf(total, line.indexOf(label) + label.length);
  const priorities = follows[1];
  const restAt = line.length - rest.length;
  return [
    numberAt('total', total, start + at),
    ...(priorities ? [numberAt('priorities', priorities, start + restAt + rest.indexOf(priorities))] : []),
  ];
};

const numberAt = (counts: Counted, digits: string, at: number): StatedNumber => ({
  counts,
  value: Number(digits),
  span: span(at, at + digits.length),
});
