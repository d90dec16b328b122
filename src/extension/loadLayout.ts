/** Loads the layout bundle when it is first called; the path is the bundle's, beside the entry. */
export const loadLayout = async (): Promise<typeof import('./layout')> => import('./layout.js');
