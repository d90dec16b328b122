import { childUri } from '../../model/uri';
import type { BatchHead, NewFile } from '../batch';
import { PLAN_TEMPLATE } from '../newPlan/planTemplate';
import { BUILT_IN } from './builtin';
import { TEMPLATE_NAMES, type TemplateKind } from './names';

const TEXTS: Readonly<Record<TemplateKind, string>> = { ...BUILT_IN, plan: PLAN_TEMPLATE };

/** The built-in templates as files in a folder, for a workspace to change. */
export const builtInTemplates = (
  folder: string,
): { readonly batch: BatchHead; readonly files: readonly NewFile[] } => ({
  batch: { plan: folder, planName: 'templates', kind: 'template' },
  files: (['subplan', 'execution', 'plan'] satisfies readonly TemplateKind[]).map((kind) => {
    const name = TEMPLATE_NAMES[kind];
    return { id: kind, title: name, uri: childUri(folder, name), name, content: TEXTS[kind] };
  }),
});
