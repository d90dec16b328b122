import { deepEqual } from 'node:assert/strict';
import { nameOf } from '../../../src/engine/model/uri';
import { stepOf } from '../../../src/engine/workflow/step';
import { engineOver, planOf } from '../../support/engineOver';

const TASK = 'EXECUTION_TASK_P_11';
const WORKED = '- [x] done\n';
const previous = (name: string): string => `# Task\n\n**Previous Execution**: ${name}\n`;

/** Each EXECUTION_TASK of 1.1 with whether it is in force, and the status of 1.1. */
const attemptsOf = async (files: Readonly<Record<string, string>>) => {
  const { plan } = await engineOver({
    '/w/P/PLAN_P.md': planOf('P', ['1.1']),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`/w/P/execution/${name}.md`, text])),
  });
  const achievement = plan('P').byId.get('1.1');
  if (!achievement) throw new Error('no 1.1');
  const { attempts, status } = achievement;
  return {
    inForce: attempts.filter((each) => each.inForce).map(({ execution }) => nameOf(execution)),
    superseded: attempts.filter((each) => !each.inForce).map(({ execution }) => nameOf(execution)),
    status,
    total: stepOf(plan('P'), achievement).executions.total,
  };
};

describe('Attempts at an EXECUTION_TASK', () => {
  const cases: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    inForce: readonly string[],
    status: string,
  ])[] = [
    [
      'a second version',
      { [`${TASK}_01`]: WORKED, [`${TASK}_01_V2`]: '' },
      [`${TASK}_01_V2`],
      'execution_created',
    ],
    [
      'a third version',
      { [`${TASK}_01`]: '', [`${TASK}_01_V2`]: '', [`${TASK}_01_v3`]: WORKED },
      [`${TASK}_01_v3`],
      'in_progress',
    ],
    [
      'a tenth one',
      { [`${TASK}_01_V9`]: WORKED, [`${TASK}_01_V10`]: '' },
      [`${TASK}_01_V10`],
      'execution_created',
    ],
    [
      'a recovery',
      { [`${TASK}_01`]: WORKED, [`${TASK}_01_RECOVERY`]: '' },
      [`${TASK}_01_RECOVERY`],
      'execution_created',
    ],
    [
      'a recovery after a version',
      { [`${TASK}_01_V2`]: WORKED, [`${TASK}_01_RECOVERY`]: '' },
      [`${TASK}_01_RECOVERY`],
      'execution_created',
    ],
    [
      'a version that calls itself the first',
      { [`${TASK}_01_V1`]: WORKED, [`${TASK}_01`]: '' },
      [`${TASK}_01`],
      'execution_created',
    ],
    [
      'an old one kept aside',
      { [`${TASK}_01_OLD`]: WORKED, [`${TASK}_01`]: '' },
      [`${TASK}_01`],
      'execution_created',
    ],
    [
      'one that names the one before',
      { [`${TASK}_01`]: WORKED, [`${TASK}_02`]: previous(`${TASK}_01.md`) },
      [`${TASK}_02`],
      'execution_created',
    ],
    [
      'a link to the one before',
      { [`${TASK}_01`]: WORKED, [`${TASK}_02`]: previous(`[first](./${TASK}_01.md)`) },
      [`${TASK}_02`],
      'execution_created',
    ],
    [
      'its number alone',
      { [`${TASK}_01`]: WORKED, [`${TASK}_02`]: previous('`11_01` (blocked)') },
      [`${TASK}_02`],
      'execution_created',
    ],
    [
      'a chain',
      {
        [`${TASK}_01`]: WORKED,
        [`${TASK}_02`]: previous(`${TASK}_01`),
        [`${TASK}_03`]: previous(`${TASK}_02`),
      },
      [`${TASK}_03`],
      'execution_created',
    ],
    [
      'a header against a suffix',
      { [`${TASK}_01`]: previous(`${TASK}_01_V2.md`), [`${TASK}_01_V2`]: WORKED },
      [`${TASK}_01`],
      'execution_created',
    ],
    [
      'each its own number',
      { [`${TASK}_01`]: WORKED, [`${TASK}_02`]: '', [`${TASK}_02_V2`]: '' },
      [`${TASK}_01`, `${TASK}_02_V2`],
      'in_progress',
    ],
    [
      'no previous one',
      { [`${TASK}_01`]: WORKED, [`${TASK}_02`]: previous('None (first attempt)') },
      [`${TASK}_01`, `${TASK}_02`],
      'in_progress',
    ],
    [
      'two that name each other',
      { [`${TASK}_01`]: WORKED + previous(`${TASK}_02`), [`${TASK}_02`]: previous(`${TASK}_01`) },
      [`${TASK}_01`, `${TASK}_02`],
      'in_progress',
    ],
    [
      'one of another achievement',
      { [`${TASK}_01`]: WORKED, [`${TASK}_02`]: previous('EXECUTION_TASK_P_12_01.md') },
      [`${TASK}_01`, `${TASK}_02`],
      'in_progress',
    ],
    ['itself', { [`${TASK}_01`]: WORKED + previous(`${TASK}_01.md`) }, [`${TASK}_01`], 'in_progress'],
  ];
  for (const [what, files, inForce, status] of cases) {
    it(`tell the one in force: ${what}`, async () => {
      const found = await attemptsOf(files);
      deepEqual(
        [found.inForce, found.status, found.total],
        [inForce.map((name) => `${name}.md`), status, inForce.length],
      );
      deepEqual(found.superseded.length, Object.keys(files).length - inForce.length);
    });
  }

  it('tell what each shows', async () => {
    const { plan } = await engineOver({
      '/w/P/PLAN_P.md': planOf('P', ['1.1']),
      '/w/P/EXECUTION_TASK_P_11_01.md': '**Status**: Complete\n',
      '/w/P/EXECUTION_TASK_P_11_02.md': WORKED,
      '/w/P/EXECUTION_TASK_P_11_03.md': '',
    });
    deepEqual(
      plan('P')
        .byId.get('1.1')
        ?.attempts.map(({ execution, status }) => [nameOf(execution), status]),
      [
        ['EXECUTION_TASK_P_11_01.md', 'complete'],
        ['EXECUTION_TASK_P_11_02.md', 'in_progress'],
        ['EXECUTION_TASK_P_11_03.md', 'execution_created'],
      ],
    );
  });

  it('are known of SUBPLANs too', async () => {
    const { plan, engine } = await engineOver({
      '/w/P/PLAN_P.md': planOf('P', ['1.1']),
      '/w/P/subplans/SUBPLAN_P_11_RECOVERY.md': 'Again.',
      '/w/P/subplans/SUBPLAN_P_11.md': 'First.',
      '/w/P/subplans/SUBPLAN_P_11_V2.md': 'Second.',
    });
    const { subplan, evidence } = plan('P').byId.get('1.1') ?? {};
    deepEqual([nameOf(subplan ?? ''), evidence?.length], ['SUBPLAN_P_11_RECOVERY.md', 1]);
    deepEqual(engine.snapshot.findings, []);
  });

  it('may be empty where another one is in force', async () => {
    const { engine } = await engineOver({
      '/w/P/PLAN_P.md': planOf('P', ['1.1']),
      '/w/P/subplans/SUBPLAN_P_11.md': '',
      '/w/P/subplans/SUBPLAN_P_11_V2.md': 'Second.',
    });
    deepEqual(engine.snapshot.findings, []);
  });
});
