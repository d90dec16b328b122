import assert from 'node:assert/strict';
import { useFurtherWords } from '../../../../src/engine/document/words/furtherWords';
import type { AnalysedAchievement } from '../../../../src/engine/model/analysis';
import { engineOver } from '../../../support/engineOver';

const GERMAN = {
  Abhängigkeiten: 'dependencies',
  'Wird gebraucht von': 'blocks',
  Aufwand: 'effort',
  'Ist-Aufwand': 'actual',
  Stand: 'status',
  keine: 'none',
  'gar keine': 'none',
  fertig: 'complete',
  'noch offen': 'not started',
  ruht: 'paused',
};

const plan = `# PLAN: GARTEN

**Stand**: ruht seit Mai

## Achievements

**Achievement 1.1**: Beet abstecken

- **Abhängigkeiten**: gar keine (sofort)
- **Aufwand**: 3 h
- **Wird gebraucht von**: 1.3

**Achievement 1.2**: Erde tauschen

- **ABHÄNGIGKEITEN:** 1.1
- **Aufwand**: 8 story points

**Achievement 1.3**: Pflanzen
`;
const work = (status: string): string =>
  `# EXECUTION_TASK: GARTEN 1.1\n\n**Stand**: ${status}\n**Ist-Aufwand**: 2 h\n\n- [x] gemacht\n`;
const files = {
  '/w/GARTEN/PLAN_GARTEN.md': plan,
  '/w/GARTEN/execution/EXECUTION_TASK_GARTEN_11_01.md': work('fertig, nach zwei Stunden'),
};

const read = async (texts: Readonly<Record<string, string>> = files) => {
  const { engine } = await engineOver(texts);
  const [found] = engine.snapshot.plans;
  assert.ok(found);
  const of = (id: string): AnalysedAchievement => {
    const achievement = found.achievements.find((each) => each.id === id);
    assert.ok(achievement, `${id} of ${found.achievements.map((each) => each.id)}`);
    return achievement;
  };
  const dependenciesOf = (id: string): readonly string[] => of(id).dependencies.map((each) => each.id);
  const codes = engine.snapshot.findings.map(({ code }) => code);
  return { plan: found, of, dependenciesOf, codes, findings: engine.snapshot.findings };
};

describe('Further words of a workspace', () => {
  afterEach(() => useFurtherWords({}));

  it('make labels of another language fields', async () => {
    assert.deepEqual(useFurtherWords(GERMAN), []);
    const { of, dependenciesOf, codes } = await read();
    assert.deepEqual(dependenciesOf('1.2'), ['1.1']);
    assert.deepEqual(dependenciesOf('1.3'), ['1.1']);
    assert.equal(of('1.1').readiness, 'ready');
    assert.deepEqual(of('1.1').effort, { min: 3, max: 3 });
    assert.ok(!codes.includes('unread-dependency'), codes.join());
  });

  it('say in what state a plan is, and what an achievement took', async () => {
    useFurtherWords(GERMAN);
    const { plan: found, of } = await read();
    assert.equal(found.state, 'paused');
    assert.equal(of('1.1').actual?.min, 2);
  });

  it('are heard where a status contradicts the files', async () => {
    useFurtherWords(GERMAN);
    const path = '/w/GARTEN/execution/EXECUTION_TASK_GARTEN_11_01.md';
    const { findings } = await read({ ...files, [path]: work('noch offen (Regen)') });
    const found = findings.find(({ code }) => code === 'status-contradiction');
    assert.ok(found, findings.map(({ code }) => code).join());
    const said = work('noch offen (Regen)').slice(found.span.start, found.span.end);
    assert.equal(said, 'noch offen');
  });

  it('report an estimate under a further label that cannot be read', async () => {
    useFurtherWords(GERMAN);
    const { findings } = await read();
    const unread = findings.filter(({ code }) => code === 'estimate-without-hours');
    assert.deepEqual(
      unread.map(({ span }) => plan.slice(span.start, span.end)),
      ['8 story points'],
    );
  });

  it('count in parallel.json, in its keys, its statuses and for none', async () => {
    useFurtherWords(GERMAN);
    const parallel = `{"achievements": [
      {"id": "1.1", "dependencies": ["keine"], "status": "fertig"},
      {"id": "1.2", "abhängigkeiten": ["1.1"]},
      {"id": "1.3", "dependencies": []}]}`;
    const { dependenciesOf, codes } = await read({ ...files, '/w/GARTEN/parallel.json': parallel });
    assert.deepEqual(dependenciesOf('1.2'), ['1.1']);
    assert.deepEqual(dependenciesOf('1.1'), []);
    assert.ok(codes.includes('claimed-status'), 'the files do not say complete');
    assert.ok(!codes.includes('dependency-note') && !codes.includes('unread-value'), codes.join());
  });

  it('count in the front matter of PRP files', async () => {
    useFurtherWords(GERMAN);
    const prp = (id: string, rest: string): string => `---\nprp_id: PRP-${id}\ntitle: T\n${rest}---\n\n# T\n`;
    const { of, dependenciesOf } = await read({
      '/w/PRPs/PRP-4.1.1-a.md': prp('4.1.1', 'abhängigkeiten: keine\naufwand: 5\n'),
      '/w/PRPs/PRP-4.2.1-b.md': prp('4.2.1', 'Abhängigkeiten: [PRP-4.1.1]\n'),
    });
    assert.deepEqual(dependenciesOf('PRP-4.2.1'), ['PRP-4.1.1']);
    assert.deepEqual(dependenciesOf('PRP-4.1.1'), []);
    assert.deepEqual(of('PRP-4.1.1').effort, { min: 5, max: 5 });
  });

  it('leave the usual words what they are, and are gone with the setting', async () => {
    useFurtherWords(GERMAN);
    const english = { '/w/A/PLAN_A.md': plan.replace('ABHÄNGIGKEITEN', 'Dependencies') };
    assert.deepEqual((await read(english)).dependenciesOf('1.2'), ['1.1']);
    useFurtherWords(undefined);
    const { dependenciesOf, plan: found } = await read();
    assert.deepEqual(dependenciesOf('1.2'), []);
    assert.notEqual(found.state, 'paused');
  });

  it('are refused one by one where they mean nothing known', () => {
    assert.deepEqual(useFurtherWords({ Ziel: 'goal', Wunsch: 'wish', Zahl: 3, '**': 'goal' }), [
      'Wunsch',
      'Zahl',
      '**',
    ]);
    assert.deepEqual(useFurtherWords('dependencies'), []);
    assert.deepEqual(useFurtherWords(null), []);
  });
});
