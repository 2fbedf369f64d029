import { lazyWithMessages } from '../../i18n/later-messages';
import { useText } from '../../i18n/use-text';
import { useNavigation } from '../../navigation/navigation';
import { Disclosure } from '../../ui/Disclosure';
import { LazyPart } from '../../ui/LazyPart';
import type { PeriodListProps } from './PeriodList';

const periodListCode = lazyWithMessages(() => import('./PeriodList'));

type Props = Omit<PeriodListProps, 'onChoose'> & { layout: 'over' | 'inline' };

/** A button that opens a list of windows to choose from. */
export function Periods({ layout, ...rest }: Props) {
  const { go } = useNavigation();
  const { t } = useText();
  return (
    <Disclosure label={t('periods')} layout={layout}>
      {close => (
        <LazyPart code={periodListCode}>
          {({ PeriodList }) => (
            <PeriodList
              {...rest}
              onChoose={patch => {
                if (layout === 'over') close();
                go(patch);
              }}
            />
          )}
        </LazyPart>
      )}
    </Disclosure>
  );
}
