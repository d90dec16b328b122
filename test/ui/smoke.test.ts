import assert from 'node:assert/strict';
import { useWorkbench } from './session';

describe('the packaged extension in the workbench', () => {
  const workbench = useWorkbench();

  it('lists the plans of the examples in a container of the activity bar', async () => {
    await workbench().showActivity('Plans');
    await workbench()
      .treeRow(/CHECKOUT-REDESIGN.*complete/)
      .waitFor();
    await workbench().screenshot('plans');
  });

  it('asks no other machine for anything', () => {
    assert.deepEqual([...workbench().strangers], []);
  });
});
