import type { ResultKind } from '../config/config';
import { addedUsage } from '../usage';
import { eventReader, type Heard, type OutputReader, type ReadEvent } from './ending';
import { listAt, numberAt, objectAt, type Said, textAt, timeAt, usageOf } from './said';

/** Results of Claude Code that another attempt would meet again. */
const OUT_OF_BUDGET = 'error_max_budget_usd';

const claude: ReadEvent = (event, heard) => {
  heard.session = textAt(event, 'session_id') ?? heard.session;
  if (event.type === 'rate_limit_event') {
    const info = objectAt(event, 'rate_limit_info') ?? event;
    heard.until = timeAt(info, 'resetsAt') ?? heard.until;
    // such events also come while all is well
    if (textAt(info, 'status') !== undefined && info.status !== 'rejected') return;
    heard.isLimited = true;
  }
  if (event.type !== 'result') return;
  const isError = event.is_error === true || (textAt(event, 'subtype') ?? 'success') !== 'success';
  heard.final = isError ? 'error' : 'ok';
  if (isError) heard.error = textAt(event, 'result') ?? `Claude Code says ${textAt(event, 'subtype')}.`;
  heard.isFinal = event.subtype === OUT_OF_BUDGET;
  for (const denial of listAt(event, 'permission_denials')) {
    heard.denials.add(textAt(denial as Said, 'tool_name') ?? 'a tool');
  }
  const usage = objectAt(event, 'usage');
  heard.usage = usageOf({
    in: numberAt(usage, 'input_tokens'),
    cached: numberAt(usage, 'cache_read_input_tokens'),
    out: numberAt(usage, 'output_tokens'),
    usd: numberAt(event, 'total_cost_usd'),
  });
};

const add = (heard: Heard, figures: Parameters<typeof usageOf>[0]): void => {
  const usage = usageOf(figures);
  if (usage) heard.usage = addedUsage(heard.usage, usage);
};

const codex: ReadEvent = (event, heard) => {
  switch (event.type) {
    case 'thread.started':
      heard.session = textAt(event, 'thread_id');
      return;
    case 'turn.completed': {
      const usage = objectAt(event, 'usage');
      heard.final = 'ok';
      add(heard, {
        in: numberAt(usage, 'input_tokens'),
        cached: numberAt(usage, 'cached_input_tokens'),
        out: numberAt(usage, 'output_tokens'),
        reasoning: numberAt(usage, 'reasoning_output_tokens'),
      });
      return;
    }
    case 'turn.failed':
      heard.final = 'error';
      heard.error = textAt(objectAt(event, 'error'), 'message') ?? heard.error;
      return;
    case 'error':
      heard.error = textAt(event, 'message') ?? heard.error;
  }
};

/** Its events are documented nowhere: only what is plain is read, and the exit code decides. */
const copilot: ReadEvent = (event, heard) => {
  heard.session = textAt(event, 'sessionId') ?? textAt(event, 'session_id') ?? heard.session;
  if (event.type === 'error') heard.error = textAt(event, 'message') ?? heard.error;
};

const opencode: ReadEvent = (event, heard) => {
  heard.session = textAt(event, 'sessionID') ?? heard.session;
  if (event.type === 'error') {
    const error = objectAt(event, 'error');
    heard.error = textAt(objectAt(error, 'data'), 'message') ?? textAt(error, 'name') ?? heard.error;
    heard.final = 'error';
  }
  if (event.type !== 'step_finish') return;
  const part = objectAt(event, 'part');
  const tokens = objectAt(part, 'tokens');
  add(heard, {
    in: numberAt(tokens, 'input'),
    cached: numberAt(objectAt(tokens, 'cache'), 'read'),
    out: numberAt(tokens, 'output'),
    reasoning: numberAt(tokens, 'reasoning'),
    usd: numberAt(part, 'cost'),
  });
  // steps that call tools are followed by others
  if (part?.reason === 'stop') heard.final = 'ok';
};

const gemini: ReadEvent = (event, heard) => {
  heard.session = textAt(event, 'session_id') ?? heard.session;
  if (event.type === 'error') heard.error = textAt(event, 'message') ?? heard.error;
  if (event.type !== 'result') return;
  const isError = event.status === 'error' || objectAt(event, 'error') !== undefined;
  heard.final = isError ? 'error' : 'ok';
  const error = objectAt(event, 'error');
  if (isError) heard.error = textAt(error, 'message') ?? heard.error;
  const stats = objectAt(event, 'stats');
  heard.usage = usageOf({
    in: numberAt(stats, 'input_tokens'),
    cached: numberAt(stats, 'cached'),
    out: numberAt(stats, 'output_tokens'),
  });
};

const READERS: Readonly<Record<ResultKind, () => OutputReader>> = {
  exit: () => eventReader(() => undefined, false),
  claude: () => eventReader(claude, true),
  codex: () => eventReader(codex, true),
  copilot: () => eventReader(copilot, false),
  opencode: () => eventReader(opencode, false),
  gemini: () => eventReader(gemini, true),
};

/** A reader of what an executor prints. With `exit` nothing but the exit code counts. */
export const outputReader = (kind: ResultKind): OutputReader => READERS[kind]();
