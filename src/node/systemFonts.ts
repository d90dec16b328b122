import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { type Coverage, coverageOf } from '../raster/fontCoverage';
import type { FoundFonts } from '../raster/rasterParts';

/** Where Linux, macOS and Windows keep fonts; what is not there is passed over. */
const fontFolders = (): readonly string[] => {
  const { WINDIR, LOCALAPPDATA, XDG_DATA_HOME } = process.env;
  const home = homedir();
  switch (process.platform) {
    case 'win32':
      return [
        join(WINDIR ?? 'C:\\Windows', 'Fonts'),
        ...(LOCALAPPDATA ? [join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')] : []),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(XDG_DATA_HOME ?? join(home, '.local', 'share'), 'fonts'),
        join(home, '.fonts'),
      ];
  }
};

const FONT = /\.(?:ttf|otf|ttc|otc)$/i;
/** Bytes of a font that is worth its memory; collections of all Chinese characters have some 20 MB. */
const LARGEST = 64_000_000;
/** Upright letters of usual weight without serifs look like the font that ships. */
const UNLIKE =
  /bold|black|heavy|light|thin|italic|oblique|condensed|serif|mono|semi|extra|medium|times|courier/i;

/** Fonts of this machine that draw these characters, as few as it takes, the plainest first. */
export const systemFontsFor = async (
  characters: readonly string[],
  folders = fontFolders(),
): Promise<FoundFonts> => {
  const fonts: Uint8Array[] = [];
  let missing = characters;
  for (const path of await fontFilesIn(folders)) {
    if (missing.length === 0) break;
    const covers = await coverageOfFile(path);
    const left = missing.filter((character) => !covers(character.codePointAt(0) ?? 0));
    if (left.length === missing.length) continue;
    fonts.push(await readFile(path));
    missing = left;
  }
  return { fonts, missing };
};

const fontFilesIn = async (folders: readonly string[]): Promise<readonly string[]> => {
  const listed = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true }).catch(() => [])),
  );
  const rank = (path: string): number => (UNLIKE.test(basename(path)) ? 1 : 0);
  return listed
    .flatMap((paths, at) => paths.map((path) => join(folders[at] ?? '', path)))
    .filter((path) => FONT.test(path))
    .sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
};

/** Nothing for a file that is too large or that nobody may read: another one will do. */
const coverageOfFile = async (path: string): Promise<Coverage> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const { size } = await file.stat();
    return size > LARGEST ? () => false : await coverageOf(readerOf(file));
  } catch {
    return () => false;
  } finally {
    await file?.close();
  }
};

const readerOf =
  (file: FileHandle) =>
  async (offset: number, length: number): Promise<DataView> => {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
    return new DataView(buffer.buffer, 0, bytesRead);
  };
