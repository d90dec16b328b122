import type { Finding, Severity } from '../../engine/rule/finding';
import { ruleDocumentation } from '../../engine/rule/rules';
import { printable } from '../../engine/words/printable';
import { UserError } from '../../shared/userError';
import { closest } from '../terminal/closest';
import type { Workspace } from '../workspace/workspace';

/** Which findings are asked for; each part that is undefined lets all through. */
export interface FindingFilter {
  readonly rules: ReadonlySet<string> | undefined;
  /** The least of the severities that are shown. */
  readonly least: Severity | undefined;
}

/** From the most severe on. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** What is asked for of a workspace's findings, in every format the same. */
export const askedFor = (
  { findings }: Pick<Workspace, 'findings'>,
  filter: FindingFilter,
): readonly Finding[] => {
  const tests = testsOf(filter);
  return findings.filter((finding) => tests.every((passes) => passes(finding)));
};

const testsOf = ({ rules, least }: FindingFilter): readonly ((finding: Finding) => boolean)[] => [
  ...(rules ? [({ code }: Finding) => rules.has(code)] : []),
  ...(least ? [({ severity }: Finding) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least)] : []),
];

/** The codes of `--rule`, separated by commas; a {@link UserError} names the closest to one that no rule has. */
export const rulesNamed = (text: string): ReadonlySet<string> => {
  const known = ruleDocumentation.map(({ code }) => code);
  const codes = text
    .split(',')
    .map((code) => printable(code).trim().toLowerCase())
    .filter(Boolean);
  if (codes.length === 0) throw new UserError(`Name a rule, for example ${known[0]}.`);
  for (const code of codes) {
    if (known.includes(code)) continue;
    const meant = closest(code, known);
    throw new UserError(`There is no rule ${code}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`);
  }
  return new Set(codes);
};
