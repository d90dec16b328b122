import type { History, RepositoryHistory } from '../history';
import { type JoinedPrps, joinBatches, type PrpSurroundings, type ReadPrp } from '../join/joinBatches';
import { placeOf } from '../join/prp/place';
import { isInside } from '../model/uri';

/**
 * What is known of the files that are named like PRPs besides their texts: which of them git ignores, and what the
 * history of their repositories says. Asks only while there are such files; keeps the plans they were joined to.
 */
export class PrpKnowledge implements PrpSurroundings {
  readonly #history: History | undefined;
  readonly #roots: () => readonly string[];
  readonly #asked = new Set<string>();
  readonly #ignored = new Set<string>();
  readonly #histories = new Map<string, RepositoryHistory | 'none'>();
  #version = 0;
  #last:
    | { readonly prps: readonly ReadPrp[]; readonly version: number; readonly joined: JoinedPrps }
    | undefined;

  constructor(history: History | undefined, roots: () => readonly string[]) {
    this.#history = history;
    this.#roots = roots;
  }

  get roots(): readonly string[] {
    return this.#roots();
  }

  /** Grows whenever another answer is known. */
  get version(): number {
    return this.#version;
  }

  isIgnored(uri: string): boolean {
    return this.#ignored.has(uri);
  }

  readonly historyOf: PrpSurroundings['historyOf'] = (folder) =>
    this.#histories.get(folder) ?? (this.#history ? 'pending' : 'none');

  /** Lets everything be asked again. */
  forget(): void {
    this.#asked.clear();
  }

  /** Asks what is not known yet of these files, and whether a repository is at another commit. True for news. */
  async update(uris: readonly string[]): Promise<boolean> {
    const before = this.#version;
    if (!this.#history || uris.length === 0) return false;
    await this.#askIgnored(this.#history, uris);
    const roots = this.roots;
    const folders = new Set(
      uris.filter((uri) => !this.isIgnored(uri)).map((uri) => placeOf(uri, roots).root),
    );
    for (const folder of folders) {
      const history = (await this.#history.of(folder)) ?? 'none';
      if (this.#histories.get(folder) === history) continue;
      this.#histories.set(folder, history);
      this.#version++;
    }
    return this.#version !== before;
  }

  async #askIgnored(history: History, uris: readonly string[]): Promise<void> {
    const unknown = uris.filter((uri) => !this.#asked.has(uri));
    if (unknown.length === 0) return;
    const found = await history.ignored([...unknown, ...this.roots]);
    // who opens an ignored folder wants to see what is in it
    const opened = this.roots.filter((root) => found.has(root));
    for (const uri of unknown) {
      this.#asked.add(uri);
      const isIgnored = found.has(uri) && !opened.some((root) => isInside(root, uri));
      if (isIgnored === this.#ignored.has(uri)) continue;
      if (isIgnored) this.#ignored.add(uri);
      else this.#ignored.delete(uri);
      this.#version++;
    }
  }

  /** The plans that files make; the very same where nothing is different. */
  join(prps: readonly ReadPrp[]): JoinedPrps {
    const last = this.#last;
    const isSame =
      last !== undefined &&
      last.version === this.#version &&
      last.prps.length === prps.length &&
      last.prps.every(({ uri, facts }, at) => uri === prps[at]?.uri && facts === prps[at]?.facts);
    if (isSame) return last.joined;
    const joined = joinBatches(prps, this);
    this.#last = { prps, version: this.#version, joined };
    return joined;
  }
}
