import { useLingui } from '@lingui/react';
import { type FormEvent, useEffect, useId, useMemo, useState } from 'react';
import { failureText } from '../../i18n/problem-text';
import { useText } from '../../i18n/use-text';
import { addressFailure, isLocalAddress, type Origins } from '../../model/address';
import { IS_ONE_FILE } from '../../model/edition';
import { isSavedReading } from '../../model/reading';
import { WHOLE_RECORD } from '../../model/view';
import { useKeepLocal } from '../../queries/keep-local';
import { type LocalSource, useLocalRecord } from '../../queries/local-source';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/icons';
import { Sheet } from '../../ui/Sheet';
import { useEventCallback } from '../../ui/use-event-callback';
import { usePreference } from '../../ui/use-preference';
import { besidePage, dataAddress, type LinkedView } from '../../url/use-view';
import { ExampleLinks } from './ExampleLinks';
import { filePicker } from './file-handles';
import { KeptAtHand } from './KeptAtHand';
import { type FileHandle, keepOpened } from './kept';
import { keptRows } from './kept-rows';
import { TemplateLinks } from './TemplateLinks';
import type { DroppedFiles } from './use-dropped-files';

interface Props {
  /** Files that the reader has dropped on the page. They open without these steps. */
  dropped: DroppedFiles | null;
  origins: Origins;
  link: LinkedView;
  onClose: () => void;
}

/** The first step of opening a table or dataset: the reader chooses a file, pastes a table, or enters an address. */
export function OwnSteps({ dropped, origins, link, onClose }: Props) {
  const { t } = useText();
  const titleId = useId();
  const keep = useKeepLocal();
  const [remembered] = usePreference('readings', '[]');
  const rows = useMemo(() => keptRows(besidePage('.')), []);
  const openAddress = (data: string) => {
    onClose();
    const { view, onChange } = link;
    // A link may name a file on the reader's computer. If the reader opens the same file, the link's view remains.
    if (isLocalAddress(data) && data === view.data) return;
    onChange({ ...WHOLE_RECORD, lang: view.lang, data });
  };
  const openLocal = (local: LocalSource) => openAddress(keep({ ...local, remembered }, link.view.data));
  const held = useLocalRecord(link.view.data)?.source;
  const openFiles = useEventCallback(async (files: readonly File[], handles: readonly FileHandle[] = []) => {
    const { file, savedReading } = await sortedFiles(files);
    const handle = handles.find(({ name }) => name === file?.name);
    if (handle) void keepOpened(rows, { kind: 'file', handle });
    const read = savedReading === undefined ? {} : { savedReading };
    if (file) openLocal({ kind: 'file', file, name: file.name, ...read });
    else if (held) openLocal({ ...withoutReading(held), ...read });
    else if (files[0]) openLocal({ kind: 'file', file: files[0], name: files[0].name });
  });
  useEffect(() => {
    void dropped?.handles.then(handles => openFiles(dropped.files, handles));
  }, [dropped, openFiles]);
  const openTyped = (address: string) => {
    void keepOpened(rows, { kind: 'address', address });
    openAddress(address);
  };
  if (dropped) return null;
  return (
    <Sheet labelledBy={titleId} from="centre" onClose={onClose}>
      <section aria-labelledby={titleId} className="flex flex-col gap-5 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} tabIndex={-1} className="font-serif text-xl font-semibold">
            {t('own.title')}
          </h2>
          <IconButton icon="close" label={t('close')} className="-my-1" onClick={onClose} />
        </div>
        <p className="font-serif text-base">{t('own.private')}</p>
        <FileField onFiles={openFiles} />
        {/* A page in one file remembers no files, because all pages that are opened from a disk share one storage. */}
        {!IS_ONE_FILE && <KeptAtHand rows={rows} pick={filePicker()} onFiles={openFiles} onAddress={openTyped} />}
        <PasteField onText={text => openLocal({ kind: 'text', text, name: t('own.pasted') })} />
        <AddressField origins={origins} onAddress={openTyped} />
        <ExampleLinks lang={link.view.lang} />
      </section>
    </Sheet>
  );
}

