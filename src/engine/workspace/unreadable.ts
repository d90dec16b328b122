import type { Finding } from '../rule/finding';

/** A PLAN, parallel.json or PRP file that could not be read as text; documented in docs/rules.md. */
export const unreadableFinding = (uri: string): Finding => ({
  code: 'unreadable-document',
  severity: 'warning',
  message:
    'This file cannot be read as text (binary, too large, or no permission), so it takes no part in any plan.',
  uri,
  span: { start: 0, end: 0 },
  related: [],
  fixes: [],
});
