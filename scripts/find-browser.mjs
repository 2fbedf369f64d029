import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Chromium obeys only the last `--disable-features`, so this list repeats the features that Playwright turns off. It
 * adds the pages that draw the suggestions of the address bar: each new tab starts two such pages, which take a third
 * of the processor time of a journey.
 */
const DISABLED_FEATURES = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];

/** Options for a browser without network services, display or sandbox. */
export const BROWSER_ARGS = [
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * `chromium-headless-shell` comes first: it has no windows and pages of its own, so a journey takes a third less
 * processor time.
 */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PLACES = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the path of an installed Chromium: the one that CHRONOFACET_BROWSER names, the system's, or Playwright's.
 *
 * @param {readonly string[]} [names] programs in order of preference
 * @returns {string | undefined}
 */
export function findBrowser(names = NAMES) {
  const named = process.env.CHRONOFACET_BROWSER;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHRONOFACET_BROWSER says “${named}”, which is no program. Name the path of a Chromium or Chrome.`);
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(Boolean);
  const candidates = folders.flatMap(folder => names.map(name => join(folder, name)));
  return [...candidates, ...PLACES, chromium.executablePath()].find(path => path !== '' && isProgram(path));
}

/**
 * Prints a command, then runs it. Standard input is closed, so the command can't ask for input.
 *
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  console.log(`> ${[program, ...args].join(' ')}`);
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** How long apt-get waits for another apt-get to finish, in seconds. */
const APT_LOCK_S = 120;

/** @param {string[]} args */
function aptGet(...args) {
  return run('apt-get', ['-o', `DPkg::Lock::Timeout=${APT_LOCK_S}`, ...args]);
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && isProgram('/usr/bin/apt-get');
}

/**
 * Returns the path of a Chromium, and installs one if there is none.
 *
 * @returns {string}
 */
export function findOrInstallBrowser() {
  const there = findBrowser();
  if (there) return there;
  console.log('No Chromium or Chrome found; installing one.');
  if (isRootOnDebian() && aptGet('update')) {
    const installed = ['chromium-headless-shell', 'chromium'].some(name => aptGet('install', '-y', name));
    const browser = installed && findBrowser();
    if (browser) return browser;
  }
  run(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  throw new Error(
    'The tests need Chromium or Chrome. None was found and none could be installed. Install one, or set CHRONOFACET_BROWSER to its path.',
  );
}
