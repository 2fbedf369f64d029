import { I18nProvider } from '@lingui/react';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { activateLanguage, type Language } from '../../src/i18n/catalogue';

interface Rendered {
  user: UserEvent;
  container: HTMLElement;
  /** Renders other properties into the same place. */
  change: (view: ReactElement) => void;
}

/** A panel on the page, in a language, with somebody to use it. */
export async function renderView(view: ReactElement, language: Language = 'en'): Promise<Rendered> {
  const i18n = await activateLanguage(language);
  const wrapped = (content: ReactElement) => <I18nProvider i18n={i18n}>{content}</I18nProvider>;
  const { rerender, container } = render(wrapped(view));
  return { user: userEvent.setup(), container, change: content => rerender(wrapped(content)) };
}
