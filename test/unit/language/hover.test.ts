import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hoverAt } from '../../../src/language/hover';
import {
  cursorIn,
  parallelPath,
  parallelText,
  parallelUri,
  planPath,
  planText,
  planUri,
  workspaceWith,
} from './workspace';

const parallel = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] });

/** The hover at the marker in one of the two documents. */
const hover = async (path: string, marked: string): Promise<string | undefined> => {
  const { text, offset } = cursorIn(marked);
  const { engine } = await workspaceWith({ [planPath]: planText, [parallelPath]: parallel, [path]: text });
  const uri = path === planPath ? planUri : parallelUri;
  const contents = hoverAt(engine.snapshot, { uri, text }, offset)?.contents;
  return MarkupContent.is(contents) ? contents.value : undefined;
};

describe('hover', () => {
  it('tells of an achievement at its id in parallel.json', async () => {
    const value = await hover(
      parallelPath,
      parallel.replace('"achievement_id": "1.2"', '"achievement_id": "1|.2"'),
    );
    assert.match(value ?? '', /^\*\*1\\\.2 Build/);
    assert.match(value ?? '', /Status: not started; blocked by 1\\\.1/);
    assert.match(value ?? '', /Level 1/);
    assert.match(value ?? '', /Depends on 1\\\.1 \(not started\)/);
    assert.match(value ?? '', /Needed by 1\\\.3/);
  });

  it('tells of the achievement a dependency names', async () => {
    const value = await hover(parallelPath, parallel.replace('      "1.1"', '      "|1.1"'));
    assert.match(value ?? '', /^\*\*1\\\.1 Lay the base\*\*/);
    assert.match(value ?? '', /effort 2-3 hours/);
  });

  it('tells of a definition in the PLAN', async () => {
    const value = await hover(planPath, planText.replace('**Achievement 1.3', '**Achi|evement 1.3'));
    assert.match(value ?? '', /^\*\*1\\\.3 Check it\*\*/);
  });

  it('tells of an id that the text of the PLAN mentions', async () => {
    const value = await hover(planPath, planText.replace('2-3 hours', '2 hours, then Achievement 1|.3'));
    assert.match(value ?? '', /^\*\*1\\\.3 Check it\*\*/);
  });

  it('shows hostile text as text', async () => {
    const value = await hover(planPath, planText.replace('**Achievement 1.2', '|**Achievement 1.2'));
    assert.doesNotMatch(value ?? '', /<img|(?<!\\)\]\(command|(?<!\\)\$\(/);
    assert.match(value ?? '', /&lt;img/);
  });

  it('says nothing elsewhere', async () => {
    assert.equal(await hover(planPath, `|${planText}`), undefined);
    assert.equal(await hover(parallelPath, `|${parallel}`), undefined);
  });
});
