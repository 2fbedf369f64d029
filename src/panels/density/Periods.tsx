import { useText } from '../../i18n/use-text';
import { lazyModule } from '../../lib/lazy-module';
import { useNavigation } from '../../navigation/navigation';
import { Disclosure } from '../../ui/Disclosure';
import { LazyPart } from '../../ui/LazyPart';
import type { PeriodListProps } from './PeriodList';

const periodListCode = lazyModule(() => import('./PeriodList'));

type Props = Omit<PeriodListProps, 'onChoose'> & { place: 'over' | 'inline' };

/** Windows ready to take, behind one word. */
export function Periods({ place, ...rest }: Props) {
  const { go } = useNavigation();
  const { t } = useText();
  return (
    <Disclosure label={t('periods')} place={place}>
      {close => (
        <LazyPart code={periodListCode}>
          {({ PeriodList }) => (
            <PeriodList
              {...rest}
              onChoose={patch => {
                if (place === 'over') close();
                go(patch);
              }}
            />
          )}
        </LazyPart>
      )}
    </Disclosure>
  );
}
