import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';

/** Dispatched on `window` when a part of the page could not be shown. */
export const PART_FAILED = 'chronofacet:failed';

interface Props {
  children: ReactNode;
  /** Shown below the error message, to offer another way to the missing content. */
  alternative?: ReactNode;
  /** Whether the error message fills the whole page. */
  isPage?: boolean | undefined;
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

/** An error message with a link that reloads the page, which loses nothing: the address contains the view. */
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
