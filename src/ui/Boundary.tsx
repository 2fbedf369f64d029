import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';

interface Props {
  children: ReactNode;
  /** What else shows what is missing. */
  instead?: ReactNode;
}

/** Keeps the rest of the page where something below it fails, as code that can't be loaded does. */
export class Boundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <>
        <Missing />
        {this.props.instead}
      </>
    );
  }
}

/** The address holds all there is to keep, so that loading it again loses nothing. */
function Missing() {
  const { t } = useText();
  const [address] = document.URL.split('#');
  return (
    <p role="alert" className="max-w-prose py-6 font-serif text-base">
      {t('missing')}{' '}
      <a href={address} className="link">
        {t('retry')}
      </a>
    </p>
  );
}
