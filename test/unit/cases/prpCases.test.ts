import { deepEqual, equal, ok } from 'node:assert/strict';
import { opened } from './opened';

const prp = (id: string, title: string, ...lines: readonly string[]): string =>
  ['---', `prp_id: PRP-${id}`, `title: ${title}`, ...lines, '---', '', `# ${title}`, ''].join('\n');
const LENS = { '/w/PRPs/PRP-8.1.1-lens.md': prp('8.1.1', 'Lens') };

describe('the place of a batch of PRPs', () => {
  it('says nothing above the folder that is open', async () => {
    const folder = '/disk/completed/observatory';
    const files = {
      [`${folder}/PRPs/PRP-8.1.1-lens.md`]: prp('8.1.1', 'Lens'),
      [`${folder}/PRPs/PRP-8.2.1-dome.md`]: prp('8.2.1', 'Dome', 'dependencies: [PRP-8.1.1]'),
    };
    const workspace = await opened(files, folder);
    deepEqual(workspace.statuses(), { 'PRP-8.1.1': 'not_started', 'PRP-8.2.1': 'not_started' });
    equal(workspace.plan().state, 'planning');
  });

  it('parts the batches of two projects', async () => {
    const workspace = await opened({
      '/w/north/PRPs/done/PRP-8.1.1-lens.md': prp('8.1.1', 'Lens'),
      '/w/north/PRPs/open/PRP-8.2.1-dome.md': prp('8.2.1', 'Dome', 'dependencies: [PRP-8.1.1]'),
      '/w/south/PRPs/open/PRP-8.1.1-pier.md': prp('8.1.1', 'Pier'),
      '/w/south/PRPs/open/PRP-8.2.1-roof.md': prp('8.2.1', 'Roof', 'dependencies: [PRP-8.1.1]'),
    });
    const shown = workspace.all.map(({ achievements }) =>
      achievements.map(({ title, status, readiness }) => `${title}: ${status}, ${readiness}`),
    );
    deepEqual(shown.sort(), [
      ['Lens: complete, over', 'Dome: not_started, ready'],
      ['Pier: not_started, ready', 'Roof: not_started, blocked'],
    ]);
  });
});

describe('ids of PRPs', () => {
  it('that were copied are said at both places, and no file vanishes', async () => {
    const workspace = await opened({
      ...LENS,
      '/w/PRPs/PRP-8.1.2-dome.md': prp('8.1.1', 'Dome', 'dependencies: [PRP-8.1.3]'),
      '/w/PRPs/PRP-8.1.3-pier.md': prp('8.1.3', 'Pier'),
    });
    deepEqual(Object.values(workspace.titles()), ['Lens', 'Dome', 'Pier']);
    deepEqual(workspace.said('duplicate-id'), [
      'duplicate-id PRP-8.1.1-lens.md:2 PRP-8.1.1',
      'duplicate-id PRP-8.1.2-dome.md:2 PRP-8.1.1',
    ]);
  });

  it('that are tickets, or say less than the name of the file, are said', async () => {
    const workspace = await opened({
      ...LENS,
      '/w/PRPs/PRP-8.1.2-dome.md': '---\nid: 1907\ntitle: Dome\ndependencies: [PRP-8.1.1]\n---\n',
      '/w/PRPs/PRP-8.2.1-pier.md': prp('8.2', 'Pier'),
    });
    deepEqual(workspace.readiness(), { 'PRP-8.1.1': 'ready', 'PRP-8.1.2': 'blocked', 'PRP-8.2.1': 'ready' });
    deepEqual(workspace.said(), ['prp-id PRP-8.1.2-dome.md:2 1907', 'prp-id PRP-8.2.1-pier.md:2 PRP-8.2']);
  });

  it('of one number make a batch of their folder, and what is none is said', async () => {
    const workspace = await opened({
      '/w/PRPs/PRP-02-lens.md': '---\nid: PRP-02\ntitle: Lens\nstatus: done\n---\n',
      '/w/PRPs/PRP-05-dome.md': '---\nid: PRP-05\ntitle: Dome\ndepends_on: [PRP-02]\n---\n',
      '/w/PRPs/PRP-005-A-notes.md': '# Notes\n',
    });
    deepEqual(workspace.readiness(), { 'PRP-02': 'ready', 'PRP-05': 'blocked' });
    deepEqual(workspace.said(), ['prp-document PRP-005-A-notes.md:1 # Notes']);
  });
});

