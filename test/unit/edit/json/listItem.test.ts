import { equal } from 'node:assert/strict';
import { itemAround, saysNothing, withJoin } from '../../../../src/engine/edit/json/listItem';

/** What is left of a list without its item `1.4`; undefined where nobody can tell what belongs to it. */
const without = (list: string): string | undefined => {
  const start = list.indexOf('1.4');
  const item = itemAround(list, { start, end: start + '1.4'.length });
  if (!item) return undefined;
  if (saysNothing(list.slice(0, item.start) + list.slice(item.end))) return '';
  const gone = withJoin(list, item);
  return list.slice(0, gone.start) + list.slice(gone.end);
};

describe('an item of a list', () => {
  const lists: readonly (readonly [list: string, rest: string | undefined])[] = [
    ['1.1, **1.4**', '1.1'],
    ['`1.4`, `1.1`', '`1.1`'],
    ['`1.1`, `1.4`', '`1.1`'],
    ['[1.4](#roof), [1.1](#stall)', '[1.1](#stall)'],
    ['[Achievement 1.4: Roof](a.md#b), 1.1', '1.1'],
    ['[1.4], [1.1]', '[1.1]'],
    ['**1.4, 1.1**', '**1.1**'],
    ['**1.1, 1.4**', '**1.1**'],
    ['**Achievement 1.4** (Roof), **Achievement 1.1** (Stall)', '**Achievement 1.1** (Stall)'],
    ['"1.4", "1.1"', '"1.1"'],
    ['_1.4_ and ~~1.1~~', '~~1.1~~'],
    ['1.4 and the approval of the board', 'the approval of the board'],
    ['the approval of the board and 1.4', 'the approval of the board'],
    ['1.1、1.4、1.2', '1.1、1.2'],
    ['1.1，1.4', '1.1'],
    ['1.4（屋根）、1.1', '1.1'],
    ['1.4: Roof; 1.1: Stall', '1.1: Stall'],
    ['1.4 – the roof, and the lamps', ''],
    ['1.4 - the roof; External: board', 'External: board'],
    ['#1.4, #1.1', '#1.1'],
    ['1.1 + 1.4 + 1.2', '1.1 + 1.2'],
    ['1.1/1.4', '1.1'],
    ['requires 1.4', ''],
    ['1.4 (with 1.2 lamps), 1.1', '1.1'],
    ['1.4 - with 1.2 lamps, 1.1', undefined],
    ['1.4.', ''],
  ];
  for (const [list, rest] of lists) {
    it(`can leave “${list}”`, () => {
      equal(without(list), rest);
    });
  }
});
