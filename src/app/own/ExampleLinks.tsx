import { useText } from '../../i18n/use-text';
import { IS_ONE_FILE } from '../../model/edition';
import type { View } from '../../model/view';
import { parseView } from '../../url/parse';
import { hrefOf } from '../../url/use-view';

/** Datasets about other subjects and in other languages, which the build publishes in `examples/`. */
const EXAMPLES = ['republic', 'probes', 'arabic'] as const;

/** The view in which each example opens on its own site. */
const VIEWS = import.meta.glob<string>('../../../public/examples/*/explorer.json', { import: 'view', eager: true });

function viewOf(name: string): View {
  return parseView(VIEWS[`../../../public/examples/${name}/explorer.json`] ?? '').view;
}

/** Links to small example datasets. Renders nothing in a page in one file, because such a page can't fetch datasets. */
export function ExampleLinks({ lang }: { lang: string | null }) {
  const { t } = useText();
  if (IS_ONE_FILE) return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2">
      {t('own.examples')}
      {EXAMPLES.map(name => (
        <a
          key={name}
          href={hrefOf({ ...viewOf(name), lang, data: `examples/${name}/record.json` })}
          className="link py-0.5 pointer-coarse:py-3"
        >
          {t(`own.example.${name}`)}
        </a>
      ))}
    </p>
  );
}
