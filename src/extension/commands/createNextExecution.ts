import { createFor } from './createFor';

export const createNextExecution = createFor('execution', true);
