import { guardFix } from '../edit/guard/guardedFix';
import type { Finding, GuardedFix, RelatedPlace, Severity } from './finding';
import type { Problem } from './rule';

const NONE: readonly never[] = [];

/** What a rule found, in the name of the rule. Its fixes are worked out when first asked for. */
export class RuleFinding implements Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly span: Finding['span'];
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  #problem: Problem['fixes'];
  #fixes: readonly GuardedFix[] | undefined;

  constructor(code: string, severity: Severity, problem: Problem) {
    this.code = code;
    this.severity = severity;
    this.uri = problem.uri;
    this.span = problem.span;
    this.message = problem.message;
    this.related = problem.related ?? NONE;
    this.#problem = problem.fixes;
  }

  get fixes(): readonly GuardedFix[] {
    if (!this.#fixes) {
      const fixes = typeof this.#problem === 'function' ? this.#problem() : this.#problem;
      this.#fixes = fixes && fixes.length > 0 ? fixes.map(guardFix) : NONE;
      this.#problem = undefined;
    }
    return this.#fixes;
  }
}
