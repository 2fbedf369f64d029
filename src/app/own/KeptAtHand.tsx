import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { type FileHandle, type Kept, type KeptRows, listKept, type ReadFailure, readAgain } from './kept';

interface Props {
  rows: KeptRows;
  /** Lets the reader choose files that the browser can read again later. Null if the browser can't. */
  pick: (() => Promise<readonly FileHandle[]>) | null;
  onFiles: (files: readonly File[], handles: readonly FileHandle[]) => void;
  onAddress: (address: string) => void;
}

/**
 * Lists the files and addresses that the reader opened last on this computer. A click opens the current content of an
 * entry. The reader can remove each entry. Renders nothing if the browser stores nothing, or if there is nothing to
 * list or choose.
 */
export function KeptAtHand({ rows, pick, onFiles, onAddress }: Props) {
  const { t } = useText();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [kept, setKept] = useState<readonly Kept[] | null>(null);
  const [failed, setFailed] = useState<{ name: string; why: ReadFailure } | null>(null);
  const [hasForgotten, setForgotten] = useState(false);
  useEffect(() => {
    let isShown = true;
    void listKept(rows).then(list => isShown && setKept(list));
    return () => {
      isShown = false;
    };
  }, [rows]);
  if (!kept || (kept.length === 0 && !pick && !hasForgotten)) return null;
  const read = async (handles: readonly FileHandle[]) => {
    setFailed(null);
    const files: File[] = [];
    for (const handle of handles) {
      const file = await readAgain(handle);
      if (!(file instanceof File)) return setFailed({ name: handle.name, why: file });
      files.push(file);
    }
    if (files.length > 0) onFiles(files, handles);
  };
  const forget = async (gone: readonly Kept[]) => {
    setFailed(null);
    await rows.change(gone.map(({ id }) => id)).catch(() => {});
    setKept(await listKept(rows));
    setForgotten(true);
    title.current?.focus();
  };
  return (
    <section aria-labelledby={titleId} className="grid gap-1">
      <h3 ref={title} id={titleId} tabIndex={-1} className="font-semibold">
        {t('own.kept')}
      </h3>
      <p className="text-ink-2">{t(kept.length > 0 ? 'own.kept.what' : 'own.kept.none')}</p>
      {kept.length > 0 && (
        <ul>
          {kept.map(entry => {
            const name = entry.kind === 'file' ? entry.handle.name : entry.address;
            const open = () => (entry.kind === 'file' ? read([entry.handle]) : onAddress(entry.address));
            return (
              <li key={entry.id} className="flex items-center justify-between gap-3 border-b border-rule">
                <Button look="link" className="min-w-0 whitespace-normal wrap-anywhere" onClick={open}>
                  <Icon name={entry.kind === 'file' ? 'file' : 'out'} />
                  <bdi>{name}</bdi>
                </Button>
                <IconButton
                  icon="close"
                  label={t('own.kept.forget', { name })}
                  className="shrink-0"
                  onClick={() => forget([entry])}
                />
              </li>
            );
          })}
        </ul>
      )}
      <p role="alert" className="wrap-anywhere empty:hidden">
        {failed && t(`own.kept.${failed.why}`, { name: failed.name })}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        {pick && (
          <Button look="outline" onClick={async () => read(await pick())}>
            {t('own.kept.choose')}
          </Button>
        )}
        {kept.length > 1 && (
          <Button look="link" onClick={() => forget(kept)}>
            {t('own.kept.forgetAll')}
          </Button>
        )}
      </div>
    </section>
  );
}
