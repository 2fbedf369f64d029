import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';

/** The event that is dispatched on `window` when a part of the page could not be shown. */
export const PART_FAILED = 'chronofacet:failed';

interface Props {
  children: ReactNode;
  /** Content below the error message that offers another way to what is missing. */
  alternative?: ReactNode;
  /** Whether the error message fills the whole page. */
  isPage?: boolean | undefined;
  /** Called when the children have failed to render or load. */
  onFail?: (() => void) | undefined;
}

/** Shows an error in place of children that fail to render or load. The rest of the page keeps working. */
export class Boundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidCatch() {
    window.dispatchEvent(new Event(PART_FAILED));
    this.props.onFail?.();
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    if (this.props.isPage) {
      return (
        <main className="mx-auto grid min-h-dvh max-w-prose content-center justify-items-start px-6">
          <Missing sentence="h1" />
          {this.props.alternative}
        </main>
      );
    }
    return (
      <>
        <Missing sentence="p" />
        {this.props.alternative}
      </>
    );
  }
}

/**
 * An error message with a link that reloads the page. Reloading loses nothing, because the address contains the view.
 */
function Missing({ sentence: Sentence }: { sentence: 'h1' | 'p' }) {
  const { t } = useText();
  const [address] = document.URL.split('#');
  return (
    <div role="alert" className="grid justify-items-start gap-2 py-6">
      <Sentence className="max-w-prose font-serif text-base text-pretty">{t('missing')}</Sentence>
      <a href={address} className="link">
        {t('retry')}
      </a>
    </div>
  );
}
