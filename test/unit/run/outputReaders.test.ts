import assert from 'node:assert/strict';
import type { ResultKind } from '../../../src/engine/run/config/config';
import { outputReader } from '../../../src/engine/run/executor/outputReaders';

const endOf = (kind: ResultKind, events: readonly unknown[], exit: number | null = 0) => {
  const reader = outputReader(kind);
  for (const event of events) reader.line(typeof event === 'string' ? event : JSON.stringify(event));
  return { ...reader.end(exit), sawEnd: reader.sawEnd() };
};

describe('run: how the end of an executor is read', () => {
  it('is the exit code where nothing else is known', () => {
    assert.equal(endOf('exit', ['working', 'done']).ok, true);
    const failed = endOf('exit', ['cannot find module x'], 3);
    assert.deepEqual(
      [failed.ok, failed.error, failed.isFinal],
      [false, 'cannot find module x (exit code 3)', false],
    );
    assert.equal(endOf('exit', [], 3).error, 'The executor ended with exit code 3.');
    assert.equal(endOf('exit', [], null).error, 'The executor was ended by a signal.');
  });

  it('of Claude Code is its last event, with what it used and was denied', () => {
    const done = endOf('claude', [
      { type: 'system', session_id: 's1' },
      { type: 'rate_limit_event', rate_limit_info: { status: 'allowed', resetsAt: 1_800_000_000 } },
      {
        type: 'result',
        subtype: 'success',
        is_error: false,
        total_cost_usd: 0.25,
        usage: { input_tokens: 10, cache_read_input_tokens: 5, output_tokens: 7 },
        permission_denials: [{ tool_name: 'Bash' }, { tool_name: 'Bash' }],
      },
    ]);
    assert.deepEqual(done, {
      ok: true,
      error: undefined,
      isFinal: false,
      denials: ['Bash'],
      limit: undefined,
      usage: { in: 10, cached: 5, out: 7, usd: 0.25 },
      session: 's1',
      sawEnd: true,
    });
  });

  it('stands when the executor hangs after its last event and has to be ended', () => {
    assert.equal(endOf('claude', [{ type: 'result', subtype: 'success' }], null).ok, true);
  });

  it('is no success where the last event is missing or says otherwise, whatever the exit code', () => {
    assert.equal(endOf('claude', [{ type: 'assistant' }]).ok, false);
    assert.equal(endOf('claude', [{ type: 'result', subtype: 'error_max_turns' }]).ok, false);
    assert.equal(
      endOf('claude', [{ type: 'result', subtype: 'success', is_error: true, result: 'no' }]).error,
      'no',
    );
    assert.equal(endOf('claude', [{ type: 'result', subtype: 'success' }], 1).ok, false);
    assert.equal(endOf('codex', []).ok, false);
    assert.equal(endOf('gemini', [{ type: 'result', status: 'error', error: { message: 'x' } }]).error, 'x');
  });

  it('is not worth another attempt without account, money or known arguments', () => {
    assert.equal(endOf('claude', [{ type: 'result', subtype: 'error_max_budget_usd' }], 1).isFinal, true);
    assert.equal(endOf('exit', ['Error: Not logged in. Please run /login'], 1).isFinal, true);
    assert.equal(endOf('exit', ["error: unknown option '--permission-prompts'"], 1).isFinal, true);
    assert.equal(endOf('exit', ['a test failed'], 1).isFinal, false);
  });

  it('tells a limit of the account, with the time when it ends', () => {
    const limited = endOf(
      'claude',
      [
        { type: 'rate_limit_event', rate_limit_info: { status: 'rejected', resetsAt: 1_800_000_000 } },
        { type: 'result', subtype: 'success', is_error: true, result: 'You have reached it' },
      ],
      1,
    );
    assert.deepEqual(limited.limit, { until: 1_800_000_000_000 });
    assert.deepEqual(endOf('exit', ['HTTP 429 Too Many Requests'], 1).limit, { until: undefined });
    assert.equal(endOf('exit', ['429 tests passed'], 0).limit, undefined);
  });

  it('of Codex adds up its turns', () => {
    const turn = {
      type: 'turn.completed',
      usage: { input_tokens: 3, cached_input_tokens: 1, output_tokens: 2 },
    };
    const done = endOf('codex', [{ type: 'thread.started', thread_id: 't' }, turn, turn]);
    assert.deepEqual([done.ok, done.usage, done.session], [true, { in: 6, cached: 2, out: 4 }, 't']);
    const failed = endOf('codex', [{ type: 'turn.failed', error: { message: 'stream lost' } }], 1);
    assert.deepEqual([failed.ok, failed.error], [false, 'stream lost (exit code 1)']);
  });

  it('of OpenCode is the step that calls no tool', () => {
    const step = (reason: string) => ({
      type: 'step_finish',
      part: { reason, cost: 0.5, tokens: { input: 1, output: 2, reasoning: 3, cache: { read: 4 } } },
    });
    const done = endOf('opencode', [step('tool-calls'), step('stop')]);
    assert.deepEqual([done.ok, done.sawEnd], [true, true]);
    assert.deepEqual(done.usage, { in: 2, cached: 8, out: 4, reasoning: 6, usd: 1 });
    assert.equal(endOf('opencode', [step('tool-calls')]).sawEnd, false);
  });

  it('believes no shape: whatever is not as expected is not there', () => {
    for (const kind of ['claude', 'codex', 'copilot', 'opencode', 'gemini'] as const) {
      for (const odd of [
        { type: 'result', usage: 3, permission_denials: 'x', stats: [] },
        { type: 'turn.completed', usage: null },
        { type: 'step_finish', part: 'x' },
        { type: 'error' },
        '{ not json',
        '{}',
      ]) {
        assert.doesNotThrow(() => endOf(kind, [odd]));
      }
    }
    assert.equal(endOf('claude', [{ type: 'result', usage: { input_tokens: 'many' } }]).usage, undefined);
  });
});
