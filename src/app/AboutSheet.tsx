import { useId, useMemo } from 'react';
import { citationOf, citationText } from '../exports/citation';
import { useText } from '../i18n/use-text';
import { boundsOf, gapsOf } from '../model/bounds';
import { type View, WHOLE_RECORD } from '../model/view';
import { AboutRecord } from '../panels/about/AboutRecord';
import { PeriodRows } from '../panels/density/PeriodRows';
import { periodsOfRecord } from '../panels/density/record-periods';
import { useVersion } from '../queries/exports';
import { type Answering, useFacts } from '../queries/replies';
import { IconButton } from '../ui/Button';
import { Sheet } from '../ui/Sheet';
import { linkOf } from '../url/use-view';
import { today } from './share/today';

interface Props {
  answering: Answering;
  view: View;
  address: string;
  onClose: () => void;
}

/** Shows the page about the dataset as a sheet over the explorer. */
export function AboutSheet({ answering, view, address, onClose }: Props) {
  const tools = useText();
  const { t } = tools;
  const titleId = useId();
  const { open } = answering;
  const { bounds, periods, want } = useMemo(() => {
    const { coverage } = open.head;
    const within = boundsOf(open);
    const found = periodsOfRecord(coverage, gapsOf(coverage, within));
    const spans = found.map(({ earliest, latest }) => ({ earliest, latest }));
    return { bounds: within, periods: found, want: { periods: spans } };
  }, [open]);
  const facts = useFacts(answering, want);
  const version = useVersion(answering) ?? open.head.updated;
  const link = linkOf({ ...WHOLE_RECORD, data: view.data, lang: view.lang });
  const cited = citationOf(tools, open.head, { kind: 'dataset' }, { link, version, accessed: today() });
  return (
    <Sheet labelledBy={titleId} from="wideEnd" onClose={onClose}>
      <div className="flex flex-col gap-7 p-5 pb-16 md:p-8 md:pt-4">
        <div className="-mb-4 flex items-center justify-between gap-4">
          <h2 id={titleId} tabIndex={-1} className="font-serif text-xl font-semibold">
            {t('about.title')}
          </h2>
          <IconButton icon="close" label={t('close')} className="-me-1.5" onClick={onClose} />
        </div>
        <AboutRecord
          {...{ facts, address }}
          periods={
            bounds && periods.length > 0 ? (
              <PeriodRows periods={periods} bounds={bounds} counts={facts?.periods} />
            ) : null
          }
          citation={citationText(tools, 'text', cited)}
        />
      </div>
    </Sheet>
  );
}