const FIELD = 'w-full rounded-sm border border-edge bg-raised px-3';

/** Returns the text of the first saved reading among the files, and the first file of another kind. */
async function sortedFiles(files: readonly File[]): Promise<{ file?: File; savedReading?: string }> {
  const found: { file?: File; savedReading?: string } = {};
  for (const file of files) {
    const isReading = /\.json$/i.test(file.name) && isSavedReading(await file.slice(0, READING_START).text());
    if (isReading) found.savedReading ??= await file.text();
    else found.file ??= file;
  }
  return found;
}

/** The number of bytes at the start of a file that are read to recognise a saved reading. */
const READING_START = 4096;

function withoutReading({ reading: _, grid: __, ...source }: LocalSource): LocalSource {
  return source;
}

function FileField({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useText();
  return (
    <div className="grid justify-items-center gap-3 rounded-sm border border-dashed border-edge px-4 py-6 text-center">
      <label className="target relative inline-flex cursor-pointer items-center gap-2 rounded-sm bg-accent px-4 py-2 font-semibold text-on-accent outline-offset-2 has-focus-visible:outline-2 has-focus-visible:outline-ink">
        <Icon name="file" />
        {t('own.choose')}
        <input
          type="file"
          multiple
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={({ target }) => {
            if (target.files && target.files.length > 0) onFiles([...target.files]);
          }}
        />
      </label>
      <p className="text-ink-2">{t('own.drop')}</p>
      <TemplateLinks />
    </div>
  );
}

/** Takes a table as text. Pasted text, several lines in one change, opens at once. Typed text needs a button. */
function PasteField({ onText }: { onText: (text: string) => void }) {
  const { t } = useText();
  const id = useId();
  const [text, setText] = useState('');
  const change = (next: string) => {
    const isPasted = next.length > text.length + 1 && next.trim().includes('\n');
    setText(next);
    if (isPasted) onText(next);
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-semibold">
        {t('own.paste')}
      </label>
      <textarea
        id={id}
        aria-describedby={`${id}-how`}
        rows={3}
        spellCheck={false}
        value={text}
        className={`${FIELD} py-2`}
        onChange={({ target }) => change(target.value)}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p id={`${id}-how`} className="text-ink-2">
          {t('own.paste.how')}
        </p>
        {text.trim() !== '' && (
          <Button look="outline" onClick={() => onText(text)}>
            {t('own.paste.open')}
          </Button>
        )}
      </div>
    </div>
  );
}

function AddressField({ origins, onAddress }: { origins: Origins; onAddress: (address: string) => void }) {
  const { t } = useText();
  const { i18n } = useLingui();
  const id = useId();
  const [address, setAddress] = useState('');
  const [refusal, setRefusal] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = address.trim();
    const failure = given === '' ? null : addressFailure(dataAddress({ data: given }, given), origins);
    setRefusal(failure ? failureText(i18n, failure) : '');
    if (given !== '' && !failure) onAddress(given);
  };
  return (
    <form className="grid gap-1" onSubmit={submit}>
      <label htmlFor={id} className="font-semibold">
        {t('own.address')}
      </label>
      <div className="flex gap-3">
        <input
          id={id}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="data/record.json"
          aria-describedby={`${id}-why`}
          aria-invalid={refusal !== ''}
          value={address}
          className={`${FIELD} h-9 min-w-0 pointer-coarse:h-11`}
          onChange={({ target }) => setAddress(target.value)}
        />
        <Button type="submit" look="outline" className="shrink-0">
          {t('own.address.open')}
        </Button>
      </div>
      <p id={`${id}-why`} role="alert" className="wrap-anywhere">
        {refusal}
      </p>
    </form>
  );
}
