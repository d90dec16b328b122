import { parallelDocument } from '../../support/documents.mjs';
import { uriOf } from '../../support/memoryFiles';

export const planPath = '/w/X/PLAN_X.md';
export const parallelPath = '/w/X/parallel.json';
export const planUri = uriOf(planPath);
export const parallelUri = uriOf(parallelPath);

/** Three achievements, one of them with hostile text in its title. */
export const planText = `# PLAN: X

## Desirable Achievements

### Priority 1: First

**Achievement 1.1**: Lay the base

- **Effort**: 2-3 hours

**Achievement 1.2**: Build <img src=x onerror=alert(1)> \`$(bug)\` [on it](command:evil)

**Achievement 1.3**: Check it
`;

/** A parallel.json over achievements given as id and dependencies. */
export const parallelText = (achievements: Readonly<Record<string, readonly string[]>>): string =>
  parallelDocument(
    'X',
    Object.entries(achievements).map(([id, dependencies]) => [id, { dependencies, status: 'not_started' }]),
  );

/** Takes the marker `|` out of a text and gives its offset. */
export const cursorIn = (marked: string): { readonly text: string; readonly offset: number } => {
  const offset = marked.indexOf('|');
  if (offset === -1) throw new Error('no | in the text');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
};
