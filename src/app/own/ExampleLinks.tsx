import { useText } from '../../i18n/use-text';
import { IS_ONE_FILE } from '../../model/edition';
import { WHOLE_RECORD } from '../../model/view';
import { hrefOf } from '../../url/use-view';

/** Datasets about other subjects and in other languages, which the build publishes in `examples/`. */
const EXAMPLES = ['republic', 'probes', 'arabic'] as const;

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
          href={hrefOf({ ...WHOLE_RECORD, lang, data: `examples/${name}/record.json` })}
          className="link py-0.5 pointer-coarse:py-3"
        >
          {t(`own.example.${name}`)}
        </a>
      ))}
    </p>
  );
}
