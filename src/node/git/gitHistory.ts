import { existsSync, type FSWatcher, watch as watchPath } from 'node:fs';
import { join, relative } from 'node:path';
import type { Logger } from '../../engine/files';
import type { History, RepositoryHistory } from '../../engine/history';
import { Emitter } from '../../shared/event';
import { groupBy } from '../../shared/groupBy';
import { messageOf } from '../../shared/userError';
import { pathOfUri } from '../diskFiles';
import { readLog } from './readLog';
import { type Repository, repositoryOf } from './repository';
import { runGit } from './runGit';

const QUICK_MS = 10_000;
/** Milliseconds of silence after which a change of HEAD is told. */
const QUIET = 300;

interface Asked {
  readonly repository: Repository;
  /** The last answer, with the HEAD it is for. */
  last: RepositoryHistory | undefined;
  /** One question at a time. */
  running: Promise<RepositoryHistory | undefined> | undefined;
}

export interface GitHistoryOptions {
  /** False where nothing may be run for the workspace: then nothing is known. Asked each time. */
  readonly mayRun?: () => boolean;
  /** Whether what git ignores is read all the same; asked each time. */
  readonly includeIgnored?: () => boolean;
}

/** What the git of this machine says of the repositories on this disk: one log for each HEAD of each. */
export const createGitHistory = (logger: Logger, options: GitHistoryOptions = {}): History =>
  new GitHistory(logger, options);

class GitHistory implements History {
  readonly #logger: Logger;
  readonly #mayRun: () => boolean;
  readonly #includeIgnored: () => boolean;
  readonly #asked = new Map<string, Asked>();
  readonly #changes: Emitter<void>;
  readonly #watchers = new Map<string, FSWatcher>();
  #listeners = 0;
  #timer: NodeJS.Timeout | undefined;
  #saidMissing = false;

  constructor(logger: Logger, { mayRun = () => true, includeIgnored = () => false }: GitHistoryOptions) {
    this.#logger = logger;
    this.#mayRun = mayRun;
    this.#includeIgnored = includeIgnored;
    this.#changes = new Emitter((error) => logger.error('A listener to commits failed.', error));
  }

  async of(folder: string): Promise<RepositoryHistory | undefined> {
    const path = pathOfUri(folder);
    const repository = path === undefined || !this.#mayRun() ? undefined : repositoryOf(path);
    if (!repository) return undefined;
    const known = this.#asked.get(repository.gitFolder);
    const asked = known ?? { repository, last: undefined, running: undefined };
    this.#asked.set(repository.gitFolder, asked);
    if (this.#listeners > 0) this.#watch(repository);
    asked.running ??= this.#ask(asked).finally(() => {
      asked.running = undefined;
    });
    return asked.running;
  }

  async #ask(asked: Asked): Promise<RepositoryHistory | undefined> {
    const { top, commonFolder } = asked.repository;
    if (asked.last && asked.last.head === (await this.#headOf(top))) return asked.last;
    asked.last = await readLog(top, existsSync(join(commonFolder, 'shallow')));
    return asked.last;
  }

  async #headOf(top: string): Promise<string | undefined> {
    let head = '';
    await this.#run(['rev-parse', '--verify', 'HEAD'], top, '', (text) => {
      head += text;
    });
    return head.trim() || undefined;
  }

  async ignored(uris: readonly string[]): Promise<ReadonlySet<string>> {
    if (!this.#mayRun() || this.#includeIgnored()) return new Set();
    const files = uris.flatMap((uri) => {
      const path = pathOfUri(uri);
      return path === undefined ? [] : [{ uri, path, top: repositoryOf(join(path, '..'))?.top }];
    });
    const ignored = new Set<string>();
    for (const [top, group] of groupBy(files, (file) => file.top)) {
      if (top === undefined) continue;
      let output = '';
      // links above the repository would lead git out of it
      const inside = group.map(({ uri, path }) => ({ uri, path: relative(top, path) }));
      const input = inside.map(({ path }) => `${path}\0`).join('');
      await this.#run(['check-ignore', '-z', '--stdin'], top, input, (text) => {
        output += text;
      });
      const paths = new Set(output.split('\0'));
      for (const { uri, path } of inside) if (paths.has(path)) ignored.add(uri);
    }
    return ignored;
  }

  async #run(
    args: readonly string[],
    cwd: string,
    input: string,
    onText: (text: string) => void,
  ): Promise<void> {
    const end = await runGit(args, {
      cwd,
      input,
      timeoutMs: QUICK_MS,
      onText: (text) => {
        onText(text);
        return true;
      },
    });
    if (end.kind !== 'missing' || this.#saidMissing) return;
    this.#saidMissing = true;
    this.#logger.info(`git cannot be run, so commits prove nothing: ${end.error}`);
  }

  watch(listener: () => void) {
    const subscription = this.#changes.event(listener);
    this.#listeners++;
    for (const { repository } of this.#asked.values()) this.#watch(repository);
    let isDisposed = false;
    return {
      dispose: () => {
        if (isDisposed) return;
        isDisposed = true;
        subscription.dispose();
        this.#listeners--;
        if (this.#listeners === 0) this.#stop();
      },
    };
  }

  /** Every move of HEAD is written down in `logs/HEAD`; without such a log only a refresh brings news. */
  #watch({ gitFolder }: Repository): void {
    const logs = join(gitFolder, 'logs');
    if (this.#watchers.has(logs) || !existsSync(logs)) return;
    try {
      const watcher = watchPath(logs, { persistent: false }, () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#changes.fire(), QUIET);
      });
      watcher.on('error', () => this.#watchers.delete(logs));
      this.#watchers.set(logs, watcher);
    } catch (error) {
      this.#logger.info(`${logs} is not watched for commits: ${messageOf(error)}`);
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }
}
