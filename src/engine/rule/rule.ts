import type { AnalysedPlan } from '../model/analysis';
import type { Place } from '../model/text';
import type { Fix, RelatedPlace, Severity } from './finding';

/** What docs/rules.md says about a kind of problem; Markdown without headings. */
export interface RuleDocumentation {
  /** The code of its findings, for good: settings and links use it. */
  readonly code: string;
  readonly severity: Severity;
  /** One line without a full stop. */
  readonly summary: string;
  /** What the problem means and why it matters. */
  readonly explanation: string;
  /** A document that has the problem. */
  readonly example: { readonly language: 'json' | 'markdown' | 'text'; readonly text: string };
  /** How to fix it, and which quick fixes there are. */
  readonly fix: string;
}

/** A finding without what its rule adds. */
export interface Problem extends Place {
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** A function where they take work: most fixes are never asked for. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
}

/** Looks for one kind of problem in a plan; pure, and linear in the size of the plan unless it says otherwise. */
export interface Rule extends RuleDocumentation {
  check(plan: AnalysedPlan): Iterable<Problem>;
}
