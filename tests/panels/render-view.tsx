import { I18nProvider } from '@lingui/react';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { type Mock, vi } from 'vitest';
import { activateLanguage, type Language } from '../../src/i18n/catalogue';
import type { OpenDataset } from '../../src/model/answer';
import { type OnChange, type View, WHOLE_RECORD } from '../../src/model/view';
import { Navigable } from '../../src/navigation/Navigable';
import { OpenDatasetContext } from '../../src/panels/open-dataset';
import { serializeView } from '../../src/url/serialize';

interface Options {
  language?: Language;
  /** The view that links start from. */
  view?: View;
  /** The dataset that the page shows. */
  open?: OpenDataset;
  /** Called in addition to the mock when the view changes. */
  onGo?: OnChange;
}

export interface Rendered {
  user: UserEvent;
  container: HTMLElement;
  /** Records each change of the view. */
  go: Mock<OnChange>;
  /** Renders another element in place of the first. */
  change: (view: ReactElement) => void;
}

/** Renders an element with the contexts of the page, and returns a simulated user. */
export async function renderView(element: ReactElement, options: Options = {}): Promise<Rendered> {
  const { language = 'en', view = WHOLE_RECORD, open = null, onGo } = options;
  const i18n = await activateLanguage(language);
  const go = vi.fn<OnChange>(onGo);
  const wrapped = (content: ReactElement) => (
    <I18nProvider i18n={i18n}>
      <Navigable settled={view} go={go} hrefOf={serializeView}>
        <OpenDatasetContext value={open}>{content}</OpenDatasetContext>
      </Navigable>
    </I18nProvider>
  );
  const { rerender, container } = render(wrapped(element));
  return { user: userEvent.setup(), container, go, change: content => rerender(wrapped(content)) };
}
