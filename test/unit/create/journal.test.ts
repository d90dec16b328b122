import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { NewFile } from '../../../src/engine/create/batch';
import type { BatchRun, CreationPlace } from '../../../src/engine/create/batchRun';
import { journalLine, readJournal } from '../../../src/engine/create/journal';
import { runBatch } from '../../../src/engine/create/runBatch';
import { sha256 } from '../../../src/engine/create/sha256';
import { lastBatch, settleBatch, type UndoPlace, undoBatch } from '../../../src/engine/create/undoBatch';
import { isInside, nameOf, parentUri } from '../../../src/engine/model/uri';
import { ok as done, fail } from '../../../src/shared/result';
import { UserError } from '../../../src/shared/userError';

const ROOT = 'file:///w';
const OPTIONS = { seed: 20_261_121, numRuns: 300 };

class Killed extends Error {}

/** Files and folders in memory; from the `killAt`-th operation on the process is gone. */
class MemoryPlace implements CreationPlace, UndoPlace {
  readonly files = new Map<string, string>();
  readonly folders = new Set<string>([ROOT]);
  lines = '';
  killAt = Number.POSITIVE_INFINITY;
  operations = 0;

  readonly journal = {
    read: async () => this.lines,
    append: async (lines: string) => {
      // a kill may tear a line
      this.step(() => {
        this.lines += lines.slice(0, lines.length / 2);
      });
      this.lines += lines;
    },
  };

  step(torn: () => void = () => undefined): void {
    if (this.operations++ < this.killAt) return;
    if (this.operations === this.killAt + 1) torn();
    throw new Killed();
  }

  put(uri: string, content: string): void {
    this.files.set(uri, content);
    for (let folder = parentUri(uri); isInside(ROOT, folder); folder = parentUri(folder)) {
      this.folders.add(folder);
      if (folder === ROOT) break;
    }
  }

  async create({ uri, content }: NewFile) {
    this.step();
    if (this.files.has(uri)) return fail(new UserError(`${nameOf(uri)} exists`));
    this.put(uri, content);
    return done(undefined);
  }

  async exists(uri: string): Promise<boolean> {
    this.step();
    return this.files.has(uri) || this.folders.has(uri);
  }

  async stateOf({ uri, sha256: expected }: { uri: string; sha256: string }) {
    this.step();
    const content = this.files.get(uri);
    if (content === undefined) return 'gone';
    return (await sha256(content)) === expected ? 'unchanged' : 'edited';
  }

  async remove(uri: string): Promise<void> {
    this.step();
    this.files.delete(uri);
  }

  readonly cleaned: string[] = [];

  async removeDrafts(folder: string): Promise<void> {
    this.step();
    this.cleaned.push(folder);
  }

  async removeFolderIfEmpty(uri: string): Promise<void> {
    this.step();
    const inside = [...this.files.keys(), ...this.folders].some(
      (each) => each !== uri && isInside(uri, each),
    );
    if (!inside) this.folders.delete(uri);
  }

  /** Everything there is, as one value. */
  get all(): unknown {
    return [[...this.files].sort(), [...this.folders].sort()];
  }
}

const fileAt = (path: string): NewFile => ({
  id: '1.1',
  title: 'Basket',
  uri: `${ROOT}/${path}`,
  name: path,
  content: `# ${path}\n`,
});

const runOf = (files: readonly NewFile[], more: Partial<BatchRun> = {}): BatchRun => ({
  batch: { plan: `${ROOT}/PLAN_SHOP.md`, planName: 'SHOP', kind: 'subplan' },
  files,
  root: ROOT,
  name: 'one',
  at: '2026-11-21T10:00:00.000Z',
  ...more,
});

const undoLast = async (place: MemoryPlace) => {
  const batch = await lastBatch(place.journal, () => true);
  return batch && undoBatch(place, batch);
};

