import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** A browser that asks nobody anything, and needs neither a screen nor a user's rights. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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
 * The path of a Chromium that is there already: the one CHRONOFACET_BROWSER names, the system's, or Playwright's own.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  const named = process.env.CHRONOFACET_BROWSER;
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`CHRONOFACET_BROWSER says “${named}”, which is no program. Name the path of a Chromium or Chrome.`);
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(Boolean);
  const candidates = folders.flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...candidates, ...PLACES, chromium.executablePath()].find(path => path !== '' && isProgram(path));
}

/**
 * @param {string} program
 * @param {string[]} words
 */
function run(program, words) {
  console.log(`> ${[program, ...words].join(' ')}`);
  const { status } = spawnSync(program, words, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && isProgram('/usr/bin/apt-get');
}

/**
 * The path of a Chromium; one is installed where there is none.
 *
 * @returns {string}
 */
export function findOrInstallBrowser() {
  const there = findBrowser();
  if (there) return there;
  console.log('No Chromium or Chrome found; installing one.');
  if (isRootOnDebian() && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])) {
    const installed = findBrowser();
    if (installed) return installed;
  }
  run('npx', ['playwright', 'install', 'chromium']);
  const own = findBrowser();
  if (own) return own;
  throw new Error(
    'The tests need Chromium or Chrome. None was found and none could be installed. Install one, or set CHRONOFACET_BROWSER to its path.',
  );
}
