// The scheme `memory`: files that are on no disk, as those of a repository that is opened in a browser without a clone.
// It begins with one plan, the same in every window.
const { EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace } = require('vscode');

const PLAN = `# PLAN: Remote Kitchen

**Status**: In progress
**Goal**: A kitchen that nobody has to enter

## 🎯 Desirable Achievements

**Achievement 1.1**: Stove

- Deliverables: \`stove.md\`
- Success: water boils
- Effort: 2 hours

**Achievement 1.2**: Sink

- Dependencies: 1.1
- Deliverables: \`sink.md\`
- Success: water runs
- Effort: 1 hour

**Achievement 1.3**: Lamp

- Dependencies: 1.1
- Deliverables: \`lamp.md\`
- Success: it is bright
- Effort: 1 hour
`;

/** A file has a content, a folder has children. */
const fileOf = (bytes) => ({ type: FileType.File, bytes, time: Date.now() });
const folderOf = (children) => ({ type: FileType.Directory, children: new Map(children), time: Date.now() });

class MemoryFiles {
  #root = folderOf([['kitchen', folderOf([['PLAN_KITCHEN.md', fileOf(new TextEncoder().encode(PLAN))]])]]);
  #changes = new EventEmitter();
  onDidChangeFile = this.#changes.event;

  watch() {
    return { dispose: () => undefined };
  }

  stat(uri) {
    const { type, time, bytes } = this.#at(uri);
    return { type, ctime: time, mtime: time, size: bytes?.length ?? 0 };
  }

  readDirectory(uri) {
    return [...this.#folder(uri)].map(([name, { type }]) => [name, type]);
  }

  readFile(uri) {
    const { bytes } = this.#at(uri);
    if (!bytes) throw FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  createDirectory(uri) {
    this.#put(uri, folderOf([]));
  }

  writeFile(uri, bytes, { create, overwrite }) {
    const exists = this.#find(uri) !== undefined;
    if (exists && create && !overwrite) throw FileSystemError.FileExists(uri);
    if (!exists && !create) throw FileSystemError.FileNotFound(uri);
    this.#put(uri, fileOf(bytes));
  }

  delete(uri) {
    this.#at(uri);
    this.#folder(parentOf(uri)).delete(nameOf(uri));
    this.#tell(FileChangeType.Deleted, uri);
  }

  rename(from, to, { overwrite }) {
    if (this.#find(to) && !overwrite) throw FileSystemError.FileExists(to);
    const moved = this.#at(from);
    this.delete(from);
    this.#put(to, moved);
  }

  #put(uri, entry) {
    const type = this.#find(uri) ? FileChangeType.Changed : FileChangeType.Created;
    this.#folder(parentOf(uri)).set(nameOf(uri), entry);
    this.#tell(type, uri);
  }

  #find(uri) {
    const names = uri.path.split('/').filter((name) => name !== '');
    return names.reduce((entry, name) => entry?.children?.get(name), this.#root);
  }

  #at(uri) {
    const entry = this.#find(uri);
    if (!entry) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  #folder(uri) {
    const { children } = this.#at(uri);
    if (!children) throw FileSystemError.FileNotADirectory(uri);
    return children;
  }

  #tell(type, uri) {
    this.#changes.fire([{ type, uri }]);
  }
}

const parentOf = (uri) => Uri.joinPath(uri, '..');
const nameOf = (uri) => uri.path.split('/').at(-1);

exports.activate = ({ subscriptions }) => {
  subscriptions.push(workspace.registerFileSystemProvider('memory', new MemoryFiles()));
};
