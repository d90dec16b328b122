import type { Finding, Fix, RelatedPlace, Severity } from './finding';
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
  #fixes: Problem['fixes'];

  constructor(code: string, severity: Severity, problem: Problem) {
    this.code = code;
    this.severity = severity;
    this.uri = problem.uri;
    this.span = problem.span;
    this.message = problem.message;
    this.related = problem.related ?? NONE;
    this.#fixes = problem.fixes;
  }

  get fixes(): readonly Fix[] {
    if (typeof this.#fixes === 'function') this.#fixes = this.#fixes();
    return this.#fixes ?? NONE;
  }
}
