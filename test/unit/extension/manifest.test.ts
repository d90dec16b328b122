import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import texts from '../../../package.nls.json';
import { ruleDocumentation } from '../../../src/engine/rule/rules';
import { RUN_COMMANDS } from '../../../src/extension/run/runPlatform';

const contributes = manifest.contributes;

describe('the manifest', () => {
  it('lets a person set the severity of every rule, and of nothing else', () => {
    const offered = Object.keys(contributes.configuration.properties['parallelPlans.rules'].properties);
    const wanted = ruleDocumentation.filter(({ code }) => code !== 'schema').map(({ code }) => code);
    assert.deepEqual(offered, wanted, 'run npm run docs');
  });

  it('has a text for every key it names, and no text for none', () => {
    const named = new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...named].sort(), Object.keys(texts).sort());
  });

  it('names only its own commands in menus', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const used = Object.values(contributes.menus).flatMap((entries) => entries.map(({ command }) => command));
    assert.deepEqual(
      used.filter((command) => !known.has(command)),
      [],
    );
  });

  it('offers in the graph what the tree offers for an achievement, under the same conditions', () => {
    const tree = 'view == parallelPlans.plans && viewItem =~ /^achievement\\b/';
    const graph =
      "webviewId =~ /^parallelPlans\\.(graph|workspaceGraph)$/ && webviewSection == 'achievement'";
    const offered = contributes.menus['view/item/context']
      .filter(({ when, group }) => when.startsWith(tree) && !group.startsWith('inline'))
      .map((entry) => ({
        ...entry,
        when: entry.when.replace(tree, graph).replaceAll('viewItem', 'achievementTags'),
      }));
    assert.ok(offered.length > 5, 'the tree has a menu');
    assert.deepEqual(contributes.menus['webview/context'], offered);
  });

  it('puts every command into one category', () => {
    for (const command of contributes.commands) assert.equal(command.category, '%category%', command.command);
  });
});

describe('a workspace that nobody trusts', () => {
  const runCommands = ['runPlan', 'exportRun', ...RUN_COMMANDS].map((name) => `parallelPlans.${name}`);

  it('gets no view and no command of runs', () => {
    const [view] = contributes.views.parallelPlans.filter(({ id }) => id === 'parallelPlans.runs');
    assert.match(view?.when ?? '', /^isWorkspaceTrusted && /);
    for (const { command, enablement } of contributes.commands) {
      if (runCommands.includes(command)) assert.match(enablement ?? '', /^isWorkspaceTrusted\b/, command);
    }
    const inMenus = Object.values(contributes.menus).flat();
    const hidden = inMenus.filter(
      ({ command, when }) =>
        runCommands.includes(command) && !/isWorkspaceTrusted|view == parallelPlans\.runs|^false$/.test(when),
    );
    assert.deepEqual(hidden, []);
  });

  it('says nothing of how plans are run, by no setting', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(
      restrictedConfigurations,
      Object.keys(contributes.configuration.properties).filter((key) => key.startsWith('parallelPlans.run.')),
    );
  });
});
