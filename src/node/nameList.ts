/**
 * Names of a folder's files, collected in the order of the disk. As long as they are those known from before, nothing
 * is kept: listing a large workspace again then leaves no garbage behind.
 */
export class NameList {
  readonly #known: readonly string[];
  #matched = 0;
  #names: string[] | undefined;

  /** @param known names found before, sorted */
  constructor(known: readonly string[] | undefined) {
    this.#known = known ?? [];
  }

  add(name: string): void {
    if (this.#names) this.#names.push(name);
    else if (this.#known[this.#matched] === name) this.#matched++;
    else this.#names = [...this.#known.slice(0, this.#matched), name];
  }

  /** The known array itself where nothing is different. */
  sorted(): readonly string[] {
    if (this.#names) return this.#names.sort();
    return this.#matched === this.#known.length ? this.#known : this.#known.slice(0, this.#matched);
  }
}
