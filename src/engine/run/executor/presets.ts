import { placeholder } from './arguments';
import type { ExecutorPreset } from './executor';

/** Taken from the environment of the runner, where they are. */
const passed = (...names: readonly string[]): Readonly<Record<string, null>> =>
  Object.fromEntries(names.map((name) => [name, null]));

const CLAUDE = [
  'claude',
  '-p',
  '--output-format',
  'stream-json',
  '--verbose',
  '--permission-mode',
  'acceptEdits',
  '--permission-prompts',
  'none',
];

const CODEX = ['codex', 'exec', '--json', '-s', 'workspace-write', '-C', placeholder('worktree')];

const COPILOT = [
  'copilot',
  '--output-format',
  'json',
  '--no-ask-user',
  '--no-auto-update',
  '--allow-all-tools',
  '--deny-tool',
  'shell(git push)',
  '-C',
  placeholder('worktree'),
];

/**
 * The executors that ship. Prompts go to standard input or a file, never into the arguments, which have a limit and
 * which everybody on the machine can read. The arguments let an executor work without asking anybody.
 */
export const PRESETS: readonly ExecutorPreset[] = [
  {
    name: 'demo',
    title: 'Demo: writes a sentence into every deliverable, without network or account',
    command: [
      placeholder('node'),
      placeholder('demo'),
      placeholder('id'),
      placeholder('title'),
      placeholder('files'),
    ],
    prompt: 'stdin',
    // a runner that is the program of an editor is Node by this alone
    env: passed('ELECTRON_RUN_AS_NODE'),
    timeoutMinutes: 1,
    result: 'exit',
    version: undefined,
    since: undefined,
  },
  {
    name: 'manual',
    title: 'Manual: you do the work with the prompt that is written for you',
    command: [],
    prompt: 'file',
    env: {},
    result: 'exit',
    version: undefined,
    since: undefined,
  },
  {
    name: 'claude',
    title: 'Claude Code',
    command: CLAUDE,
    resume: [...CLAUDE, '--resume', placeholder('session')],
    prompt: 'stdin',
    env: passed('ANTHROPIC_API_KEY', 'ANTHROPIC_BASE_URL', 'CLAUDE_CODE_OAUTH_TOKEN', 'CLAUDE_CONFIG_DIR'),
    result: 'claude',
    version: ['claude', '--version'],
    since: '2.1.332',
  },
  {
    name: 'codex',
    title: 'Codex',
    command: [...CODEX, '-'],
    resume: [...CODEX, 'resume', placeholder('session'), '-'],
    prompt: 'stdin',
    env: passed('OPENAI_API_KEY', 'CODEX_API_KEY', 'CODEX_HOME'),
    result: 'codex',
    version: ['codex', '--version'],
    since: '0.171.0',
  },
  {
    name: 'copilot',
    title: 'GitHub Copilot CLI',
    command: COPILOT,
    resume: [...COPILOT, `--resume=${placeholder('session')}`],
    prompt: 'stdin',
    env: passed('COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'),
    result: 'copilot',
    version: ['copilot', '--version'],
    since: '1.0.102',
  },
  {
    name: 'opencode',
    title: 'OpenCode',
    command: [
      'opencode',
      'run',
      '--format',
      'json',
      '--auto',
      '--dir',
      placeholder('worktree'),
      '-f',
      placeholder('promptFile'),
      'Do what the attached file says.',
    ],
    prompt: 'file',
    env: passed(
      'ANTHROPIC_API_KEY',
      'OPENAI_API_KEY',
      'OPENROUTER_API_KEY',
      'XDG_DATA_HOME',
      'XDG_CONFIG_HOME',
    ),
    result: 'opencode',
    version: ['opencode', '--version'],
    since: '1.18.33',
  },
  {
    name: 'gemini',
    title: 'Gemini CLI',
    command: ['gemini', '-p', '', '-o', 'stream-json', '--approval-mode', 'auto_edit', '--skip-trust'],
    prompt: 'stdin',
    env: passed('GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_CLOUD_PROJECT', 'GOOGLE_APPLICATION_CREDENTIALS'),
    result: 'gemini',
    version: ['gemini', '--version'],
    since: '0.61.0',
  },
];
