import { chromium } from '@playwright/test';
import { ensureChromium } from './chromium.mjs';
import { LOOPBACK } from './ports.mjs';
import { onInterrupt } from './processes.mjs';

/**
 * What the address bar unfolds: a page of Chromium's own, which it starts in a process for every window, shown or not.
 * No test sees it, and it takes more time than most tests.
 */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** What Playwright turns off: only the last `--disable-features` of a command line counts. */
const TURNED_OFF_BY_PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** Keeps the browser off the network and able to run as root in a container. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--no-first-run',
  `--disable-features=${[...TURNED_OFF_BY_PLAYWRIGHT, ...UNSEEN].join(',')}`,
  `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${LOOPBACK}, EXCLUDE localhost`,
];

/** Size of the page in CSS pixels: what screenshots show. */
export const VIEWPORT = { width: 1400, height: 900 };

/**
 * How Playwright launches the browser of this machine.
 * @param {readonly string[]} [more] switches besides the usual ones
 */
export const browserOptions = async (more = []) => ({
  executablePath: await ensureChromium(),
  headless: true,
  args: [...ARGS, ...more],
  handleSIGINT: false,
  handleSIGTERM: false,
});

/** A browser that pages are opened in from this process. */
export async function launchBrowser() {
  const browser = await chromium.launch(await browserOptions());
  browser.once(
    'disconnected',
    onInterrupt(() => browser.close()),
  );
  return browser;
}

/**
 * A browser that another process connects to at `wsEndpoint()`.
 * @param {readonly string[]} [more] switches besides the usual ones
 */
export async function serveBrowser(more) {
  const server = await chromium.launchServer({ ...(await browserOptions(more)), host: LOOPBACK });
  server.once(
    'close',
    onInterrupt(() => server.close()),
  );
  return server;
}