describe('dependencies of a PRP', () => {
  const forms: Readonly<Record<string, readonly string[]>> = {
    'as a list': ['dependencies: [PRP-8.1.1]'],
    'by its slug': ['dependencies: [PRP-8.1.1-lens]'],
    'by the name of its file': ['dependencies: [PRP-8.1.1-lens.md]'],
    'by its title behind the id': ['dependencies:', '  - "PRP-8.1.1: Lens"'],
    'by its title alone': ['dependencies: [Lens]'],
    'with a remark': ['dependencies:', '  - PRP-8.1.1 (glass)'],
    'in a text with commas': ['dependencies: PRP-8.1.1, PRP-8.1.1'],
    'in a block': ['dependencies: |', '  PRP-8.1.1'],
    'as an alias': ['first: &lens PRP-8.1.1', 'dependencies: [*lens]'],
    'as an alias of a list': ['all: &all [PRP-8.1.1]', 'dependencies: *all'],
    'by a merge': ['usual: &usual', '  dependencies: [PRP-8.1.1]', '<<: *usual'],
    'as a map with an id': ['dependencies:', '  - id: PRP-8.1.1', '    kind: hard'],
    'below metadata': ['metadata:', '  dependencies: [PRP-8.1.1]'],
    'as depends_on': ['depends_on: [PRP-8.1.1]'],
    'as blocked_by': ['blocked_by: PRP-8.1.1'],
    'behind a link': ['dependencies: "[the glass](PRP-8.1.1-lens.md)"'],
  };
  for (const [form, lines] of Object.entries(forms)) {
    it(`are read ${form}`, async () => {
      const workspace = await opened({
        ...LENS,
        '/w/PRPs/PRP-8.2.1-dome.md': prp('8.2.1', 'Dome', ...lines),
      });
      equal(workspace.needs()['PRP-8.2.1'], 'PRP-8.1.1');
      equal(workspace.readiness()['PRP-8.2.1'], 'blocked');
    });
  }

  for (const value of ['TBD', 'PRP-8.1.1?', '*nobody', '"#8.1.1"', 'all of PRP-8.1']) {
    it(`are said where nobody can tell, and the PRP is not ready: ${value}`, async () => {
      const files = { ...LENS, '/w/PRPs/PRP-8.2.1-dome.md': prp('8.2.1', 'Dome', `dependencies: ${value}`) };
      const workspace = await opened(files);
      equal(workspace.readiness()['PRP-8.2.1'], 'unknown');
      deepEqual(workspace.said(), [`unread-dependency PRP-8.2.1-dome.md:4 ${value.replaceAll('"', '')}`]);
    });
  }
});

describe('what is no front matter', () => {
  const prose: Readonly<Record<string, string>> = {
    'rules around a list':
      'topic: "Stars"\n\n---\n\n## Goal\n\n- [ ] Seen\n- at: https://example.org\n\n---\n\nEnd.\n',
    'rules around numbers':
      '# Stars\n\nIntro.\n\n---\n\n1. **First**: look\n2. `sky.ts`: there\n\n---\n\nEnd.\n',
    'an example between rules':
      '# Stars\n\nLike this:\n\n---\nid: 6.6.6\ntitle: Example\ndependencies: 6.6.5\n\n---\n\nEnd.\n',
  };
  for (const [name, text] of Object.entries(prose)) {
    it(`is passed over: ${name}`, async () => {
      const workspace = await opened({ ...LENS, '/w/PRPs/PRP-8.1.5-stars.md': text });
      deepEqual(Object.keys(workspace.titles()), ['PRP-8.1.1']);
      deepEqual(
        workspace.said().map((each) => each.split(' ')[0]),
        ['prp-document'],
      );
    });
  }

  it('is told from one whose first rule has a comment', async () => {
    const text = prp('8.2.1', 'Dome', 'dependencies: [PRP-8.1.1]').replace('---', '--- # made by a tool');
    const workspace = await opened({ ...LENS, '/w/PRPs/PRP-8.2.1-dome.md': text });
    equal(workspace.needs()['PRP-8.2.1'], 'PRP-8.1.1');
  });
});

describe('front matter that does not begin the file', () => {
  const DOME = '/w/PRPs/PRP-8.3.1-dome.md';
  const above: Readonly<Record<string, string>> = {
    'a title': '# The dome\n\n',
    'a comment': '<!-- made by a tool -->\n',
    'a blank line': '\n',
  };
  const lists: Readonly<Record<string, readonly string[]>> = {
    'in brackets': ['dependencies: [PRP-8.1.9, PRP-8.1.1]'],
    'line by line': ['dependencies:', '  - PRP-8.1.9', '  - PRP-8.1.1'],
    alone: ['dependencies: PRP-8.1.1'],
  };
  for (const [what, top] of Object.entries(above)) {
    for (const [how, lines] of Object.entries(lists)) {
      const text = top + prp('8.3.1', 'Dome', 'estimated_hours: 7', ...lines, 'status: new');
      const files = {
        ...LENS,
        '/w/PRPs/PRP-8.1.2-pier.md': prp('8.1.2', 'Pier'),
        [DOME]: text,
      };
      /** The text without the ids, marks and blanks around them. */
      const frame = (written: string): string => written.replace(/PRP-8\.1\.\d|[[\],\s-]|None/g, '');

      it(`below ${what} is edited at its true place: dependencies ${how}`, async () => {
        const workspace = await opened(files);
        const before = (workspace.needs()['PRP-8.3.1'] ?? '').split(' ').sort();
        equal(await workspace.change({ kind: 'add', id: 'PRP-8.3.1', dependsOn: 'PRP-8.1.2' }), undefined);
        deepEqual((workspace.needs()['PRP-8.3.1'] ?? '').split(' ').sort(), [...before, 'PRP-8.1.2'].sort());
        equal(frame(workspace.text(DOME)), frame(text));
        const gone = { kind: 'remove', dependencies: [{ id: 'PRP-8.3.1', dependsOn: 'PRP-8.1.1' }] } as const;
        equal(await workspace.change(gone), undefined);
        ok(!workspace.needs()['PRP-8.3.1']?.includes('PRP-8.1.1'));
        ok(
          workspace.text(DOME).includes('estimated_hours: 7\n') &&
            workspace.text(DOME).includes('status: new\n'),
        );
        equal(frame(workspace.text(DOME)), frame(text));
      });
    }

    it(`below ${what} loses only the PRP itself when all is fixed`, async () => {
      const text =
        top +
        prp('8.3.1', 'Dome', 'estimated_hours: 7', 'dependencies: [PRP-8.3.1, PRP-8.1.1]', 'status: new');
      const workspace = await opened({ ...LENS, [DOME]: text });
      deepEqual(workspace.said('self-dependency').length, 1);
      await workspace.fixAll(DOME);
      equal(workspace.text(DOME), text.replace('PRP-8.3.1, ', ''));
    });
  }
});
