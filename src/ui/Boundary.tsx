import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';

interface Props {
  children: ReactNode;
  /** What else shows what is missing. */
  instead?: ReactNode;
  /** There is nothing else on the page. */
  isPage?: boolean | undefined;
}

/** Keeps the rest of the page where something below it fails, as code that can't be loaded does. */
export class Boundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    if (this.props.isPage) {
      return (
        <main className="mx-auto grid min-h-dvh max-w-prose content-center px-6">
          <Missing sentence="h1" />
        </main>
      );
    }
    return (
      <>
        <Missing sentence="p" />
        {this.props.instead}
      </>
    );
  }
}

/** The address holds all there is to keep, so that loading it again loses nothing. */
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
