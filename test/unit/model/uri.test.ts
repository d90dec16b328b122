import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { URI } from 'vscode-uri';
import { baseName, childUri, isInside, nameOf, parentUri, relativeUri } from '../../../src/engine/model/uri';

const name = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('a', 'Z', '9', '.', '_', '~', "'", '*', '%', '#', ' ', ':'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
  })
  .filter((text) => !text.includes('/') && text !== '.' && text !== '..');
const path = fc.array(name, { minLength: 1, maxLength: 4 });
const canonical = (segments: readonly string[]): string =>
  URI.from({ scheme: 'file', path: `/${segments.join('/')}` }).toString();

describe('model/uri', () => {
  it('encodes a child exactly as vscode-uri does', () => {
    fc.assert(
      fc.property(path, name, (folder, child) => {
        // vscode-uri lower-cases what looks like a drive letter
        fc.pre(!/^[A-Z]:/.test(folder[0] ?? ''));
        assert.equal(childUri(canonical(folder), child), canonical([...folder, child]));
      }),
    );
    assert.equal(childUri('file:///', 'a b'), 'file:///a%20b');
  });

  it('survives half a surrogate pair in a name', () => {
    assert.equal(childUri('file:///w', 'a\ud800'), 'file:///w/a%EF%BF%BD');
  });

  it('takes a child apart again', () => {
    fc.assert(
      fc.property(path, name, (folder, child) => {
        const uri = childUri(canonical(folder), child);
        assert.equal(nameOf(uri), child);
        assert.equal(parentUri(uri), canonical(folder));
        assert.ok(isInside(canonical(folder), uri));
      }),
    );
  });

  it('stops at the root', () => {
    assert.equal(parentUri('file:///w'), 'file:///');
    assert.equal(parentUri('file:///'), 'file:///');
    assert.equal(parentUri('vscode-vfs://github/w'), 'vscode-vfs://github/');
    assert.equal(baseName('vscode-vfs://github'), '');
  });

  it('does not take a longer name for a child', () => {
    assert.equal(isInside('file:///w/a', 'file:///w/ab'), false);
  });

  it('keeps a name that is not validly encoded', () => {
    assert.equal(nameOf('file:///w/%E0%A4'), '%E0%A4');
  });

  it('relates any two places so that the link leads there', () => {
    fc.assert(
      fc.property(path, path, (from, to) => {
        const relative = relativeUri(canonical(from), canonical(to));
        const base = new URL(`${canonical(from)}/`);
        assert.equal(
          URI.parse(new URL(relative, base).href).path.replace(/\/$/, ''),
          URI.parse(canonical(to)).path,
        );
      }),
    );
    assert.equal(relativeUri('file:///w/execution', 'file:///w/subplans/S.md'), '../subplans/S.md');
    assert.equal(relativeUri('file:///w', 'file:///w'), '.');
    assert.equal(relativeUri('file:///w', 'vscode-vfs://host/w/a'), 'vscode-vfs://host/w/a');
  });
});
