import { useId, useMemo, useState } from 'react';
import { CITATION_FORMS, citationOf, citationText } from '../../exports/citation';
import { useText } from '../../i18n/use-text';
import { isLocalAddress } from '../../model/address';
import { IS_ONE_FILE } from '../../model/edition';
import type { ExplorerConfig } from '../../model/explorer-config';
import { Citation } from '../../panels/share/Citation';
import { SharedLink } from '../../panels/share/SharedLink';
import { CopyByHand, TakeAlong } from '../../panels/share/TakeAlong';
import { useVersion } from '../../queries/exports';
import type { Answering } from '../../queries/replies';
import { Button, IconButton } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { useLong } from '../../ui/use-long';
import { besidePage, linkOf } from '../../url/use-view';
import { SaveRecord } from '../own/SaveRecord';
import { EmbedCode } from './EmbedCode';
import { type Subject, sharedOf } from './shared';
import { useTakeAlong } from './use-take-along';

/** The milliseconds that an action may run before its progress is shown. */
const LONG_MS = 1000;

interface Props {
  answering: Answering;
  /** Undefined while a link shows another dataset than the deployment's own. */
  config: ExplorerConfig | undefined;
  subject: Subject;
  isNarrow: boolean;
  onClose: () => void;
}

/** “Share and cite”: the subject in words, its link, its citation, and its activities in every form. */
export function ShareDialog({ answering, config, subject, isNarrow, onClose }: Props) {
  const tools = useText();
  const { t } = tools;
  const { open } = answering;
  const isView = subject.kind === 'view';
  const isLocal = isLocalAddress(subject.view.data);
  const titleId = useId();
  const [said, say] = useState('');
  const shared = useMemo(() => sharedOf(tools, open, subject), [tools, open, subject]);
  const version = useVersion(answering) ?? open.head.updated;
  const { sentence, link, cited, taken } = shared;
  const item = citationOf(tools, open.head, cited, { link, version, accessed: taken });
  const { rows, isRunning, progress, cancel, byHand } = useTakeAlong(tools, { answering, config }, shared, say);
  const isLong = useLong(isRunning, LONG_MS);
  const embedded = { ...subject.view, about: false, embed: true, activity: isView ? null : subject.activity.id };
  return (
    <Sheet
      labelledBy={titleId}
      from={isNarrow ? 'bottom' : 'top'}
      spares={isNarrow ? null : document.getElementById('results')}
      onClose={onClose}
    >
      <div className={`flex flex-col gap-4 px-6 pb-4 ${isNarrow ? 'h-full overflow-y-auto' : ''}`}>
        <div className="-me-3 flex items-center justify-between gap-4 pt-2">
          <h2 id={titleId} tabIndex={-1} className="font-serif text-xl font-semibold">
            {t('share')}
          </h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </div>
        <p className="-mt-2 font-serif text-base proportional">{sentence}</p>
        <SharedLink
          sentence={sentence}
          link={link}
          name={isView ? t('share.link') : t('share.linkToActivity')}
          note={
            isLocal
              ? t('share.local')
              : link.startsWith('file:')
                ? t('share.onDisk')
                : isView
                  ? t('share.opensView')
                  : t('share.opensActivity')
          }
          onSay={say}
        />
        {isLocal && isView && (
          <div>
            <SaveRecord answering={answering} name={tools.words(open.head.title)} isOff={false} />
          </div>
        )}
        <section>
          <h3 className="border-b border-rule pb-1 font-semibold">{t('share.cite')}</h3>
          <Citation forms={CITATION_FORMS} textIn={form => citationText(tools, form, item)} onSay={say} />
        </section>
        {rows.length > 0 && (
          <section>
            <h3 className="pb-1 font-semibold">{t('share.take')}</h3>
            <TakeAlong rows={rows} />
            {byHand !== null && <CopyByHand text={byHand} />}
          </section>
        )}
        {!isLocal && !IS_ONE_FILE && (
          <EmbedCode title={sentence} address={linkOf(embedded)} script={besidePage('embed.js')} onSay={say} />
        )}
        <div className="flex min-h-11 items-center gap-4">
          {isLong && (
            <>
              <progress
                aria-label={t('take.writing')}
                className="h-1 grow accent-accent"
                {...(progress?.total ? { value: progress.done, max: progress.total } : {})}
              />
              <Button look="outline" onClick={cancel}>
                {t('take.cancel')}
              </Button>
            </>
          )}
          <p aria-live="polite" className={`wrap-anywhere text-ink-2 ${isLong ? 'sr-only' : ''}`}>
            {isLong ? t('take.writing') : said}
          </p>
        </div>
      </div>
    </Sheet>
  );
}
