import { useState } from 'react';
import { useText } from '../../i18n/use-text';
import { saveFile } from '../../panels/share/clipboard';
import { useSaveDataset } from '../../queries/exports';
import type { Answering } from '../../queries/replies';
import { Button } from '../../ui/Button';

interface Props {
  answering: Answering;
  name: string;
  isOff: boolean;
}

export function SaveRecord({ answering, name, isOff }: Props) {
  const { t } = useText();
  const save = useSaveDataset(answering);
  const [hasFailed, setFailed] = useState(false);
  const run = () => {
    setFailed(false);
    save().then(
      file => saveFile(file, `${name}.json`),
      () => setFailed(true),
    );
  };
  return (
    <>
      <Button look="outline" className="py-2" disabled={isOff} onClick={run}>
        {t('own.save')}
      </Button>
      <p role="alert" className="empty:hidden">
        {hasFailed && t('own.save.failed')}
      </p>
    </>
  );
}
