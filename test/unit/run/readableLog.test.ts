import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createReadableLog } from '../../../src/engine/run/text/readableLog';
import { terminalText } from '../../../src/engine/run/text/terminalText';
import { assertGrowth } from '../../support/growth';
import { HARMLESS } from '../../support/harmlessText';

type Kind = Parameters<typeof createReadableLog>[0];

const read = (kind: Kind, ...pieces: readonly string[]): string => {
  const log = createReadableLog(kind);
  return pieces.map((piece) => log.write(piece)).join('') + log.end();
};

const events = (...all: readonly object[]): string =>
  all.map((event) => `${JSON.stringify(event)}\n`).join('');

/** Without colours. */
const plain = (text: string): readonly string[] =>
  text
    .split('\u001b')
    .map((part, at) => (at === 0 ? part : part.replace(/^\[\d+m/, '')))
    .join('')
    .trimEnd()
    .split('\n');

const CLAUDE = events(
  { type: 'system', subtype: 'init', model: 'opus' },
  { type: 'assistant', message: { content: [{ type: 'text', text: 'I read the plan.\nThen I write.' }] } },
  {
    type: 'assistant',
    message: {
      content: [
        { type: 'tool_use', name: 'Edit', input: { file_path: 'src/a.ts', old_string: 'x' } },
        { type: 'tool_use', name: 'Bash', input: { command: 'npm test\nexit' } },
      ],
    },
  },
  { type: 'user', message: { content: [{ type: 'tool_result', content: 'ok\nmore' }] } },
  {
    type: 'user',
    message: {
      content: [{ type: 'tool_result', is_error: true, content: [{ type: 'text', text: 'no such file' }] }],
    },
  },
  { type: 'result', subtype: 'success', result: 'All done.', total_cost_usd: 0.123 },
);

describe('run: what an executor printed, made readable', () => {
  it('says of Claude Code what it says, does and gets', () => {
    assert.deepEqual(plain(read('claude', CLAUDE)), [
      'Claude Code opus',
      'I read the plan.',
      'Then I write.',
      '▸ Edit src/a.ts',
      '▸ Bash npm test',
      '  ok',
      '✗ no such file',
      '✓ Done, $0.12',
    ]);
    const failed = events({ type: 'result', subtype: 'error_max_turns', is_error: true });
    assert.deepEqual(plain(read('claude', failed)), ['✗ error_max_turns']);
  });

  it('says of Codex what it says, runs and changes', () => {
    const text = events(
      { type: 'thread.started', thread_id: '1' },
      { type: 'turn.started' },
      { type: 'item.completed', item: { type: 'agent_message', text: 'Working.' } },
      { type: 'item.started', item: { type: 'command_execution', command: 'ls' } },
      {
        type: 'item.completed',
        item: { type: 'command_execution', command: 'ls', aggregated_output: 'a\nb', exit_code: 0 },
      },
      {
        type: 'item.completed',
        item: { type: 'command_execution', aggregated_output: 'not found\n', exit_code: 127 },
      },
      { type: 'item.completed', item: { type: 'file_change', changes: [{ kind: 'add', path: 'src/a.ts' }] } },
      { type: 'turn.failed', error: { message: 'no more' } },
    );
    assert.deepEqual(plain(read('codex', text)), [
      'Working.',
      '▸ $ ls',
      '  a',
      '✗ exit code 127: not found',
      '▸ add src/a.ts',
      '✗ no more',
    ]);
  });

  it('leaves everything else as it is: what gates print, unknown events, what is cut off', () => {
    const other = `{"type":"news"}\n{ no json }\n12 passing\n[1]\n{"type":"assistant"`;
    assert.equal(read('claude', other), other);
    assert.equal(read('exit', CLAUDE), CLAUDE);
    assert.equal(read('gemini', CLAUDE), CLAUDE);
  });

  it('believes nothing of the shape of events', () => {
    const odd = events(
      { type: 'assistant' },
      { type: 'assistant', message: { content: [null, 1, 'x', {}, { type: 'tool_use' }] } },
      { type: 'user', message: { content: [{ type: 'tool_result', content: [] }, null] } },
      { type: 'item.completed', item: { type: 'file_change', changes: [null, {}] } },
    );
    for (const kind of ['claude', 'codex'] as const) assert.equal(typeof read(kind, odd), 'string');
  });

  it('says the same wherever it is cut, and what events hold steers no terminal', () => {
    const line = fc.oneof(
      fc.constantFrom(...CLAUDE.split('\n').map((each) => `${each}\n`), 'plain\n', '{\n', '\n', '{"a":1}\n'),
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'binary' }).map((text) =>
        events({
          type: 'assistant',
          message: { content: [{ type: 'text', text: `${text}\u001b]0;t\u0007` }] },
        }),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.nat(400), { maxLength: 6 }),
        (lines, cuts) => {
          const text = lines.join('');
          const places = [...cuts.filter((at) => at < text.length), 0, text.length].sort(
            (one, other) => one - other,
          );
          const pieces = places.slice(1).map((end, at) => text.slice(places[at], end));
          assert.equal(read('claude', ...pieces), read('claude', text));
          assert.match(terminalText(read('claude', text)), HARMLESS);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion', () => {
    const pieces = (text: string): void => {
      const log = createReadableLog('claude');
      for (let at = 0; at < text.length; at += 100) log.write(text.slice(at, at + 100));
      log.end();
    };
    for (const unit of ['{', '{"a":', 'x', '\n', '{}\n']) {
      assertGrowth(
        { small: 100_000, times: 8, most: 24, noise: 60 },
        (size) => unit.repeat(size / unit.length),
        pieces,
      );
    }
  });
});
