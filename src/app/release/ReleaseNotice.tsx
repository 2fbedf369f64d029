import { useEffect, useState } from 'react';
import { useText } from '../../i18n/use-text';
import { IconButton } from '../../ui/Button';
import { useEventCallback } from '../../ui/use-event-callback';
import { loadAnewIfReplaced, watchRelease } from './watch-release';

/**
 * Says that a newer release of the page is available. If code of the running release is gone, reloads the page without
 * asking, because the address contains the view. Never reloads the page while a file from the reader's computer is
 * open, because a reload would lose the file.
 */
export function ReleaseNotice({ isOwnFile }: { isOwnFile: boolean }) {
  const { t } = useText();
  const [isNew, setNew] = useState(false);
  const loadAnew = useEventCallback(() => {
    if (isOwnFile) setNew(true);
    else void loadAnewIfReplaced();
  });
  useEffect(() => watchRelease({ onNew: () => setNew(true), onGone: loadAnew }), [loadAnew]);
  return (
    <div aria-live="polite">
      {isNew && (
        <div className="flex items-start gap-3 border border-s-2 border-edge border-s-ink bg-raised py-2 ps-4 pe-2">
          <p className="grow">
            {t(isOwnFile ? 'release.newOwn' : 'release.new')}{' '}
            <a
              href={document.URL}
              className="link"
              onClick={event => {
                event.preventDefault();
                window.location.reload();
              }}
            >
              {t('release.load')}
            </a>
          </p>
          <IconButton icon="close" label={t('notice.hide')} onClick={() => setNew(false)} />
        </div>
      )}
    </div>
  );
}
