import { deepEqual } from 'node:assert/strict';
import { rules as fixtures } from 'golden-fixtures';
import { decodeUri } from '../../../../src/engine/model/uri';
import { goldenEngine, parseGolden } from '../../../support/golden';

describe('the guard over the golden fixtures of the rules', () => {
  for (const [name, fixture] of Object.entries(fixtures)) {
    it(`lets every fix of ${name} pass`, async () => {
      const { files } = parseGolden(fixture);
      const { findings } = (await goldenEngine(files)).snapshot;
      const refused = findings.flatMap(({ code, fixes }) =>
        fixes.flatMap((fix) => {
          const checked = fix.check(files.get(decodeUri(fix.uri).slice('file:///w/'.length)) ?? '');
          return checked.ok ? [] : [`${code}: ${fix.title}: ${checked.error.message}`];
        }),
      );
      deepEqual(refused, []);
    });
  }
});
