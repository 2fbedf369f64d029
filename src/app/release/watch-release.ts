import { PART_FAILED } from '../../ui/Boundary';

/** In milliseconds. The page asks for a newer release at most this often. */
const PAUSE_MS = 5 * 60_000;

/** Under this key, the session keeps the code of the release for which this page was last loaded anew. */
const LOADED_FOR = 'chronofacet.loaded-for';

interface Found {
  /** A newer release is there. */
  onNew: () => void;
  /** Code of this page is gone because a newer release has taken its place. */
  onGone: () => void;
}

/**
 * Looks for a newer release when the reader comes back to the page, and when a part of the page could not be shown.
 * Returns a function that ends this.
 */
export function watchRelease({ onNew, onGone }: Found): () => void {
  let lastAsked = performance.now();
  const lookAgain = async () => {
    if (document.visibilityState !== 'visible' || performance.now() - lastAsked < PAUSE_MS) return;
    lastAsked = performance.now();
    if (await newerRelease()) onNew();
  };
  const lookForCode = async () => {
    if (await newerRelease()) onGone();
  };
  document.addEventListener('visibilitychange', lookAgain);
  window.addEventListener('focus', lookAgain);
  window.addEventListener(PART_FAILED, lookForCode);
  return () => {
    document.removeEventListener('visibilitychange', lookAgain);
    window.removeEventListener('focus', lookAgain);
    window.removeEventListener(PART_FAILED, lookForCode);
  };
}

/**
 * Loads the page anew if a newer release has taken its place. The address keeps the view. Does so once for each release,
 * because a cache may answer the second load with the old page.
 */
export async function loadAnewIfReplaced(): Promise<void> {
  const release = await newerRelease();
  if (release !== null && isFirstLoadFor(release)) window.location.reload();
}

/** Returns false where the browser forbids storage, because the page could then be loaded without end. */
function isFirstLoadFor(release: string): boolean {
  try {
    if (window.sessionStorage.getItem(LOADED_FOR) === release) return false;
    window.sessionStorage.setItem(LOADED_FOR, release);
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns the address of the code with which the page at this address begins, if it is not that of this page; else null.
 * The names of code contain a hash of the code. A page that holds its code in itself is never replaced.
 */
async function newerRelease(): Promise<string | null> {
  const running = entryOf(document);
  // With its query, so that a cache answers as it answers the browser.
  const [address = ''] = document.URL.split('#');
  if (running === null) return null;
  try {
    const response = await fetch(address, { cache: 'no-cache' });
    const offered = response.ok ? entryOf(new DOMParser().parseFromString(await response.text(), 'text/html')) : null;
    return offered === running ? null : offered;
  } catch {
    return null;
  }
}

function entryOf(page: Document): string | null {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;
}
