import { childUri } from '../../model/uri';
import type { BatchHead, CreationKind, NewFile } from '../batch';
import { BUILT_IN } from './builtin';
import { TEMPLATE_NAMES } from './names';

/** The built-in templates as files in a folder, for a workspace to change. */
export const builtInTemplates = (
  folder: string,
): { readonly batch: BatchHead; readonly files: readonly NewFile[] } => ({
  batch: { plan: folder, planName: 'templates', kind: 'template' },
  files: (['subplan', 'execution'] satisfies readonly CreationKind[]).map((kind) => {
    const name = TEMPLATE_NAMES[kind];
    return { id: kind, title: name, uri: childUri(folder, name), name, content: BUILT_IN[kind] };
  }),
});
