import type { Commit, RepositoryHistory } from '../../engine/history';
import { firstWhere } from '../../shared/firstWhere';
import { ownText } from '../../shared/ownText';
import { runGit } from './runGit';

/** More commits than that are not looked at: half a second of work. */
const MOST_COMMITS = 100_000;
/** UTF-16 units of output; a history of that many commits has a tenth of it. */
const MOST_OUTPUT = 200_000_000;
const TIMEOUT_MS = 20_000;
const LONGEST_SUBJECT = 500;

const FIELD = '\0';
const RECORD = '\u0001\n';
const FORMAT = '--format=%H%x00%s%x00%b%x01';
const REVERTS = /\bThis reverts commit ([0-9a-f]{7,64})\b/;
/** What may be of use as evidence; all else is counted alone. */
const MATTERS = /prp|^re(?:vert|apply)\b|^roll|^back|^undo/i;

/** Reads the commits that HEAD reaches, newest first, once; undefined where there are none. */
export const readLog = async (top: string, isShallow: boolean): Promise<RepositoryHistory | undefined> => {
  const log = new LogReader();
  const end = await runGit(
    [
      'log',
      `--max-count=${MOST_COMMITS}`,
      '--encoding=UTF-8',
      '--no-color',
      '--no-notes',
      FORMAT,
      'HEAD',
      '--',
    ],
    { cwd: top, timeoutMs: TIMEOUT_MS, onText: (text) => log.add(text) },
  );
  if (end.kind === 'missing' || (end.kind === 'exit' && end.code !== 0)) return undefined;
  const isWhole = end.kind === 'exit' && !isShallow && log.count < MOST_COMMITS;
  return log.finish(isWhole);
};

class LogReader {
  readonly #commits: Commit[] = [];
  readonly #hashes: string[] = [];
  #rest = '';
  #length = 0;

  get count(): number {
    return this.#hashes.length;
  }

  add(text: string): boolean {
    const all = this.#rest + text;
    let start = 0;
    for (let end = all.indexOf(RECORD); end !== -1; end = all.indexOf(RECORD, start)) {
      this.#read(all.slice(start, end));
      start = end + RECORD.length;
    }
    this.#rest = all.slice(start);
    this.#length += text.length;
    return this.#length < MOST_OUTPUT;
  }

  finish(isWhole: boolean): RepositoryHistory | undefined {
    const [head] = this.#hashes;
    if (head === undefined) return undefined;
    let sorted: readonly string[] | undefined;
    return {
      head,
      commits: this.#commits,
      isWhole,
      find: (hash) => {
        sorted ??= [...this.#hashes].sort();
        return firstFrom(sorted, hash.toLowerCase());
      },
    };
  }

  #read(record: string): void {
    const hashEnd = record.indexOf(FIELD);
    const subjectEnd = record.indexOf(FIELD, hashEnd + 1);
    if (hashEnd < 1 || subjectEnd === -1) return;
    const hash = ownText(record.slice(0, hashEnd));
    this.#hashes.push(hash);
    const subject = record.slice(hashEnd + 1, Math.min(subjectEnd, hashEnd + 1 + LONGEST_SUBJECT));
    const reverts = record.includes('This reverts', subjectEnd)
      ? REVERTS.exec(record.slice(subjectEnd))?.[1]
      : undefined;
    if (reverts === undefined && !MATTERS.test(subject)) return;
    this.#commits.push({ hash, subject: ownText(subject), reverts: ownText(reverts) });
  }
}

/** The first of a sorted list that begins so, unless another one does too. */
const firstFrom = (sorted: readonly string[], start: string): string | undefined => {
  const first = firstWhere(sorted.length, (at) => (sorted[at] ?? '') >= start);
  const found = sorted[first];
  const isOnly = !sorted[first + 1]?.startsWith(start);
  return found?.startsWith(start) && isOnly ? found : undefined;
};
