import assert from 'node:assert/strict';
import { readPrpGates } from '../../../src/engine/document/prp/gates';

describe('run: the gates of a PRP', () => {
  it('are the commands below its headings for gates, and nothing in code or elsewhere', () => {
    const text = [
      '# Part',
      '**Command**: `not a gate`',
      '## Validation Gates',
      '### Gate 1: Tests',
      '**Command**: `npm test -- --quick`',
      '**Success Criteria**:',
      '- all pass',
      '### ✅ Gate 2: Boxes',
      '- [ ] looks right',
      '```markdown',
      '**Command**: `in a fence`',
      '```',
      '### Gate 3: Lint',
      '- **Command:** `cd web && npm run lint`',
      '- **Command**: `a second one`',
      '## Rollout',
      '**Command**: `deploy`',
      '',
    ].join('\n');
    assert.deepEqual(readPrpGates(text), [
      { name: 'Gate 1: Tests', command: 'npm test -- --quick' },
      { name: 'Gate 3: Lint', command: 'cd web && npm run lint' },
    ]);
    assert.deepEqual(readPrpGates(''), []);
  });
});
