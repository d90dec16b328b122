import assert from 'node:assert/strict';
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver';
import { createPublisher, type Publisher } from '../../../src/language/server/publish';
import { SettingsCache } from '../../../src/language/server/settings';
import { engineOver } from '../../support/engineOver';
import { parallelPath, parallelText, parallelUri, planPath, planText } from './workspace';

type Send = (params: PublishDiagnosticsParams) => Promise<void>;

const publisherOver = async (
  send: Send,
  log: (error: unknown) => void = (error) => assert.fail(String(error)),
) => {
  const { engine } = await engineOver({ [planPath]: planText, [parallelPath]: parallelText({ 1.1: [] }) });
  const connection = { sendDiagnostics: send } as unknown as Connection;
  const publisher: Publisher = createPublisher({
    connection,
    engine,
    settings: new SettingsCache(connection),
    versionOf: () => undefined,
    rulesUrl: 'https://rules.test/rules.md',
    clientChecksJson: false,
    logger: { info: () => undefined, warn: () => undefined, error: (_message, error) => log(error) },
  });
  engine.onDidChange(() => publisher.publish());
  return { engine, publisher };
};

const microtasks = async (count: number): Promise<void> => {
  for (let at = 0; at < count; at++) await undefined;
};

describe('Publishing diagnostics', () => {
  it('loses no change, whenever it comes', async () => {
    for (let moment = 0; moment < 40; moment++) {
      const shown = new Map<string, number>();
      const { engine, publisher } = await publisherOver(async ({ uri, diagnostics }) => {
        shown.set(uri, diagnostics.length);
      });
      publisher.publish();
      await microtasks(moment);
      engine.openDocument(parallelUri, '{');
      await microtasks(100);
      const expected = engine.snapshot.findingsOf(parallelUri).length;
      assert.ok(expected > 0);
      assert.equal(shown.get(parallelUri), expected, `changed after ${moment} microtasks`);
    }
  });

  it('goes on with what came while sending failed', async () => {
    const errors: unknown[] = [];
    const shown = new Map<string, number>();
    let isDown = true;
    const { engine, publisher } = await publisherOver(
      async ({ uri, diagnostics }) => {
        if (isDown) {
          isDown = false;
          publisher.publish();
          throw new Error('down');
        }
        shown.set(uri, diagnostics.length);
      },
      (error) => errors.push(error),
    );
    engine.openDocument(parallelUri, '{');
    await microtasks(100);
    assert.equal(errors.length, 1);
    assert.ok(shown.size > 0, 'nothing was sent after the failure');
  });
});
