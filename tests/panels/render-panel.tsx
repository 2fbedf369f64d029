import type { ComponentType } from 'react';
import { vi } from 'vitest';
import type { OpenDataset } from '../../src/model/answer';
import { boundsOf, gapsOf, silentDays } from '../../src/model/bounds';
import type { View } from '../../src/model/view';
import type { PanelProps } from '../../src/panels/panel';
import { parseView } from '../../src/url/parse';
import { ask } from '../fixtures/ask';
import type { DatasetDocument } from '../fixtures/dataset-document';
import type { Answer } from '../fixtures/query';
import { type Rendered, renderView } from './render-view';

export interface AskedPanel {
  open: OpenDataset;
  view: View;
  given: Answer;
  props: PanelProps;
}

/** Returns the properties that the page gives a panel for a link to a dataset. */
export function askedPanel(picture: string | DatasetDocument, link = ''): AskedPanel {
  const { open, given } = ask(picture, link);
  const { view } = parseView(link);
  const { counts, density } = given.replies;
  if (!counts || !density) throw new Error('The page asks for counts and density.');
  const bounds = boundsOf(open);
  const gaps = gapsOf(open.head.coverage, bounds);
  const props: PanelProps = {
    view,
    replies: { ...given.replies, counts, density },
    opened: null,
    axis: bounds && {
      bounds,
      gaps,
      silentDays: silentDays(open.head.coverage, bounds),
      isFolding: false,
      folds: [],
      gapsLeft: gaps,
    },
    paging: { rowsKey: link, showFrom: vi.fn(), showMoreRows: vi.fn(), moreLines: new Map(), showMoreLines: vi.fn() },
    onRoom: vi.fn(),
    isSubject: false,
    children: 'window',
  };
  return { open, view, given, props };
}

export async function renderPanel(
  Panel: ComponentType<PanelProps>,
  picture: string | DatasetDocument,
  link = '',
): Promise<Rendered & AskedPanel> {
  const asked = askedPanel(picture, link);
  const rendered = await renderView(<Panel {...asked.props} />, { view: asked.view, open: asked.open });
  return { ...rendered, ...asked };
}
