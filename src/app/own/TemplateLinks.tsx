import { useText } from '../../i18n/use-text';
import { IS_ONE_FILE } from '../../model/edition';

/** Tables with example rows, which the build publishes beside the page. */
const TEMPLATES = ['template.xlsx', 'template.ods', 'template.csv'];

export function TemplateLinks() {
  const { t } = useText();
  if (IS_ONE_FILE) return null;
  return (
    <p className="flex flex-wrap items-baseline justify-center gap-x-3 text-ink-2">
      {t('own.templates')}
      {TEMPLATES.map(file => (
        <a key={file} href={file} download className="link py-0.5 pointer-coarse:py-3">
          {file}
        </a>
      ))}
    </p>
  );
}
