import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a fake agent does, one thing after the other. Paths are relative to its worktree, or absolute. */
export type AgentStep =
  | { readonly sleep: number }
  | { readonly print: string }
  | { readonly write: Readonly<Record<string, string>> }
  | { readonly append: Readonly<Record<string, string>> }
  | { readonly remove: string }
  /** Ends with exit code 9 where one of these is not there. */
  | { readonly needs: readonly string[] }
  /** Commits everything itself. */
  | { readonly commit: string }
  | { readonly git: readonly string[] }
  /** Leaves the lock that a git leaves that was killed. */
  | { readonly lockIndex: true }
  | { readonly exit: number }
  | { readonly waitFor: string }
  /** Writes its prompt, or its environment as JSON, into a file. */
  | { readonly savePrompt: string }
  | { readonly saveEnv: string }
  /** `true`: goes on for ever. */
  | { readonly hang: true }
  | { readonly ignoreTerm: true }
  /** Says for so many milliseconds that it is alive, and nothing else. */
  | { readonly beat: number }
  /** Writes its arguments, as JSON, into a file. */
  | { readonly saveArguments: string }
  /** Starts a process that goes on for ever, ignores SIGTERM, and puts its number into a file. */
  | { readonly fork: string }
  /** The same in a session of its own. */
  | { readonly setsid: string }
  /** Prints the last events of a shipped executor. */
  | { readonly final: FinalEvents };

export interface FinalEvents {
  readonly of: 'claude' | 'codex' | 'opencode' | 'gemini';
  readonly ok: boolean;
  readonly denied?: readonly string[];
  /** In seconds since 1970: a limit of the account ends then. */
  readonly resetsAt?: number;
  readonly usd?: number;
}

/** What all agents of a test do: steps by `id#attempt`, by `id`, or `*` for every other item. */
export interface AgentScript {
  /** A line of JSON for the beginning and the end of each agent. */
  readonly log: string;
  readonly items: Readonly<Record<string, readonly AgentStep[]>>;
}

export interface AgentLogLine {
  readonly what: 'begins' | 'ends';
  readonly item: string;
  readonly attempt: number;
  readonly t: number;
  readonly pid: number;
}

const [scriptFile = ''] = process.argv.slice(2);
const { log, items } = JSON.parse(readFileSync(scriptFile, 'utf8')) as AgentScript;
const { PLAN_ITEM = '', PLAN_ATTEMPT: attempt = '', PLAN_REVIEW } = process.env;
/** Whoever reviews is told apart: `review 1.1`. */
const item = PLAN_REVIEW === undefined ? PLAN_ITEM : `review ${PLAN_ITEM}`;

const tell = (what: AgentLogLine['what']): void =>
  appendFileSync(
    log,
    `${JSON.stringify({ what, item, attempt: Number(attempt), t: Date.now(), pid: process.pid })}\n`,
  );

const put = (path: string, text: string, how: (path: string, text: string) => void): void => {
  mkdirSync(dirname(path), { recursive: true });
  how(path, text);
};

const startOther = (file: string, detached: boolean): void => {
  const script = `process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {}); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ['-e', script], { detached, stdio: 'ignore' });
  child.unref();
  writeFileSync(file, String(child.pid));
};

const finalLines = ({ of, ok, denied = [], resetsAt, usd = 0.25 }: FinalEvents): readonly object[] => {
  const limit = resetsAt === undefined ? [] : [{ status: 'rejected', resetsAt }];
  switch (of) {
    case 'claude':
      return [
        ...limit.map((rate_limit_info) => ({ type: 'rate_limit_event', rate_limit_info })),
        {
          type: 'result',
          subtype: ok ? 'success' : 'error_during_execution',
          is_error: !ok,
          session_id: 's-1',
          total_cost_usd: usd,
          usage: { input_tokens: 10, cache_read_input_tokens: 5, output_tokens: 20 },
          permission_denials: denied.map((tool_name) => ({ tool_name })),
        },
      ];
    case 'codex':
      return [
        { type: 'thread.started', thread_id: 't-1' },
        ok
          ? { type: 'turn.completed', usage: { input_tokens: 10, output_tokens: 20 } }
          : { type: 'turn.failed', error: { message: 'the model refused' } },
      ];
    case 'opencode':
      return ok
        ? [{ type: 'step_finish', part: { reason: 'stop', tokens: { input: 10, output: 20 }, cost: usd } }]
        : [{ type: 'error', error: { name: 'ProviderError' } }];
    case 'gemini':
      return [
        { type: 'result', status: ok ? 'success' : 'error', stats: { input_tokens: 10, output_tokens: 20 } },
      ];
  }
};

const act = async (step: AgentStep): Promise<void> => {
  if ('sleep' in step) await pause(step.sleep);
  else if ('print' in step) process.stdout.write(`${step.print}\n`);
  else if ('write' in step)
    for (const [path, text] of Object.entries(step.write)) put(path, text, writeFileSync);
  else if ('append' in step)
    for (const [path, text] of Object.entries(step.append)) put(path, text, appendFileSync);
  else if ('remove' in step) rmSync(step.remove);
  else if ('needs' in step) {
    const missing = step.needs.filter((path) => !existsSync(path));
    if (missing.length > 0) end(9, `missing: ${missing.join()}`);
  } else await actOnSystem(step);
};

const actOnSystem = async (step: AgentStep): Promise<void> => {
  if ('exit' in step) end(step.exit, '');
  else if ('waitFor' in step) while (!existsSync(step.waitFor)) await pause(20);
  else if ('hang' in step) await new Promise(() => setInterval(() => undefined, 1_000_000));
  else if ('ignoreTerm' in step) process.on('SIGTERM', () => undefined);
  else if ('fork' in step) startOther(step.fork, false);
  else if ('setsid' in step) startOther(step.setsid, true);
  else if ('beat' in step) {
    for (const end = Date.now() + step.beat; Date.now() < end; await pause(100)) {
      writeFileSync(process.env.PLAN_HEARTBEAT_FILE ?? '', '');
    }
  } else if ('final' in step) {
    for (const line of finalLines(step.final)) process.stdout.write(`${JSON.stringify(line)}\n`);
  } else actOnRecords(step);
};

const actOnRecords = (step: AgentStep): void => {
  if ('git' in step) execFileSync('git', [...step.git]);
  else if ('commit' in step) {
    const who = ['-c', 'user.name=Agent', '-c', 'user.email=agent@example.com'];
    execFileSync('git', ['add', '--all']);
    execFileSync('git', [...who, 'commit', '-qm', step.commit]);
  } else if ('lockIndex' in step) {
    const path = execFileSync('git', ['rev-parse', '--git-path', 'index.lock'], { encoding: 'utf8' });
    writeFileSync(path.trim(), '');
  } else if ('savePrompt' in step) put(step.savePrompt, readFileSync(0, 'utf8'), writeFileSync);
  else if ('saveEnv' in step) put(step.saveEnv, JSON.stringify(process.env), writeFileSync);
  else if ('saveArguments' in step) {
    put(step.saveArguments, JSON.stringify(process.argv.slice(3)), writeFileSync);
  }
};

const end = (code: number, words: string): never => {
  if (words !== '') process.stderr.write(`${words}\n`);
  tell('ends');
  process.exit(code);
};

const main = async (): Promise<void> => {
  tell('begins');
  for (const step of items[`${item}#${attempt}`] ?? items[item] ?? items['*'] ?? []) await act(step);
  end(0, '');
};

void main();
