import { useText } from '../../i18n/use-text';
import { lateCode } from '../../lib/late-code';
import type { OnChange } from '../../model/view';
import { Coming } from '../../ui/Coming';
import { Disclosure } from '../../ui/Disclosure';
import type { PeriodListProps } from './PeriodList';

const periodListCode = lateCode(() => import('./PeriodList'));

type Props = Omit<PeriodListProps, 'onChoose'> & { place: 'over' | 'inline'; onChange: OnChange };

/** Windows ready to take, behind one word. */
export function Periods({ place, onChange, ...rest }: Props) {
  const { t } = useText();
  return (
    <Disclosure label={t('periods')} place={place}>
      {close => (
        <Coming code={periodListCode}>
          {({ PeriodList }) => (
            <PeriodList
              {...rest}
              onChoose={patch => {
                if (place === 'over') close();
                onChange(patch);
              }}
            />
          )}
        </Coming>
      )}
    </Disclosure>
  );
}
