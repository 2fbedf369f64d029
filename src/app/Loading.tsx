import { useText } from '../i18n/use-text';

/** Holds the place of the page while the dataset is on its way; says so only when it takes a while. */
export function Loading() {
  const { t } = useText();
  return (
    <main className="mx-auto grid min-h-dvh max-w-prose content-center gap-4 px-6" aria-busy="true">
      <h1 className="font-serif text-2xl">{t('loading')}</h1>
      <div className="hatched h-11 w-full border-b border-edge" aria-hidden="true" />
    </main>
  );
}
