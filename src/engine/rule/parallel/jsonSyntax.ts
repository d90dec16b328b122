import { type Asked, askedChange } from '../../edit/guard/asked';
import { closeBrackets, insertComma, removeFirstTwin } from '../../edit/json/syntaxEdits';
import type { SyntaxProblem } from '../../facts/parallelFacts';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

const SYNTAX: Asked = { kind: 'syntax', document: 'parallel' };
const DOUBLE: Asked = askedChange('parallel', [], 'double');

export const jsonSyntax: Rule = {
  code: 'json-syntax',
  severity: 'error',
  summary: 'The file is not valid JSON, or an object has the same key twice',
  explanation:
    'Other tools reject the whole file. Parallel Plans goes on with what it can read, which may be less than you ' +
    'wrote. Of two equal keys only the last counts, so the value of the first is lost. Comments and trailing commas ' +
    'are allowed.',
  example: { language: 'json', text: '{ "achievements": [{ "achievement_id": "1.1" "dependencies": [] }] }' },
  fix:
    'Write what is missing at the marked place, or remove one of the two keys. Quick fixes insert a comma, close the ' +
    'brackets that are open at the end of the file, and remove the key that does not count.',
  *check({ parallel }) {
    if (!parallel) return;
    const { problems } = parallel.facts;
    const malformed = problems.filter(({ kind }) => kind === 'malformed').length;
    for (const problem of problems) {
      const { message, span } = problem;
      yield { uri: parallel.uri, span, message, fixes: fixesOf(parallel.uri, problem, malformed) };
    }
  },
};

/** With malformed text around it, nobody knows what a missing bracket or a twin key belongs to. */
const fixesOf = (uri: string, { kind, missing, span }: SyntaxProblem, malformed: number): readonly Fix[] => {
  if (missing === 'comma') {
    return [
      {
        title: 'Insert the comma',
        preferred: true,
        uri,
        asked: SYNTAX,
        edits: (text) => insertComma(text, span),
      },
    ];
  }
  if (missing === 'end' && malformed === 1) {
    return [
      {
        title: 'Close the open brackets at the end of the file',
        preferred: false,
        uri,
        asked: SYNTAX,
        edits: closeBrackets,
      },
    ];
  }
  if (kind !== 'duplicate-key' || malformed > 0) return [];
  const title = 'Remove the first of the two, which does not count';
  return [{ title, preferred: false, uri, asked: DOUBLE, edits: (text) => removeFirstTwin(text, span) }];
};
