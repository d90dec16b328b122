import type { Finding } from '../rule/finding';
import { unreadableRule } from '../rule/plan/unreadableRule';

/** A PLAN, parallel.json or PRP file that could not be read as text. */
export const unreadableFinding = (uri: string): Finding => ({
  code: unreadableRule.code,
  severity: unreadableRule.severity,
  message:
    'This file cannot be read as text (binary, too large, or no permission), so it takes no part in any plan.',
  uri,
  span: { start: 0, end: 0 },
  related: [],
  fixes: [],
});
