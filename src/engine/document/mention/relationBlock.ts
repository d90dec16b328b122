import type { PlanRelation } from '../../facts/planSays';
import type { Span } from '../../model/text';
import type { ScannedLines } from '../markdown/lines';
import { relationOfBoth, relationOfKind } from './planRelation';

/** Nothing but marks in front of a name: it is what its line is about. */
const ONLY_MARKS = /^[^\p{L}\p{N}]*$/u;
/** A remark in brackets and marks behind it, up to the end. */
const OPENS = /^[^\p{L}\p{N}(]*(?:\([^()\n]{0,80}\)[^\p{L}\p{N}]*)?$/u;
const LABELLED =
  /^[ \t>]*(?:[-*+][ \t]+)?(?:\*\*|__)?(type|kind|relationship|relation|dependency|status|timing)(?:\*\*|__)?[ \t]*[:：](?:\*\*|__)?(.*)$/i;
/** So many lines belong to a name at most. */
const MOST_LINES = 12;

/** What is said of a plan below its name. */
export interface RelationBlock {
  readonly relation: PlanRelation | undefined;
  /** Its lines, which may say that nobody has to wait. */
  readonly text: string;
}

/**
 * The labelled lines below a line that is nothing but a plan's name: `**PLAN_X**:` with `- **Type**: Hard` and others.
 * Undefined where there are none. When something happens (`Timing`) says nothing of what has to wait.
 */
export const relationBlockAt = (scan: ScannedLines, line: number, name: Span): RelationBlock | undefined => {
  const text = scan.textOf(line);
  if (!ONLY_MARKS.test(text.slice(0, name.start)) || !OPENS.test(text.slice(name.end))) return undefined;
  const said = new Map<string, string>();
  const end = Math.min(line + 1 + MOST_LINES, scan.kinds.length);
  for (let at = line + 1; at < end; at++) {
    if (scan.kinds[at] === 'blank') continue;
    const [, label, value] = (scan.kinds[at] === 'text' && LABELLED.exec(scan.textOf(at))) || [];
    if (label === undefined || value === undefined) break;
    const known = label.toLowerCase();
    if (!said.has(known)) said.set(known, value.trim());
  }
  if (said.size === 0) return undefined;
  const relationOf = (...labels: readonly string[]): PlanRelation | undefined => {
    const value = labels.map((label) => said.get(label)).find((each) => each !== undefined);
    return value === undefined ? undefined : relationOfKind(value);
  };
  const both = relationOfBoth(relationOf('type', 'kind'), relationOf('relationship', 'relation'));
  return { relation: both ?? relationOf('dependency'), text: [...said.values()].join('\n') };
};