describe('a batch with its journal', () => {
  const files = ['subplans/A.md', 'subplans/B.md', 'execution/deep/C.md'].map(fileAt);

  it('is taken back whole, with the folders it made', async () => {
    const place = new MemoryPlace();
    const before = place.all;
    const { created, journalProblem } = await runBatch(place, runOf(files));
    deepEqual([created.length, journalProblem], [3, undefined]);
    const undone = await undoLast(place);
    equal(undone?.removed.length, 3);
    deepEqual(place.all, before);
    equal(await undoLast(place), undefined);
  });

  it('leaves what was edited since, what is not its own, and the folders with it', async () => {
    const place = new MemoryPlace();
    place.put(`${ROOT}/subplans/B.md`, 'mine');
    const { failed } = await runBatch(place, runOf(files));
    deepEqual(
      failed.map(({ reason }) => reason),
      ['B.md exists'],
    );
    place.put(`${ROOT}/subplans/A.md`, 'edited');
    place.put(`${ROOT}/execution/notes.md`, 'mine');
    const undone = await undoLast(place);
    deepEqual(
      undone?.kept.map(({ uri }) => nameOf(uri)),
      ['A.md'],
    );
    deepEqual(
      [...place.files.keys()].sort(),
      ['execution/notes.md', 'subplans/A.md', 'subplans/B.md'].map((each) => `${ROOT}/${each}`),
    );
    equal(place.folders.has(`${ROOT}/execution/deep`), false);
    ok(place.folders.has(`${ROOT}/execution`));
  });

  it('keeps what was created when it is stopped between files, and tries the rest under the same name', async () => {
    const place = new MemoryPlace();
    let tried = 0;
    const first = await runBatch(
      place,
      runOf(files, {
        progress: (count) => {
          tried = count;
        },
        isCancelled: () => tried === 1,
      }),
    );
    deepEqual([first.created.length, first.cancelled.length], [1, 2]);
    await runBatch(place, runOf(first.cancelled));
    equal(place.files.size, 3);
    equal((await undoLast(place))?.removed.length, 3);
    equal(place.files.size, 0);
  });

  it('creates without a journal when there is no place for one, and says so', async () => {
    const place = new MemoryPlace();
    place.journal.append = async () => {
      throw new Error('read-only');
    };
    const { created, journalProblem } = await runBatch(place, runOf(files));
    deepEqual([created.length, journalProblem], [3, 'read-only']);
  });

  it('stays in the journal while a file cannot be removed', async () => {
    const place = new MemoryPlace();
    await runBatch(place, runOf(files));
    const remove = place.remove.bind(place);
    place.remove = async (uri) => {
      if (uri.endsWith('B.md')) throw new Error('no permission');
      return remove(uri);
    };
    const undone = await undoLast(place);
    deepEqual(
      undone?.failed.map(({ reason }) => reason),
      ['no permission'],
    );
    place.remove = remove;
    equal((await undoLast(place))?.removed.length, 1);
    equal(place.files.size, 0);
  });

  it('begins with what crashes left half written, wherever the journal knows of one below the root', async () => {
    const place = new MemoryPlace();
    const begun = (folder: string, name: string) =>
      journalLine({
        ...{
          type: 'begin',
          batch: name,
          at: '',
          plan: `${folder}/PLAN_A.md`,
          planName: 'A',
          kind: 'subplan',
        },
        files: [{ id: '1.1', uri: `${folder}/subplans/A.md`, sha256: '' }],
        folders: [],
      });
    place.lines = [
      begun(`${ROOT}/cut`, 'cut'),
      begun('file:///elsewhere', 'elsewhere'),
      begun(`${ROOT}/whole`, 'whole'),
      journalLine({ type: 'end', batch: 'whole' }),
    ].join('');
    await runBatch(place, runOf([fileAt('b/B.md')]));
    deepEqual([...place.cleaned].sort(), [ROOT, `${ROOT}/b`, `${ROOT}/cut`, `${ROOT}/cut/subplans`].sort());
  });

  it('is closed after a crash with what is there, and can still be taken back', async () => {
    const place = new MemoryPlace();
    const before = place.all;
    // the journal begins, two files are made, and the second is not written down any more
    const cleaned = new Set([ROOT, ...files.map(({ uri }) => parentUri(uri))]).size;
    place.killAt = cleaned + 7;
    await runBatch(place, runOf(files));
    place.killAt = Number.POSITIVE_INFINITY;
    const cut = await lastBatch(place.journal, () => true);
    ok(cut && !cut.isFinished);
    const made = await settleBatch(place, cut);
    deepEqual(
      made.map(({ uri }) => uri),
      [...place.files.keys()],
    );
    ok(made.length > 0 && made.length < files.length);
    const settled = await lastBatch(place.journal, () => true);
    equal(settled?.isFinished, true);
    await undoLast(place);
    deepEqual(place.all, before);
  });

  it('goes back batch by batch, the last one first', async () => {
    const place = new MemoryPlace();
    await runBatch(place, runOf([fileAt('a.md')], { name: 'one' }));
    await runBatch(place, runOf([fileAt('b.md')], { name: 'two' }));
    await undoLast(place);
    deepEqual([...place.files.keys()], [`${ROOT}/a.md`]);
    await undoLast(place);
    equal(place.files.size, 0);
  });
});

describe('undo after a kill', () => {
  const path = fc
    .tuple(
      fc.constantFrom('', 'subplans/', 'execution/', 'execution/deep/'),
      fc.constantFrom('A', 'B', 'C', 'D'),
    )
    .map(([folder, name]) => `${folder}${name}.md`);
  const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 8 });

  it('leaves everything as it was, but for what a person did, wherever the process was killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.uniqueArray(path, { maxLength: 3 }),
        fc.nat(40),
        fc.nat(40),
        fc.uniqueArray(path, { maxLength: 4 }),
        async (wanted, own, killCreating, killUndoing, edited) => {
          const place = new MemoryPlace();
          const expected = new MemoryPlace();
          for (const each of own) for (const one of [place, expected]) one.put(`${ROOT}/${each}`, 'mine');
          place.killAt = killCreating;
          await runBatch(place, runOf(wanted.filter((each) => !own.includes(each)).map(fileAt))).catch(
            (error: unknown) => ok(error instanceof Killed),
          );
          for (const each of edited)
            for (const one of [place, expected]) one.put(`${ROOT}/${each}`, 'edited');
          place.operations = 0;
          place.killAt = killUndoing;
          await undoLast(place).catch((error: unknown) => ok(error instanceof Killed));
          place.killAt = Number.POSITIVE_INFINITY;
          await undoLast(place);
          deepEqual(place.all, expected.all);
          equal(await undoLast(place), undefined);
        },
      ),
      OPTIONS,
    );
  });
});

describe('readJournal', () => {
  it('survives any text and leaves out lines that are not whole', () => {
    const line = journalLine({
      type: 'begin',
      batch: 'one',
      at: 'now',
      plan: 'p',
      planName: 'P',
      kind: 'subplan',
      files: [],
      folders: [],
    });
    fc.assert(
      fc.property(fc.string(), fc.nat(line.length), (noise, at) => {
        readJournal(noise);
        equal(readJournal(`${line.slice(0, at)}${line}`).length, 1);
        equal(readJournal(`${noise}${line}`).length, 1);
      }),
      OPTIONS,
    );
    deepEqual(readJournal('{"type":"begin","batch":"x"}\n{"type":"end"}\n{"batch":1}\n[]\nnull\n'), []);
  });
});
