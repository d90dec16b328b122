import type { ReadPrp } from '../join/joinBatches';
import type { Finding } from '../rule/finding';
import { frontMatterRule } from '../rule/prp/frontMatterRule';

/** What YAML could not read in the front matter of a PRP file, at its place. */
export const frontMatterFindings = ({ uri, facts }: ReadPrp): readonly Finding[] =>
  facts.problems.map(({ message, span }) => ({
    code: frontMatterRule.code,
    severity: frontMatterRule.severity,
    message: `The front matter ${message}`,
    uri,
    span,
    related: [],
    fixes: [],
  }));
