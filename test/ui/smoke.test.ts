import assert from 'node:assert/strict';
import { useWorkbench } from './session';

describe('the packaged extension in the workbench', () => {
  const workbench = useWorkbench();

  it('puts the Plans container into the activity bar', async () => {
    await workbench().activity('Plans').waitFor();
    await workbench().showActivity('Plans');
    await workbench().screenshot('plans');
  });

  it('asks no other machine for anything', () => {
    assert.deepEqual([...workbench().strangers], []);
  });
});
