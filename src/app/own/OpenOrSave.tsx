import { useText } from '../../i18n/use-text';
import type { Reading } from '../../model/reading';
import { saveFile } from '../../panels/share/clipboard';
import { useLocalReading } from '../../queries/keep-local';
import type { LocalSource } from '../../queries/local-source';
import type { Answering } from '../../queries/replies';
import { Button } from '../../ui/Button';
import { SaveRecord } from './SaveRecord';
import { useRemember } from './use-remember';

interface Props {
  answering: Answering;
  address: string;
  local: LocalSource;
  reading: Reading;
  isOff: boolean;
  /** Called in addition when the reader opens the table. */
  onOpen?: (() => void) | undefined;
}

/** Opens or saves the table, or saves its reading: the set of choices by which the table is read. */
export function OpenOrSave({ answering, address, local, reading, isOff, onOpen }: Props) {
  const { t } = useText();
  const { accept } = useLocalReading(address);
  const remember = useRemember();
  const name = local.name.replace(/\.\w{2,6}$/, '');
  const openRecord = () => {
    if (local.reading || local.grid || local.savedReading) remember(reading);
    onOpen?.();
    accept();
  };
  const saveReading = () => {
    saveFile(new Blob([`${JSON.stringify(reading, null, 2)}\n`], { type: 'application/json' }), `${name}.reading.json`);
  };
  return (
    <div className="mt-auto flex flex-wrap items-center gap-3 px-5 py-3 md:px-6 wide:border-t wide:border-rule">
      <Button look="primary" className="wide:grow wide:justify-center" disabled={isOff} onClick={openRecord}>
        {t('own.openN', { n: answering.open.total })}
      </Button>
      <SaveRecord answering={answering} name={name} isOff={isOff} />
      <Button look="link" onClick={saveReading}>
        {t('own.saveReading')}
      </Button>
    </div>
  );
}
