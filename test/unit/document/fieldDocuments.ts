import * as fc from 'fast-check';

const LABELS = [
  '- **Effort**: 2h',
  '- **Dependencies**: 1.1',
  '- **Dependencies**:',
  '- Blocks: 2.1',
  '- **Deliverables**:',
  '- **Notes**:',
  '- **Notes**: words',
  '**Dependencies**: 1.1,',
  '**Dependencies**:',
  '**Deliverables**:',
  '**Goal**: End: here:',
  '**Notes**:',
  '* **Effort**: 2h',
  '2. **Dependencies**: 1.1',
  '**Depends on**: 1.1 | **Effort**: 2h',
  'Effort: 2h',
  'Dependencies:',
] as const;

const OTHERS = [
  '',
  '',
  '',
  'Decision: keep this.',
  'text that goes on',
  'then Achievement 1.2 can start',
  '- item',
  '- 1.1 (schema)',
  '- `src/a.ts` (new file)',
  '- [ ] 1.2',
  '- Details:',
  '1. one',
  '* star',
  '+ plus',
  '```sql',
  '```',
  '---',
  '***',
  '#### Part',
  '| Risk | What |',
  '| --- | --- |',
  '| high | rates |',
  '> quote',
  '<!-- note -->',
  '    deep',
] as const;

const prefix = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: fc.constantFrom('  ', '  ', '    ', '   ', ' ', '> ', '      ', '\t') },
);
const line = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(prefix, fc.constantFrom(...LABELS)).map((parts) => parts.join('')) },
  {
    weight: 5,
    arbitrary: fc.tuple(prefix, fc.constantFrom(...OTHERS)).map((parts) => parts.join('').trimEnd()),
  },
);

/** What may stand below a definition: fields in many forms, with anything between them. */
export const bodies = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 14 }), fc.boolean())
  .map(([lines, isWindows]) => lines.join(isWindows ? '\r\n' : '\n'));
