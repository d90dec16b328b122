import { createFor } from './createFor';

export const createSubplan = createFor('subplan');
