import assert from 'node:assert/strict';
import { folderStateOf, stateOfFolderName } from '../../../src/engine/state/folderState';
import { uriOf } from '../../support/memoryFiles';

describe('the state that a folder says', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    paused: ['paused', 'a_paused', 'Paused', 'PAUSED-PLANS', 'on-hold', 'On Hold', '02_on_hold', 'parked'],
    backlog: ['backlog', 'backlog-plans', 'BACKLOG', 'plans_backlog', 'deferred', 'someday', 'icebox'],
    active: ['active', 'active-plans', 'in-progress', 'In Progress', 'current', 'wip', '1_active'],
    planning: ['drafts', 'draft', 'proposed', 'proposals', 'planned'],
    complete: ['done', 'completed', 'Completed', 'complete-plans', '03 - completed', 'finished', 'closed'],
    archived: [
      'archive',
      'archives',
      'archived',
      '_archive',
      '.archive',
      'archive-2025',
      'archived_plans',
      'old',
    ],
    superseded: ['superseded', 'obsolete', 'deprecated', 'superseded-plans'],
    abandoned: ['abandoned', 'cancelled', 'canceled', 'z_abandoned', 'rejected', 'dropped'],
  };
  for (const [state, written] of Object.entries(names)) {
    it(`is ${state} by the names of it`, () => {
      for (const name of written) assert.equal(stateOfFolderName(name), state, name);
    });
  }

  it('is none of names that are about something', () => {
    for (const name of [
      'COMPLETE-REWRITE',
      'archiving-system',
      'a_real-use-cases',
      'plans',
      'planning',
      'work-space',
      'paused-jobs-queue',
      'backlog-grooming',
      'ACTIVE-DIRECTORY',
      'done-right',
      'constructor',
      '2025',
      '完了',
    ]) {
      assert.equal(stateOfFolderName(name), undefined, name);
    }
  });

  const around = (...names: readonly string[]) =>
    folderStateOf(names.map((name, at) => ({ uri: uriOf(`/w/${names.slice(0, at + 1).join('/')}`), name })));

  it('is that of the innermost folder, unless one around is over', () => {
    assert.equal(around('active', 'SHOP')?.says, 'active');
    assert.equal(around('backlog', 'paused', 'SHOP')?.says, 'paused');
    assert.equal(around('documentation', 'archive', 'paused', 'SHOP')?.says, 'archived');
    assert.equal(around('archive', 'superseded', 'SHOP')?.says, 'superseded');
    assert.equal(around('plans', 'SHOP'), undefined);
    assert.equal(around('archive', 'shop-nov2025', 'planning')?.uri, uriOf('/w/archive'));
  });
});
