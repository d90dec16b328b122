import { equal, ok } from 'node:assert/strict';
import { itemAround, saysNothing, withJoin } from '../../../../src/engine/edit/json/listItem';
import { editsTogether, preferredFixes } from '../../../../src/engine/rule/fixAll';
import { applyEdits } from '../../../support/applyEdits';
import { PARALLEL_URI } from '../../../support/planBuilder';
import { findings } from '../../rule/findings';

describe('edits of large documents', () => {
  it('fix hundreds of things with a few readings', function () {
    this.timeout(60_000);
    const ids = Array.from({ length: 300 }, (_, at) => `${1 + Math.floor(at / 50)}.${at % 50}`);
    const parallel = JSON.stringify({
      achievements: ids.map((id) => ({ achievement_id: id, dependencies: [id], note: 'kept' })),
    });
    const after = applyEdits(
      parallel,
      editsTogether(parallel, preferredFixes(PARALLEL_URI, findings({ parallel }))),
    );
    equal(after, parallel.replace(/"dependencies":\["[\d.]+"\]/g, '"dependencies":[]'));
  });

  it('take items out of long lines of marks in no time', function () {
    this.timeout(20_000);
    for (const mark of ['**', '[', ']', '(', ',', ', and ', ' ', '`', '1.1 - ', 'Achievement ', '#', '"']) {
      const line = `${mark.repeat(20_000)}1.4${mark.repeat(20_000)}`;
      const start = 20_000 * mark.length;
      const item = itemAround(line, { start, end: start + 3 });
      if (item) ok(withJoin(line, item).end >= item.end || saysNothing(line));
    }
  });
});
