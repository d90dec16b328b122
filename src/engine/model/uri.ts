/**
 * Arithmetic on canonical URIs as `vscode-uri` prints them, without parsing them into objects.
 * A folder's URI has no trailing slash, except the root of a file system (`file:///`).
 */

/** Letters, digits and `-._~`: what `vscode-uri` leaves as it is. */
const SAFE_NAME = /^[\w.~-]*$/;
/** What `encodeURIComponent` leaves but `vscode-uri` encodes. */
const STILL_TO_ENCODE = /[!'()*]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const encodeName = (name: string): string =>
  SAFE_NAME.test(name)
    ? name
    : encodeURIComponent(name.replace(LONE_SURROGATE, '\ufffd')).replace(
        STILL_TO_ENCODE,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );

/** URI of `name` (one path segment, not encoded, no slash) in a folder. */
export const childUri = (folderUri: string, name: string): string =>
  /[/:]$/.test(folderUri) ? folderUri + encodeName(name) : `${folderUri}/${encodeName(name)}`;

/** Where the path starts: behind `scheme://authority`. */
const pathStart = (uri: string): number => {
  const colon = uri.indexOf(':');
  if (!uri.startsWith('//', colon + 1)) return colon + 1;
  const slash = uri.indexOf('/', colon + 3);
  return slash === -1 ? uri.length : slash;
};

/** Last segment as it stands in the URI, encoded; empty for a root. */
export const baseName = (uri: string): string =>
  uri.slice(Math.max(uri.lastIndexOf('/') + 1, pathStart(uri)));

/** Folder that holds `uri`; a root is its own parent, and that of `untitled:PLAN_X.md` is `untitled:`. */
export const parentUri = (uri: string): string => {
  const root = pathStart(uri);
  const slash = uri.lastIndexOf('/');
  if (slash > root) return uri.slice(0, slash);
  if (slash === root) return uri.slice(0, root + 1);
  return slash === -1 ? uri.slice(0, root) : uri;
};

/** Undoes the percent encoding; text that is not validly encoded is returned as it is. */
export const decodeUri = (encoded: string): string => {
  if (!encoded.includes('%')) return encoded;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
};

/** Base name as on disk. */
export const nameOf = (uri: string): string => decodeUri(baseName(uri));

/** True for the folder itself and everything below it. */
export const isInside = (folderUri: string, uri: string): boolean =>
  uri === folderUri || uri.startsWith(folderUri.endsWith('/') ? folderUri : `${folderUri}/`);

/**
 * Relative reference from a folder to a file or folder, encoded as in a link (`../subplans/SUBPLAN_X_11.md`);
 * `.` for the folder itself. A URI of another scheme or authority is returned whole.
 */
export const relativeUri = (fromFolder: string, to: string): string => {
  const root = pathStart(to);
  if (fromFolder.slice(0, pathStart(fromFolder)) !== to.slice(0, root)) return to;
  const source = fromFolder.slice(root).split('/').filter(Boolean);
  const target = to.slice(root).split('/').filter(Boolean);
  let shared = 0;
  while (shared < source.length && shared < target.length && source[shared] === target[shared]) shared++;
  const steps = [...source.slice(shared).map(() => '..'), ...target.slice(shared)];
  return steps.join('/') || '.';
};

/** Where a relative reference, encoded as in a link, leads from a folder; undefined for one with a scheme of its own. */
export const resolveUri = (folderUri: string, reference: string): string | undefined => {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference)) return undefined;
  let uri = folderUri;
  for (const segment of reference.split('/')) {
    if (segment === '..') uri = parentUri(uri);
    else if (segment !== '' && segment !== '.') uri = childUri(uri, decodeUri(segment));
  }
  return uri;
};
