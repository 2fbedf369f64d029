import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/use-text';
import type { OnChange } from '../../model/view';
import { Boundary } from '../../ui/Boundary';
import { Disclosure } from '../../ui/Disclosure';
import type { PeriodListProps } from './PeriodList';

const PeriodList = lazy(() => import('./PeriodList').then(({ PeriodList }) => ({ default: PeriodList })));

type Props = Omit<PeriodListProps, 'onChoose'> & { place: 'over' | 'inline'; onChange: OnChange };

/** Windows ready to take, behind one word. */
export function Periods({ place, onChange, ...rest }: Props) {
  const { t } = useText();
  return (
    <Disclosure label={t('periods')} place={place}>
      {close => (
        <Boundary>
          <Suspense fallback={null}>
            <PeriodList
              {...rest}
              onChoose={patch => {
                if (place === 'over') close();
                onChange(patch);
              }}
            />
          </Suspense>
        </Boundary>
      )}
    </Disclosure>
  );
}
