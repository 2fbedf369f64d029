import { PART_FAILED } from '../../ui/Boundary';

/** In milliseconds. The page asks for a newer release at most this often. */
const PAUSE_MS = 5 * 60_000;

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
    if (await isReplaced()) onNew();
  };
  const lookForCode = async () => {
    if (await isReplaced()) onGone();
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

/** Loads the page anew if a newer release has taken its place. The address keeps the view. */
export async function loadAnewIfReplaced(): Promise<void> {
  if (await isReplaced()) window.location.reload();
}

/**
 * Returns whether the page at this address begins with other code than this page did. The names of code contain a hash of
 * what is in it. A page that holds its code in itself is never replaced.
 */
async function isReplaced(): Promise<boolean> {
  const running = entryOf(document);
  const [address = ''] = document.URL.split(/[?#]/);
  if (running === null) return false;
  try {
    const response = await fetch(address, { cache: 'no-cache' });
    const offered = response.ok ? entryOf(new DOMParser().parseFromString(await response.text(), 'text/html')) : null;
    return offered !== null && offered !== running;
  } catch {
    return false;
  }
}

function entryOf(page: Document): string | null {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;
}
