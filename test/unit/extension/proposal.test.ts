import assert from 'node:assert/strict';
import type { ProposedEdge } from '../../../src/engine/propose/proposal';
import { generateParallel, type ProposalDeps } from '../../../src/extension/proposal/flow';
import type { ChatModel } from '../../../src/extension/proposal/models';
import { orThrow } from '../../../src/shared/result';
import { UserError } from '../../../src/shared/userError';
import { parallelDocument } from '../../support/documents.mjs';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { asTicked, goOnTo, scriptedProposal } from '../../support/scriptedProposal';

const PLAN = planOf('X', ['1.1', '1.2', '1.3', '1.4'], {
  '1.2': '- **Dependencies**: 1.1',
  '1.3': 'Builds on Achievement 1.2',
  '1.4': 'See Achievement 1.1',
});
const PLAN_URI = uriOf('/w/X/PLAN_X.md');

interface World extends ProposalDeps {
  readonly written: string[];
  readonly asked: string[];
}

const world = async ({
  files = {},
  models = [],
}: {
  files?: Record<string, string>;
  models?: readonly ChatModel[];
} = {}): Promise<World> => {
  const { engine } = await engineOver({ '/w/X/PLAN_X.md': PLAN, ...files });
  const written: string[] = [];
  return {
    written,
    asked: [],
    engine: async () => engine,
    models: async () => models,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    write: async (draft, edges) => {
      written.push(`${edges.map(lineOf).join(', ')}`);
      return orThrow(draft.textWith(edges)) !== draft.before;
    },
  };
};

const lineOf = ({ dependent, dependency }: ProposedEdge): string => `${dependent} <- ${dependency}`;

const model = (ask: ChatModel['ask'], name = 'Model A'): ChatModel => ({ name, maxTokens: 8000, ask });
const says = (dependencies: Record<string, readonly string[]>): string => parallelDocument('X', dependencies);

describe('the proposing flow', () => {
  it('ticks what is sure, asks once more, writes and opens', async () => {
    const deps = await world();
    const ui = scriptedProposal({ looks: [asTicked], confirm: 'write' });
    assert.equal(await generateParallel(deps, ui, PLAN_URI), uriOf('/w/X/parallel.json'));
    assert.deepEqual(ui.transcript, [
      ['review', '* 1.2 <- 1.1', '* 1.3 <- 1.2', '1.4 <- 1.1'],
      ['confirm', 'Create parallel.json for X?', '4 achievements, 2 dependencies: 1.2 on 1.1, 1.3 on 1.2.'],
      ['open', 'parallel.json'],
    ]);
    assert.deepEqual(deps.written, ['1.2 <- 1.1, 1.3 <- 1.2']);
  });

  it('writes nothing for who turns away', async () => {
    const deps = await world();
    for (const script of [{ looks: [() => undefined] }, { looks: [asTicked], confirm: 'no' as const }]) {
      assert.equal(await generateParallel(deps, scriptedProposal(script), PLAN_URI), undefined);
    }
    assert.deepEqual(deps.written, []);
  });

  it('writes no file that says that nothing waits for anything, where nobody stated anything', async () => {
    const deps = await world({ files: { '/w/X/PLAN_X.md': planOf('X', ['1.1', '1.2']) } });
    const ui = scriptedProposal({ looks: [asTicked], confirm: 'write' });
    assert.equal(await generateParallel(deps, ui, PLAN_URI), undefined);
    assert.deepEqual(deps.written, []);
    assert.match(ui.transcript.flat().join(), /Nothing was written/);
  });

  it('proposes only what is missing in the present file, and says when nothing is', async () => {
    const parallel = parallelDocument('X', { '1.1': [], '1.2': ['1.1'], '1.3': [], '1.4': [] });
    const deps = await world({ files: { '/w/X/parallel.json': parallel } });
    const ui = scriptedProposal({ looks: [asTicked], confirm: 'preview' });
    await generateParallel(deps, ui, PLAN_URI);
    assert.deepEqual(ui.transcript[0], ['review', '* 1.3 <- 1.2', '1.4 <- 1.1']);
    assert.deepEqual(deps.written, ['1.3 <- 1.2']);
    const nothing = scriptedProposal({ looks: [() => ({ next: 'write', ticked: [] })] });
    assert.equal(await generateParallel(deps, nothing, PLAN_URI), undefined);
    assert.deepEqual(nothing.transcript[1], ['inform', 'parallel.json already says all of this.']);
  });

  it('shows the proposal again with priorities, and keeps what was ticked', async () => {
    const two = PLAN.replace('**Achievement 1.4**', '### Priority 2: More\n\n**Achievement 2.1**').replace(
      'See Achievement 1.1',
      'More',
    );
    const deps = await world({ files: { '/w/X/PLAN_X.md': two } });
    const ui = scriptedProposal({
      looks: [({ edges }) => ({ next: 'add-priorities', ticked: edges.slice(0, 1) }), asTicked],
      confirm: 'write',
    });
    await generateParallel(deps, ui, PLAN_URI);
    assert.deepEqual(ui.transcript[1], ['review', '* 1.2 <- 1.1', '1.3 <- 1.2', '* 2.1 <- 1.3']);
  });

  it('asks a model, whose dependencies are possible and no more', async () => {
    let prompt = '';
    const asked = model(async (text) => {
      prompt = text;
      return `\`\`\`json\n${says({ '1.4': ['1.3', '9.9'], '1.1': ['1.3'] })}\n\`\`\``;
    });
    const deps = await world({ models: [asked, model(async () => 'No.', 'Model B')] });
    const ui = scriptedProposal({
      looks: [goOnTo('ask-model'), ({ edges }) => ({ next: 'write', ticked: edges })],
      chooses: 'Model A',
      confirm: 'write',
    });
    await generateParallel(deps, ui, PLAN_URI);
    assert.match(prompt, /Title of 1\.4/);
    assert.deepEqual(ui.transcript.slice(1, 5), [
      ['chooseModel', 'Model A', 'Model B'],
      ['asking', 'Model A'],
      ['inform', 'Model A named achievements that X does not have: 1 statement left out.'],
      ['review', '* 1.2 <- 1.1', '* 1.3 <- 1.2', '1.4 <- 1.1', '1.4 <- 1.3'],
    ]);
  });

  it('goes on without a model that refuses, talks nonsense or is stopped', async () => {
    const refuses = model(async () => {
      throw new UserError('Model A was not asked.');
    });
    for (const [each, stops, said] of [
      [refuses, false, ['failed', 'Model A was not asked.']],
      [model(async () => 'Certainly!'), false, ['failed', 'Model A did not answer with a parallel.json.']],
      [model(async () => says({})), true, undefined],
    ] as const) {
      const deps = await world({ models: [each] });
      const ui = scriptedProposal({ looks: [goOnTo('ask-model'), asTicked], confirm: 'write', stops });
      await generateParallel(deps, ui, PLAN_URI);
      assert.deepEqual(
        ui.transcript.filter(([kind]) => kind === 'failed'),
        said ? [said] : [],
      );
      assert.deepEqual(deps.written, ['1.2 <- 1.1, 1.3 <- 1.2']);
    }
  });
});
