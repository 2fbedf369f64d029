import { PART_FAILED } from '../../ui/Boundary';

/** The minimum number of milliseconds between two questions for a newer release. */
const PAUSE_MS = 5 * 60_000;

/** The key in the session storage that remembers for which release the page was last reloaded. */
const LOADED_FOR = 'chronofacet.loaded-for';

interface Found {
  onNew: () => void;
  /** Called if a part of the page can't be shown and a newer release has replaced the running one. */
  onGone: () => void;
}

/** Looks for a newer release when the reader returns or a part of the page fails. The result stops the search. */
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

/** Reloads the page for a newer release. Only once for each release, because a cache may return the old page. */
export async function loadAnewIfReplaced(): Promise<void> {
  const release = await newerRelease();
  if (release !== null && isFirstLoadFor(release)) window.location.reload();
}

/** Returns false if the browser forbids storage, because the page could then reload without end. */
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
 * Fetches the HTML of the page again. Returns the address of its script, which contains a hash of the code, if it
 * differs from that of the running page. Otherwise returns null. A page in one file never has a newer release.
 */
async function newerRelease(): Promise<string | null> {
  const running = entryOf(document);
  // The address keeps its query, so that a cache gives the same answer as when the browser loads the page.
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
