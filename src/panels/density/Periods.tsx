import { useText } from '../../i18n/use-text';
import { lazyModule } from '../../lib/lazy-module';
import type { OnChange } from '../../model/view';
import { Disclosure } from '../../ui/Disclosure';
import { LazyPart } from '../../ui/LazyPart';
import type { PeriodListProps } from './PeriodList';

const periodListCode = lazyModule(() => import('./PeriodList'));

type Props = Omit<PeriodListProps, 'onChoose'> & { place: 'over' | 'inline'; onChange: OnChange };

/** Windows ready to take, behind one word. */
export function Periods({ place, onChange, ...rest }: Props) {
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
                onChange(patch);
              }}
            />
          )}
        </LazyPart>
      )}
    </Disclosure>
  );
}
