import assert from 'node:assert/strict';
import type { Picture } from '../../../src/engine/export/graphFormat';
import { pngFormat } from '../../../src/engine/export/pngFormat';
import { draw } from '../../../src/graphviz/graphviz';
import { many, nine } from '../../support/graphPlans';

const svg = (dot: string): Promise<string | undefined> => draw(dot, 'svg');
const picture: Picture = {
  bytes: Uint8Array.of(1, 2, 3),
  width: 9000,
  height: 4400,
  scaledDown: false,
  missing: [],
};

describe('the PNG of a graph', () => {
  it('is drawn from the SVG that is exported, with nothing to say about it', async () => {
    const exported = await pngFormat.draw(nine(), {
      svg,
      png: async (drawn) => {
        assert.match(drawn, /^<svg [^>]*role="img"[\s\S]*>Write the user guide<\/text>/);
        return picture;
      },
    });
    assert.deepEqual(exported, { content: picture.bytes, notes: [] });
  });

  it('comes with what a person should know about it', async () => {
    const { notes } = await pngFormat.draw(nine(), {
      svg,
      png: async () => ({ ...picture, scaledDown: true, missing: [...'日本語の長い題名を検索'] }),
    });
    assert.deepEqual(notes, [
      'The graph is too large for a sharp PNG and was scaled down to 9000 × 4400 pixels; SVG is sharp at any size.',
      'No font here can draw 日 本 語 の 長 い 題 名 を 検 and 1 more. The picture shows boxes instead.',
    ]);
  });

  it('is refused where the SVG is', async () => {
    await assert.rejects(
      pngFormat.draw(many(501, 10), { svg, png: async () => picture }),
      /^UserError: PLATFORM is too large for a picture/,
    );
  });
});
