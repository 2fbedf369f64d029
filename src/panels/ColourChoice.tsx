import { lazyWithMessages } from '../i18n/later-messages';
import { useText } from '../i18n/use-text';
import { hasValues } from '../model/dataset';
import type { View } from '../model/view';
import { useNavigation } from '../navigation/navigation';
import { Disclosure } from '../ui/Disclosure';
import { LazyPart } from '../ui/LazyPart';
import { ColourLegend } from './ColourLegend';
import { useColouring } from './colouring';
import { useOpenDataset } from './open-dataset';

const slotsModule = lazyWithMessages(() => import('./ColourSlots'));

interface Props {
  view: Pick<View, 'colour' | 'compare'>;
  /** The number of activities of the selection with each coloured value. Undefined if the numbers are not known. */
  counts: readonly number[] | undefined;
}

/** Lets the reader choose the facet by which activities are coloured, and explains the colours. */
export function ColourChoice({ view, counts }: Props) {
  const { go } = useNavigation();
  const { head } = useOpenDataset();
  const { t, words } = useText();
  const colouring = useColouring();
  const facets = head.facets.filter(hasValues);
  if (facets.length === 0) return null;
  const chosen = facets.find(({ id }) => id === view.colour?.facet);
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <label className="flex items-center gap-1.5 text-ink-2 print:hidden">
        {t('colour')}
        <select
          value={chosen?.id ?? ''}
          className="h-7 rounded-sm bg-paper text-ink hover:bg-faint pointer-coarse:h-11"
          onChange={({ target: { value } }) => go({ colour: value === '' ? null : { facet: value, values: null } })}
        >
          <option value="">{t('colour.none')}</option>
          {facets.map(facet => (
            <option key={facet.id} value={facet.id}>
              {words(facet.label)}
            </option>
          ))}
        </select>
      </label>
      {colouring && chosen && (
        <>
          {/* The counts belong to side A only, so a comparison shows no counts. */}
          <div className="max-sm:order-1 max-sm:basis-full">
            <ColourLegend colouring={colouring} counts={view.compare === null ? counts : undefined} />
          </div>
          <div className="text-ink-2 print:hidden">
            <Disclosure label={t('colour.change')} layout="over" align="start" width="w-76">
              {() => (
                <LazyPart code={slotsModule}>{({ ColourSlots }) => <ColourSlots colouring={colouring} />}</LazyPart>
              )}
            </Disclosure>
          </div>
        </>
      )}
    </div>
  );
}
