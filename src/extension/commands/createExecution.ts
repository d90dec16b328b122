import { createFor } from './createFor';

export const createExecution = createFor('execution');
